import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { deliveryIdOf, deliveryTo, fresh, jobFor, jobs, message, opened, START } from './record.ts';
import { none, rowOf, waiting } from './delivery.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

describe('giving up on a delivery', () => {
  it('keeps the reason, sends nothing any more and says something else instead', async () => {
    const { workspaceId, deliveryId, job } = await waiting(store, record.pool, {
      type: 'reminder',
      clock: 'update_due',
      step: 0,
      personId: 'anna',
    });
    const instead = [deliveryTo(workspaceId, 'instead', { type: 'notice', title: 'DMs closed', blocks: [] })];

    await store
      .once({ job })
      .failDelivery(deliveryId, { code: 'PERSON_UNREACHABLE', message: 'closed' }, instead);
    await store.once({ job }).failDelivery(deliveryId, { code: 'OTHER', message: 'x' }, instead);

    expect(await rowOf(record.pool, deliveryId)).toMatchObject({
      state: 'failed',
      failure_code: 'PERSON_UNREACHABLE',
    });
    expect(await store.deliver(deliveryId, async () => ({ posted: null }), none)).toBe(false);
    const insteadId = await deliveryIdOf(record.pool, workspaceId, 'instead');
    await jobFor(record.pool, 'deliver', 'deliveryId', insteadId);
    expect((await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId)).isDone).toBe(true);
  });

  it('never fails what was sent', async () => {
    const { deliveryId, posted } = await waiting(store, record.pool);
    await store.deliver(deliveryId, async () => ({ posted }), none);

    await store.failDelivery(deliveryId, { code: 'X', message: 'x' }, []);

    expect((await rowOf(record.pool, deliveryId))?.state).toBe('sent');
  });

  it('shows a reply as failed, and sends it after all when somebody queues it again', async () => {
    const workspaceId = fresh('slack:T');
    const place = { type: 'dm' as const, workspaceId, userId: 'member' };
    const { key, file } = await opened(store, message({ workspaceId }), {
      history: [],
      replies: [{ markdown: 'Hi', authorId: 'anna', place, send: true }],
    });
    const replyId = file.replies[0]?.replyId ?? 0;
    const deliveryId = await deliveryIdOf(record.pool, workspaceId, `reply-${replyId}`);
    await expect(
      store.deliver(
        deliveryId,
        async () => {
          throw new RangeError('no');
        },
        none,
      ),
    ).rejects.toThrow(RangeError);

    await store.failDelivery(deliveryId, { code: 'PERSON_UNREACHABLE', message: 'closed' }, []);
    expect(await store.read(key)).toMatchObject({ case: { version: 2 }, replies: [{ state: 'failed' }] });
    expect(await store.history(key, 1)).toMatchObject([
      { action: 'reply_failed', detail: { code: 'PERSON_UNREACHABLE' } },
    ]);

    const queue: Change = { history: [], replyStates: [{ replyId, state: 'queued' }] };
    await store.change(key, () => ({ change: queue, answer: null }));
    expect(
      (await jobs(record.pool, 'deliver')).filter(({ data }) => data['deliveryId'] === deliveryId),
    ).toHaveLength(2);
    const sent = await store.deliver(
      deliveryId,
      async (_delivery, _file, isRetry) => {
        expect(isRetry).toBe(true);
        return { posted: null };
      },
      () => ({ history: [], replyStates: [{ replyId, state: 'sent' }] }),
    );

    expect(sent).toBe(true);
    expect((await store.read(key))?.replies[0]?.state).toBe('sent');
  });
});
