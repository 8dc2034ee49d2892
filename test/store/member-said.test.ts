import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, message, nothing, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const png = { fileId: 'F1', name: 'crash.png', mime: 'image/png', size: 1, url: 'https://x' };

/** A case about `source`, with messages before it: so many minutes earlier. */
async function caseOf(workspaceId: string, before: [minutes: number, text: string, userId?: string][] = []) {
  const source = message({ workspaceId, text: 'It is broken', files: [png] });
  const context = before.map(([minutes, text, userId = 'member']) => ({
    role: 'context' as const,
    snapshot: { ...message({ workspaceId, text, userId }), postedAt: after(-minutes) },
  }));
  const { file } = await store.open(
    candidate(source, { messages: [...context, { role: 'source', snapshot: source }] }),
    nothing,
  );
  return { source, key: { workspaceId, caseId: file.case.caseId } };
}

describe('what the member has said in a case', () => {
  it('is the flagged message with its files, what they wrote right before it, and all since', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await caseOf(workspaceId, [
      [2, 'Version 2.4.1'],
      [90, 'I love it'],
      [1, 'Same here', 'somebody else'],
    ]);
    const says = (text: string, minutes: number, userId = 'member') =>
      store.addMessage(
        key,
        {
          role: userId === 'member' ? 'member' : 'thread',
          snapshot: { ...message({ workspaceId, text, userId }), postedAt: after(minutes) },
        },
        nothing,
      );
    await says('On my iPhone', 5);
    await says('I have Android', 6, 'somebody else');

    expect(await store.memberSaid(key)).toEqual({
      text: 'On my iPhone\nIt is broken\nVersion 2.4.1',
      files: [{ name: 'crash.png', mime: 'image/png' }],
    });
  });

  it('follows their edits, and leaves out what they deleted', async () => {
    const workspaceId = fresh('slack:T');
    const { key, source } = await caseOf(workspaceId);

    await store.addVersion(source.ref, { text: 'It is broken in 2.4.1', at: after(1) });
    expect(await store.memberSaid(key)).toMatchObject({ text: 'It is broken in 2.4.1' });

    await store.addVersion(source.ref, { text: null, at: after(2) });
    expect(await store.memberSaid(key)).toEqual({ text: '', files: [] });
  });

  it('is what was told, for feedback without a message', async () => {
    const workspaceId = fresh('slack:T');
    const { file } = await store.open(
      candidate(message({ workspaceId }), {
        source: null,
        thread: null,
        quote: 'Told by phone: order 10234',
        member: { userId: '', name: 'Mrs Olsen' },
        messages: [],
      }),
      nothing,
    );

    expect(await store.memberSaid({ workspaceId, caseId: file.case.caseId })).toEqual({
      text: 'Told by phone: order 10234',
      files: [],
    });
  });

  it('is nothing for a case of another community', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await caseOf(workspaceId);

    expect(await store.memberSaid({ ...key, workspaceId: 'slack:TOTHER' })).toEqual({ text: '', files: [] });
  });
});
