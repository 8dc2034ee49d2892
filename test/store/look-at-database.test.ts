import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createShards } from '../../src/store/shards.ts';
import { lookAtDatabase } from '../../src/store/look-at-database.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { openPooler } from '../support/pooler.ts';

let record: TestRecord;

beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

it('finds nothing wrong with a database of its own', async () => {
  expect(await lookAtDatabase(record.url, 'DATABASE_URL')).toMatchObject({
    record: 'current',
    problem: null,
    unheardShards: [],
  });
});

it('notices a pooler that shares connections between transactions', async () => {
  const pooler = await openPooler(record.pool.options);
  try {
    const { problem } = await lookAtDatabase(pooler.url, 'DATABASE_URL');
    expect(problem).toMatch(/^DATABASE_URL: a pooler .* pool_mode=session/);
  } finally {
    await pooler.close();
  }
});

it('tells which shards of Discord nobody hears while others are listened to', async () => {
  const shards = createShards(record.pool);
  const seat = await shards.join(() => undefined);
  const { leases } = await seat.beat(3, []);
  await seat.beat(
    3,
    leases.map(({ count, shard }) => ({ count, shard, isHeard: shard !== 1, session: null })),
  );
  expect((await lookAtDatabase(record.url, 'DATABASE_URL')).unheardShards).toEqual([1]);

  await seat.leave();
  expect((await lookAtDatabase(record.url, 'DATABASE_URL')).unheardShards).toEqual([]);
});
