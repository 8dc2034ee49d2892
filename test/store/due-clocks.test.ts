import { add } from './outbox.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Outbox } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, jobs, START } from './record.ts';

let record: TestRecord;
let store: Store;
let outbox: Outbox;

beforeEach(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
  outbox = createOutbox(record.pool, { now: () => START });
});
afterEach(() => record.drop());

describe('clocks without a job', () => {
  it('are rung once they are due, and once only while a job for it is under way', async () => {
    await add(store, 0, 10, 20);
    expect(await outbox.ringDueClocks(after(60))).toBe(0);
    await record.pool.query('delete from hearback.outbox');

    expect(await outbox.ringDueClocks(after(10))).toBe(1);
    expect(await outbox.ringDueClocks(after(10))).toBe(0);
    const [rung] = await jobs(record.pool, 'ring-clock');
    expect(rung).toMatchObject({ runAt: after(10), data: { generation: 1 } });

    await outbox.done(rung?.outboxId ?? 0);
    expect(await outbox.ringDueClocks(after(10))).toBe(1);
  });

  it('get one job when two processes look at once', async () => {
    await add(store, 0, 10);
    await record.pool.query('delete from hearback.outbox');
    const other = createOutbox(record.connect(), { now: () => START });

    const counts = await Promise.all([
      outbox.ringDueClocks(after(10)),
      other.ringDueClocks(after(10)),
      outbox.ringDueClocks(after(10)),
    ]);

    expect(counts.toSorted()).toEqual([0, 0, 1]);
  });

  it('are not rung after they were stopped', async () => {
    await add(store, 0, 10);
    await record.pool.query('delete from hearback.outbox');
    await record.pool.query(`update hearback.clock set state = 'stopped'`);

    expect(await outbox.ringDueClocks(after(10))).toBe(0);
  });
});
