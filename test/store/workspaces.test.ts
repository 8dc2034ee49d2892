import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { candidate, deliveryTo, fresh, message, nothing, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });

describe('two workspaces', () => {
  it('never see each other', async () => {
    const [mine, theirs] = [fresh('slack:T'), fresh('discord:G')];
    const source = message({ workspaceId: theirs, channelId: 'C1', messageId: 'same' });
    const { key, file } = await opened(store, source, {
      history: [{ action: 'opened', actorId: null }],
      notes: [{ authorId: 'x', text: 'secret' }],
    });
    const { caseId } = file.case;

    expect(await store.read({ workspaceId: mine, caseId })).toBeNull();
    expect(await store.read({ workspaceId: mine, number: 1 })).toBeNull();
    expect(await store.change({ workspaceId: mine, caseId }, by({ set: { state: 'closed' } }))).toBeNull();
    expect(await store.history({ workspaceId: mine, caseId }, 9)).toEqual([]);
    expect(await store.notes({ workspaceId: mine, caseId }, 9)).toEqual([]);
    expect(
      await store.addMessage(
        { workspaceId: mine, caseId },
        { role: 'thread', snapshot: message({ workspaceId: mine }) },
        nothing,
      ),
    ).toBeNull();
    expect(await store.caseOfMessage(mine, source.ref, { channelId: 'C1', messageId: 'same' })).toBeNull();
    expect(await store.addVersion({ ...source.ref, workspaceId: mine }, { text: 'x', at: START })).toBeNull();
    expect(await store.list(mine, { states: ['new'], eyes: 'program', limit: 9 })).toEqual([]);
    expect(await store.earlierCases(mine, 'member', caseId + 1, 'program')).toMatchObject({ count: 0 });
    const own = await store.open(candidate(message({ workspaceId: mine, messageId: 'same' })), nothing);
    expect({ isNew: own.isNew, number: own.file.case.number }).toEqual({ isNew: true, number: 1 });
    expect(await store.read(key)).toEqual(file);
  });

  it('never post in each other', async () => {
    const [mine, theirs] = [fresh('slack:T'), fresh('slack:T')];
    const { key } = await opened(store, message({ workspaceId: mine }));

    await expect(store.change(key, by({ deliveries: [deliveryTo(theirs, 'card')] }))).rejects.toMatchObject({
      code: 'WOULD_LEAK',
    });
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 40])(
    'knows no case %p, and does not fail over it',
    async (number) => {
      expect(await store.read({ workspaceId: 'slack:T', number })).toBeNull();
      expect(await store.change({ workspaceId: 'slack:T', caseId: number }, nothing)).toBeNull();
    },
  );
});
