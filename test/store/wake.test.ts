import { add, takeOne } from './outbox.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Outbox } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { deliveryTo, message, nothing, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;
let outbox: Outbox;

beforeEach(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
  outbox = createOutbox(record.pool, { now: () => START });
});
afterEach(() => record.drop());

/** A bell that can be waited for; rung before anybody waits, it is heard all the same. */
function bell() {
  let rings = 0;
  let heard: (() => void) | null = null;
  return {
    wake: (): void => {
      rings += 1;
      heard?.();
    },
    next: async (): Promise<void> => {
      if (rings === 0) await new Promise<void>((resolve) => (heard = resolve));
      rings = 0;
    },
  };
}

describe('waking the relay', () => {
  it('happens when another process adds a row', async () => {
    const { wake, next } = bell();
    const stop = await outbox.onAdded(wake);
    const other = createStore(record.connect(), { now: () => START });

    await other.say('slack:T', deliveryTo('slack:T', 'a'));
    await next();
    await stop();
  });

  it('happens when a row is postponed', async () => {
    await add(store, 1);
    const outboxId = await takeOne(outbox);
    const { wake, next } = bell();
    const stop = await outbox.onAdded(wake);

    await outbox.postpone(outboxId, START);
    await next();
    await stop();
  });

  it('does not happen for what was rolled back, or when nothing was added', async () => {
    const { file, key } = await opened(store, message({ workspaceId: 'slack:T' }));
    let woken = 0;
    const { wake, next } = bell();
    const stop = await outbox.onAdded(() => {
      woken += 1;
      wake();
    });
    const failing = store.change(key, () => ({
      change: { history: [], deliveries: [deliveryTo('slack:T', 'a'), deliveryTo('slack:Other', 'b')] },
      answer: null,
    }));

    await expect(failing).rejects.toMatchObject({ code: 'WOULD_LEAK' });
    await store.change(key, nothing);
    await store.say('slack:T', deliveryTo('slack:T', 'last'));
    await next();

    expect(woken).toBe(1);
    expect(file.case.number).toBe(1);
    await stop();
  });

  it('goes on after the connection was lost, and happens then, since something may have been missed', async () => {
    const { wake, next } = bell();
    const stop = await outbox.onAdded(wake);

    await record.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
    );
    await next();
    await store.say('slack:T', deliveryTo('slack:T', 'a'));
    await next();
    await stop();
  });

  it('stops when asked, twice if need be, also while the connection is being made again', async () => {
    let woken = 0;
    const stop = await outbox.onAdded(() => {
      woken += 1;
    });
    await record.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
    );
    await stop();
    await stop();

    await store.say('slack:T', deliveryTo('slack:T', 'a'));
    const left = await record.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and query like 'listen %' and pid <> pg_backend_pid()`,
    );
    expect({ woken, listening: left.rows.length }).toEqual({ woken: 0, listening: 0 });
  });
});
