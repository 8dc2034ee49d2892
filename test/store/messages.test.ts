import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageRef } from '../../src/chat/ref.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, jobs, message, nothing, opened, reaction, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

async function versions({ workspaceId, messageId }: MessageRef): Promise<(string | null)[]> {
  const found = await record.pool.query<{ text: string | null }>(
    `select text from hearback.message_version join hearback.message using (message_row_id)
     where workspace_id = $1 and message_id = $2 order by version`,
    [workspaceId, messageId],
  );
  return found.rows.map(({ text }) => text);
}

describe('messages of a case', () => {
  it('adds what is said in the thread once, however often it comes', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }));
    const said = { role: 'member' as const, snapshot: message({ workspaceId, text: 'Any news?' }) };
    const decide = () => ({
      change: { history: [{ action: 'member_wrote', actorId: 'member' }] },
      answer: 'yes',
    });

    const first = await store.addMessage(key, said, decide);
    const second = await store.addMessage(key, said, decide);

    expect(first).toMatchObject({ answer: 'yes', file: { case: { version: 2 } } });
    expect(second).toBeNull();
    expect(await store.history(key, 9)).toHaveLength(1);
    expect(await versions(said.snapshot.ref)).toEqual(['Any news?']);
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

    expect(await versions(source.ref)).toEqual(['one', 'two']);
    expect((await store.read(key))?.case).toMatchObject({ version: 2, quote: 'two' });
    expect(await store.history(key, 9)).toMatchObject([{ action: 'message_edited', actorId: 'member' }]);
  });

  it('keeps the words of a deleted message in the quote, and the deletion as a version', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({ workspaceId, text: 'one' });
    const { key } = await opened(store, source);

    await store.addVersion(source.ref, { text: null, at: after(1) });
    await store.addVersion(source.ref, { text: null, at: after(1) });

    expect(await versions(source.ref)).toEqual(['one', null]);
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
    expect(await versions(source.ref)).toEqual(['one', 'three', 'two']);
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

    expect(await versions(around.ref)).toEqual(['hm', 'hm!']);
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

describe('files', () => {
  const file = {
    fileId: 'F1',
    name: 'shot.png',
    mime: 'image/png',
    size: 3,
    url: 'https://files.example/F1',
  };

  it('asks for the bytes of every file once, and counts those of the correspondence', async () => {
    const workspaceId = fresh('slack:T');
    const before = (await jobs(record.pool, 'copy-file')).length;
    const source = message({ workspaceId, files: [file, { ...file, fileId: 'F2' }] });
    const around = message({ workspaceId, files: [file] });

    const { file: found } = await store.open(
      candidate(source, {
        messages: [
          { role: 'source', snapshot: source },
          { role: 'context', snapshot: around },
        ],
      }),
      nothing,
    );
    await store.open(candidate(source), nothing);

    expect(found.fileCount).toBe(2);
    expect((await jobs(record.pool, 'copy-file')).length - before).toBe(3);
  });

  it('keeps the bytes as they are, then wants no more', async () => {
    const workspaceId = fresh('slack:T');
    await opened(store, message({ workspaceId, files: [file] }));
    const job = (await jobs(record.pool, 'copy-file')).at(-1);
    const fileRowId = Number(job?.data['fileRowId']);
    expect(await store.fileToCopy(fileRowId)).toEqual({ fileRowId, workspaceId, file });

    await store.keepFile(fileRowId, { problem: 'too large' });
    expect(await store.fileToCopy(fileRowId)).not.toBeNull();
    await store
      .once({ job: job?.outboxId ?? 0 })
      .keepFile(fileRowId, { bytes: Uint8Array.of(9, 0, 255, 128, 9).subarray(1, 4) });
    await store.keepFile(fileRowId, { problem: 'too late' });

    expect(await store.fileToCopy(fileRowId)).toBeNull();
    const kept = await record.pool.query<{ state: string; bytes: Buffer; problem: string | null }>(
      'select state, bytes, problem from hearback.file where file_row_id = $1',
      [fileRowId],
    );
    expect(kept.rows).toEqual([{ state: 'kept', bytes: Buffer.from([0, 255, 128]), problem: null }]);
    expect((await jobs(record.pool, 'copy-file')).at(-1)?.isDone).toBe(true);
  });
});

describe('text no database accepts', () => {
  const bad = 'a\u0000b\uD83Dc';
  const good = 'ab\uFFFDc';

  it('is stored without what cannot be, in every text and every jsonb', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({
      workspaceId,
      text: bad,
      files: [{ fileId: 'F', name: bad, mime: bad, size: 1.5, url: bad }],
    });
    const { key, file } = await opened(store, source, {
      history: [{ action: 'opened', actorId: bad, detail: { reason: bad } }],
      notes: [{ authorId: 'anna', text: bad }],
      replies: [
        { markdown: bad, authorId: null, place: { type: 'dm', workspaceId, userId: bad }, send: false },
      ],
      deliveries: [
        {
          key: bad,
          place: { type: 'channel', workspaceId, channelId: 'c' },
          body: { type: 'notice', title: bad, blocks: [{ type: 'code', text: bad }] },
        },
      ],
    });

    expect(file.case.quote).toBe(good);
    expect(file.replies).toMatchObject([{ markdown: good, place: { userId: good } }]);
    expect(await store.history(key, 9)).toMatchObject([{ actorId: good, detail: { reason: good } }]);
    expect(await store.notes(key, 9)).toMatchObject([{ text: good }]);
    expect(await versions(source.ref)).toEqual([good]);
    expect(
      await store.list(workspaceId, { states: ['new'], handlerId: bad, department: bad, limit: 9 }),
    ).toEqual([]);
    const said = message({
      workspaceId,
      text: bad,
      threadRoot: { channelId: 'C1', messageId: source.ref.messageId },
    });
    const event = {
      kind: 'message_posted' as const,
      workspaceId,
      eventId: bad,
      at: START,
      channelId: 'C1',
      messageId: said.ref.messageId,
      parentChannelId: null,
      message: said,
      isDirect: false,
    };
    expect(await store.takeIn({ key: bad, meaning: 'message', kind: null, event })).toBe(true);
  });

  it('may be a message of forty thousand characters', async () => {
    const text = 'ø'.repeat(40_000);
    const { file } = await opened(store, message({ workspaceId: fresh('slack:T'), text }));

    expect(file.case.quote).toBe(text);
  });
});
