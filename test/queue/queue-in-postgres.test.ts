import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_SCHEMA, MIGRATION_ADVISORY_LOCK_KEY, Worker, createPostgresBackend } from 'bullmq';
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

describe('the queue in PostgreSQL, whose connection is lost while it is brought up to date', () => {
  let here: World;
  beforeEach(async () => {
    here = await world(() => null);
  });
  afterEach(() => here.end());

  it('tries it again, and the program goes on', async () => {
    const ran: number[] = [];
    const id = await here.rows.add({ kind: 'greet' });
    const other = await here.pool.connect();
    const LOCK = `${MIGRATION_ADVISORY_LOCK_KEY}, hashtext('${DEFAULT_SCHEMA}')`;
    await other.query(`select pg_advisory_lock(${LOCK})`);
    await here.run([handler('greet', (outboxId) => void ran.push(outboxId))]);
    const waiting = `select pid from pg_stat_activity
      where datname = current_database() and application_name = 'hearback-queue' and wait_event_type = 'Lock'`;
    await eventually(async () => (await other.query(waiting)).rows.length > 0);
    await other.query(`select pg_terminate_backend(pid) from (${waiting}) as lost`);
    await other.query(`select pg_advisory_unlock(${LOCK})`);
    other.release();
    await eventually(async () => (await here.rows.find(id)).done);
    expect(ran).toEqual([id]);
  });
});
