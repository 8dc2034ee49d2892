import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import {
  after,
  candidate,
  fresh,
  jobs,
  message,
  nothing,
  opened,
  reaction,
  START,
  versionsOf,
} from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

describe('edits and deletions', () => {
  it('adds a version only when the words really changed, and the quote follows the flagged message', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({ workspaceId, text: 'one' });
    const { key } = await opened(store, source);
    const concerned = { caseId: key.caseId, isSource: true, workspaceId };

    expect(await store.addVersion(source.ref, { text: 'one', at: after(1) })).toEqual(concerned);
    expect((await store.read(key))?.case).toMatchObject({ version: 1, quote: 'one' });
    expect(await store.addVersion(source.ref, { text: 'two', at: after(2) })).toEqual(concerned);
    expect(await store.addVersion(source.ref, { text: 'two', at: after(2) })).toEqual(concerned);

    expect(await versionsOf(record.pool, source.ref)).toEqual(['one', 'two']);
    expect((await store.read(key))?.case).toMatchObject({ version: 2, quote: 'two' });
    expect(await store.history(key, 9)).toMatchObject([{ action: 'message_edited', actorId: 'member' }]);
  });

  it('keeps the words of a deleted message in the quote, and the deletion as a version', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({ workspaceId, text: 'one' });
    const { key } = await opened(store, source);

    await store.addVersion(source.ref, { text: null, at: after(1) });
    await store.addVersion(source.ref, { text: null, at: after(1) });

    expect(await versionsOf(record.pool, source.ref)).toEqual(['one', null]);
    expect((await store.read(key))?.case.quote).toBe('one');
    expect(await store.history(key, 9)).toMatchObject([{ action: 'message_deleted' }]);
  });

  it('keeps the newest words when edits overtake each other', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({ workspaceId, text: 'one' });
    const { key } = await opened(store, source);

    await store.addVersion(source.ref, { text: 'three', at: after(3) });
    await store.addVersion(source.ref, { text: 'two', at: after(2) });

    expect((await store.read(key))?.case.quote).toBe('three');
    expect(await versionsOf(record.pool, source.ref)).toEqual(['one', 'three', 'two']);
  });

  it('notes the edit of an answer without touching the quote', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId, text: 'one' }));
    const said = message({ workspaceId, text: 'answer' });
    await store.addMessage(key, { role: 'member', snapshot: said }, nothing);

    expect(await store.addVersion(said.ref, { text: 'better answer', at: after(1) })).toEqual({
      caseId: key.caseId,
      isSource: false,
      workspaceId,
    });

    expect((await store.read(key))?.case).toMatchObject({ quote: 'one', version: 3 });
  });

  it('keeps versions of a message that only stood around, and changes no case by it', async () => {
    const workspaceId = fresh('slack:T');
    const [around, source] = [message({ workspaceId, text: 'hm' }), message({ workspaceId })];
    const { file } = await store.open(
      candidate(source, { messages: [{ role: 'context', snapshot: around }] }),
      nothing,
    );

    expect(await store.addVersion(around.ref, { text: 'hm!', at: after(1) })).toBeNull();

    expect(await versionsOf(record.pool, around.ref)).toEqual(['hm', 'hm!']);
    expect((await store.read({ workspaceId, caseId: file.case.caseId }))?.case.version).toBe(1);
  });

  it('waits for a flagged message that is still being recorded, and for no other', async () => {
    const workspaceId = fresh('slack:T');
    const ref = { workspaceId, channelId: 'C1', messageId: 'flagged' };
    expect(await store.addVersion(ref, { text: 'x', at: START })).toBeNull();

    await store.takeIn(reaction('reaction_added', workspaceId, 'flagged', START));
    await expect(store.addVersion(ref, { text: 'x', at: START })).rejects.toMatchObject({
      code: 'NOT_YET',
      retry: { afterMs: expect.any(Number) },
    });

    const job = (await jobs(record.pool, 'record-flag')).at(-1)?.outboxId ?? 0;
    const source = message({ workspaceId, messageId: 'flagged', text: 'old' });
    await store.once({ job }).open(candidate(source), nothing);
    expect(await store.addVersion(ref, { text: 'new', at: after(1) })).not.toBeNull();
  });

  it('lets edits of one case at once both arrive', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({ workspaceId });
    const { key } = await opened(store, source);
    const said = message({ workspaceId });
    await store.addMessage(key, { role: 'member', snapshot: said }, nothing);

    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        store.addVersion((index % 2 ? source : said).ref, { text: `text ${index}`, at: after(index + 1) }),
      ),
    );

    expect((await store.read(key))?.case.quote).toBe('text 9');
  });
});
