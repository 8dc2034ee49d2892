import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { deliveryIdOf, fresh, jobFor, message, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });

describe('replies', () => {
  it('keeps a draft until it is sent, then queues it once', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }));
    const place = { type: 'thread' as const, workspaceId, channelId: 'C1', messageId: 'root' };
    const draft = (
      await store.change(key, by({ replies: [{ markdown: 'Draft', authorId: 'anna', place, send: false }] }))
    )?.file.replies[0];
    const replyId = draft?.replyId ?? 0;
    expect(await store.read(key)).toMatchObject({ replies: [{ state: 'draft', queuedAt: null }] });
    await expect(deliveryIdOf(record.pool, workspaceId, `reply-${replyId}`)).rejects.toThrow();

    const queue = by({ replyStates: [{ replyId, state: 'queued', markdown: 'Better' }] });
    await store.change(key, queue);
    await store.change(key, queue);

    expect((await store.read(key))?.replies).toMatchObject([
      {
        replyId,
        state: 'queued',
        queuedAt: START,
        markdown: 'Better',
        authorId: 'anna',
        place,
        giftId: null,
      },
    ]);
    const deliveryId = await deliveryIdOf(record.pool, workspaceId, `reply-${replyId}`);
    expect(await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId)).toBeDefined();
  });

  it('queues a reply that is to be sent at once', async () => {
    const workspaceId = fresh('slack:T');
    const place = { type: 'dm' as const, workspaceId, userId: 'member' };
    const { file } = await opened(store, message({ workspaceId }), {
      history: [],
      replies: [{ markdown: 'Hello', authorId: null, place, send: true }],
    });

    const [reply] = file.replies;
    expect(reply).toMatchObject({ state: 'queued', queuedAt: START });
    const found = await record.pool.query(
      'select body, place from hearback.delivery where workspace_id = $1',
      [workspaceId],
    );
    expect(found.rows).toEqual([{ body: { type: 'reply', replyId: reply?.replyId }, place }]);
  });

  it('shows a decision the newest fifty, newest last', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }));
    const place = { type: 'dm' as const, workspaceId, userId: 'member' };
    const replies = Array.from({ length: 53 }, (_, index) => ({
      markdown: `${index}`,
      authorId: null,
      place,
      send: false,
    }));

    const file = (await store.change(key, by({ replies })))?.file;

    expect(file?.replies.map(({ markdown }) => markdown)).toEqual(
      replies.slice(3).map(({ markdown }) => markdown),
    );
  });
});
