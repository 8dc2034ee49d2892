import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { fresh, message, opened, START, versionsOf } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

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
    expect(await versionsOf(record.pool, source.ref)).toEqual([good]);
    expect(
      await store.list(workspaceId, { states: ['new'], handlerId: bad, eyes: 'program', limit: 9 }),
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
