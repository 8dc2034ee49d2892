import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, message, START } from './record.ts';

let record: TestRecord;
let store: Store;
let now = START;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => now });
});
afterAll(() => record.drop());

const did = (action: string, actorId: string | null, detail?: Record<string, string>): Change => ({
  history: [{ action, actorId, ...(detail && { detail }) }],
});

/** A case of Alma's, and what was done about it, a minute apart each. */
async function aCase(
  workspaceId: string,
  steps: Change[],
  over: { userId?: string; threadRoot?: string } = {},
) {
  const { userId = 'alma', threadRoot = fresh('root') } = over;
  const source = message({ workspaceId, userId });
  const thread = { channelId: 'C1', messageId: threadRoot };
  const { file } = await store.open(candidate(source, { thread }), () => ({
    change: { history: [{ action: 'opened', actorId: 'flora' }] },
    answer: null,
  }));
  const key = { workspaceId, caseId: file.case.caseId };
  for (const change of steps) {
    now = new Date(now.getTime() + 60_000);
    await store.change(key, () => ({ change, answer: null }));
  }
  return { key, thread };
}

const past = (workspaceId: string, more: Partial<Parameters<Store['pastHandlers']>[0]> = {}) =>
  store.pastHandlers({ workspaceId, memberId: 'alma', thread: null, caseId: null, since: START, ...more });

describe('who had the cases of a member in hand', () => {
  it('is whoever took one on, got it, answered or ended it; the latest first, each once', async () => {
    const workspaceId = fresh('slack:T');
    await aCase(workspaceId, [
      did('claimed', 'mia'),
      did('assigned', 'lena', { to: 'victor' }),
      did('noted', 'nadia'),
      did('reply_approved', 'sam'),
      did('replied', 'sam'),
      did('resolved', null),
      did('dismissed', 'mia'),
    ]);
    // Who only handed it on, noted something or flagged it had nothing in hand.
    expect(await past(workspaceId)).toEqual(['mia', 'sam', 'victor']);
  });

  it('is also whoever has one now, and never the member', async () => {
    const workspaceId = fresh('slack:T');
    await aCase(workspaceId, [{ history: [], set: { handlerId: 'otto' } }, did('claimed', 'alma')]);
    expect(await past(workspaceId)).toEqual(['otto']);
  });

  it('is of no other member, no other community, and no case that was over before', async () => {
    const workspaceId = fresh('slack:T');
    await aCase(workspaceId, [did('claimed', 'bea')], { userId: 'bo' });
    await aCase(fresh('slack:T'), [did('claimed', 'cleo')]);
    await aCase(workspaceId, [
      did('claimed', 'dan'),
      { history: [], set: { closedAt: after(10), state: 'closed' } },
    ]);
    await aCase(workspaceId, [
      did('claimed', 'eve'),
      { history: [], set: { closedAt: after(30), state: 'closed' } },
    ]);
    await aCase(workspaceId, [did('claimed', 'fred')]);
    expect(await past(workspaceId, { since: after(20) })).toEqual(['fred', 'eve']);
  });

  it('is of a thread whoever wrote in it and however long ago, and of the case that is named', async () => {
    const workspaceId = fresh('slack:T');
    const { thread, key } = await aCase(
      workspaceId,
      [did('claimed', 'gus'), { history: [], set: { closedAt: START, state: 'closed' } }],
      { userId: 'bo' },
    );
    expect(await past(workspaceId, { thread, since: after(9_999) })).toEqual(['gus']);
    expect(await past(workspaceId, { caseId: key.caseId, since: after(9_999) })).toEqual(['gus']);
    expect(await past(workspaceId)).toEqual([]);
  });

  it('is nobody for feedback of somebody without an account', async () => {
    const workspaceId = fresh('slack:T');
    await aCase(workspaceId, [did('claimed', 'mia')], { userId: '' });
    expect(await past(workspaceId, { memberId: '' })).toEqual([]);
  });
});
