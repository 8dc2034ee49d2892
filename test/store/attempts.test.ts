import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import type { Delivery, Store } from '../../src/store/store.ts';
import { OutcomeUnknown, RateLimited } from '../../src/errors.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, jobFor, START } from './record.ts';
import { none, refreshes, rowOf, waiting } from './delivery.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

describe('one attempt after another', () => {
  it('gives every delivery a mark of its own that a platform accepts, the same for every attempt', async () => {
    const [one, two] = [await waiting(store, record.pool), await waiting(store, record.pool)];
    const marks: string[] = [];
    const failing = async ({ mark }: Delivery): Promise<never> => {
      marks.push(mark);
      throw new RangeError('no');
    };
    await expect(store.deliver(one.deliveryId, failing, none)).rejects.toThrow(RangeError);
    await expect(store.deliver(one.deliveryId, failing, none)).rejects.toThrow(RangeError);
    await expect(store.deliver(two.deliveryId, failing, none)).rejects.toThrow(RangeError);

    expect(marks[0]).toMatch(/^[A-Za-z0-9_-]{1,25}$/);
    expect(marks[1]).toBe(marks[0]);
    expect(marks[2]).not.toBe(marks[0]);
  });

  it('sends nothing a second time', async () => {
    const { deliveryId, job, posted } = await waiting(store, record.pool);
    let sends = 0;
    const send = async () => {
      sends += 1;
      return { posted };
    };

    expect(await store.once({ job }).deliver(deliveryId, send, none)).toBe(true);
    expect(await store.once({ job }).deliver(deliveryId, send, none)).toBe(false);
    expect(await store.deliver(deliveryId, send, none)).toBe(false);

    expect(sends).toBe(1);
  });

  it('does not let two send it at the same time: the second is told to come back', async () => {
    const { deliveryId, posted } = await waiting(store, record.pool);
    const other = createStore(record.connect(), { now: () => START });
    let second: unknown = null;

    await store.deliver(
      deliveryId,
      async () => {
        second = await other
          .deliver(deliveryId, async () => ({ posted }), none)
          .catch((error: unknown) => error);
        return { posted };
      },
      none,
    );

    expect(second).toMatchObject({ code: 'NOT_YET', retry: { afterMs: expect.any(Number) } });
  });

  it('does not count an attempt that only had to wait for its turn, and still counts one whose end is not known', async () => {
    const { deliveryId, posted } = await waiting(store, record.pool);
    const retries: boolean[] = [];
    const attempt = (outcome: Error | null) =>
      store
        .deliver(
          deliveryId,
          async (_delivery, _file, isRetry) => {
            retries.push(isRetry);
            if (outcome) throw outcome;
            return { posted };
          },
          none,
        )
        .catch(() => null);
    for (const outcome of [
      new RateLimited('slack', 1_000, null),
      new RateLimited('slack', 1_000, null),
      new OutcomeUnknown('slack', null),
      new RateLimited('slack', 1_000, null),
      null,
    ])
      await attempt(outcome);

    expect(retries).toEqual([false, false, false, true, true]);
  });

  it('leaves a failed attempt to the next one, which knows that it is not the first', async () => {
    const { key, deliveryId, job, posted } = await waiting(store, record.pool);
    const failing = store.once({ job }).deliver(
      deliveryId,
      async () => {
        throw new RangeError('no');
      },
      none,
    );
    await expect(failing).rejects.toThrow(RangeError);
    expect(await rowOf(record.pool, deliveryId)).toMatchObject({ state: 'sending', attempts: 1 });
    expect((await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId)).isDone).toBe(false);

    let retried: boolean | null = null;
    const later = createStore(record.pool, { now: () => after(9) });
    await later.deliver(
      deliveryId,
      async (delivery, _, isRetry) => {
        retried = isRetry;
        expect(delivery.firstTriedAt).toEqual(START);
        return { posted };
      },
      none,
    );

    expect(retried).toBe(true);
    expect((await store.read(key))?.case.version).toBe(1);
  });

  it('knows a first attempt by the earlier of two clocks, so that one that is ahead hides no post', async () => {
    const { deliveryId, posted } = await waiting(store, record.pool);
    const ahead = createStore(record.pool, { now: () => new Date(Date.now() + 3_600_000) });
    let firstTriedAt: Date | null = null;

    await ahead.deliver(
      deliveryId,
      async (delivery) => {
        ({ firstTriedAt } = delivery);
        return { posted };
      },
      none,
    );

    expect(Number(firstTriedAt)).toBeGreaterThan(START.getTime());
    expect(Number(firstTriedAt)).toBeLessThanOrEqual(Date.now() + 60_000);
  });

  it('has a card drawn again that may stem from an earlier attempt, since nobody knows what that one showed', async () => {
    const { key, deliveryId, posted } = await waiting(store, record.pool);
    const lost = store.deliver(
      deliveryId,
      async () => {
        throw new RangeError('posted, but the answer was lost');
      },
      none,
    );
    await expect(lost).rejects.toThrow(RangeError);
    await store.change(key, () => ({ change: { set: { handlerId: 'anna' }, history: [] }, answer: null }));

    await store.deliver(deliveryId, async () => ({ posted }), none);

    expect((await store.staleCards(key.caseId)).map((card) => card.deliveryId)).toEqual([deliveryId]);
    expect(await refreshes(record.pool, key.caseId)).toBe(1);
  });

  it('can be delivered again, as a retry, when the connection is killed while it is being sent', async () => {
    const { deliveryId, job, posted } = await waiting(store, record.pool);
    const killed = store.once({ job }).deliver(
      deliveryId,
      async () => {
        await record.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
        );
        return { posted };
      },
      () => ({ history: [{ action: 'posted', actorId: null }] }),
    );
    await expect(killed).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retry: 'backoff' });
    expect(await rowOf(record.pool, deliveryId)).toMatchObject({
      state: 'sending',
      attempts: 1,
      posted_message: null,
    });

    const retries: boolean[] = [];
    const again = await store.once({ job }).deliver(
      deliveryId,
      async (_delivery, _file, isRetry) => {
        retries.push(isRetry);
        return { posted };
      },
      none,
    );

    expect({ again, retries }).toEqual({ again: true, retries: [true] });
    expect(await rowOf(record.pool, deliveryId)).toMatchObject({
      state: 'sent',
      attempts: 2,
      posted_message: 'posted',
    });
  });
});
