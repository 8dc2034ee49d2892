import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Worker, createPostgresBackend } from 'bullmq';
import pg from 'pg';
import { eventually } from '../support/eventually.ts';
import { queueContract } from './queue-contract.ts';
import { contextFor, handler, world, type World } from './world.ts';

queueContract({
  name: 'PostgreSQL',
  url: () => null,
  fresh: () => Promise.resolve(),
  wipe: async (pool) => void (await pool.query('truncate bullmq.job cascade')),
  async contents(pool) {
    const jobs = await pool.query('select * from bullmq.job');
    const events = await pool.query('select * from bullmq.event');
    return JSON.stringify([jobs.rows, events.rows]);
  },
  snatch,
});

async function snatch(pool: pg.Pool): Promise<boolean> {
  const own = new pg.Pool({ ...pool.options, options: '-c search_path=bullmq' });
  const worker = new Worker(
    'hearback-record',
    null,
    { connection: own, autorun: false, lockDuration: 200 },
    createPostgresBackend as never,
  );
  const job = await worker.getNextJob('a-vanished-worker', { block: false });
  await worker.close(true);
  await own.end();
  return job !== undefined;
}

describe('the queue in PostgreSQL, after a clock that was ahead has been put right', () => {
  let here: World;
  beforeEach(async () => {
    here = await world(() => null);
  });
  afterEach(() => here.end());

  it('gives the job of a vanished worker to another one, without waiting for that time to come again', async () => {
    const ran: number[] = [];
    const runtime = here.runtime([handler('greet', (outboxId) => void ran.push(outboxId))]);
    await runtime.startRelay();
    const id = await here.rows.add({ kind: 'greet' });
    await eventually(async () => (await here.rows.find(id)).dispatched);
    await eventually(() => snatch(here.pool));
    const ahead = Date.now() + 3_600_000;
    await here.pool.query("update bullmq.job set locked_until_ms = $1 where state = 'active'", [ahead]);
    await here.pool.query(
      "insert into bullmq.meta (queue, field, value) values ('hearback-record', 'stalled-check', $1) on conflict (queue, field) do update set value = excluded.value",
      [ahead],
    );
    await runtime.startWorker(contextFor);
    await eventually(async () => (await here.rows.find(id)).done);
    expect(ran).toEqual([id]);
  });
});
