import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageRef } from '../../src/chat/ref.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { candidate, fresh, message, nothing, opened, START, versionsOf } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

describe('messages of a case', () => {
  it('adds what is said in the thread once, however often it comes', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }));
    const said = { role: 'member' as const, snapshot: message({ workspaceId, text: 'Any news?' }) };
    const add = () =>
      store.addMessage(key, said, () => ({
        change: { history: [{ action: 'member_wrote', actorId: 'member' }] },
        answer: 'yes',
      }));

    const first = await add();
    const second = await add();

    expect(first).toMatchObject({ answer: 'yes', file: { case: { version: 2 } } });
    expect(second).toBeNull();
    expect(await store.history(key, 9)).toHaveLength(1);
    expect(await versionsOf(record.pool, said.snapshot.ref)).toEqual(['Any news?']);
  });

  it('makes correspondence of a message that only stood around the flagged one', async () => {
    const workspaceId = fresh('slack:T');
    const [around, source] = [message({ workspaceId }), message({ workspaceId })];
    const { file } = await store.open(
      candidate(source, {
        messages: [
          { role: 'context', snapshot: around },
          { role: 'source', snapshot: source },
        ],
      }),
      nothing,
    );
    const key = { workspaceId, caseId: file.case.caseId };
    expect(await store.caseOfMessage(workspaceId, around.ref, null)).toBeNull();

    expect(await store.addMessage(key, { role: 'member', snapshot: around }, nothing)).not.toBeNull();
    expect(await store.addMessage(key, { role: 'context', snapshot: around }, nothing)).toBeNull();

    expect((await store.caseOfMessage(workspaceId, around.ref, null))?.case.caseId).toBe(key.caseId);
  });

  it('finds the open case of a message: its own, one it was said in, or that of its thread', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({ workspaceId });
    const { key } = await opened(store, source);
    const said = message({ workspaceId });
    await store.addMessage(key, { role: 'thread', snapshot: said }, nothing);
    const thread = { channelId: 'C1', messageId: source.ref.messageId };
    const numberOf = async (ref: MessageRef, root: typeof thread | null) =>
      (await store.caseOfMessage(workspaceId, ref, root))?.case.number ?? null;
    const unknown = message({ workspaceId }).ref;

    expect(await numberOf(source.ref, null)).toBe(1);
    expect(await numberOf(said.ref, null)).toBe(1);
    expect(await numberOf(unknown, thread)).toBe(1);
    expect(await numberOf(unknown, null)).toBeNull();

    await store.change(key, () => ({ change: { set: { state: 'solved' }, history: [] }, answer: null }));
    expect(await numberOf(unknown, thread)).toBe(1);
    await store.change(key, () => ({ change: { set: { state: 'closed' }, history: [] }, answer: null }));
    expect(await numberOf(source.ref, null)).toBeNull();
    expect(await numberOf(unknown, thread)).toBeNull();
  });
});
