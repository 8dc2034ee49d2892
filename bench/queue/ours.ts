import type pg from 'pg';
import { pino } from 'pino';
import { z } from 'zod';
import { type Context, defineHandler } from '../../src/handlers/handler.ts';
import { type QueueRuntime, createQueueRuntime } from '../../src/queue/index.ts';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { ADDED } from '../../src/store/jobs.ts';

const NOTHING = defineHandler({
  name: 'nothing',
  lane: 'record',
  data: z.object({}),
  run: () => Promise.resolve(),
});

/** How often it is asked whether all is done (ms). */
const LOOK_EVERY_MS = 5;

export interface Ours {
  /** How long so many rows take from their commit to the last one done in the database (ms). */
  run(count: number): Promise<number>;
  close(): Promise<void>;
}

/** Outbox, relay and workers as the program runs them, with a handler that does nothing. */
export async function ours(pool: pg.Pool, database: pg.PoolConfig, url: string | null): Promise<Ours> {
  const now = () => new Date();
  const log = pino({ level: 'silent' });
  const runtime = createQueueRuntime({
    url,
    database,
    outbox: createOutbox(pool, { now }),
    handlers: [NOTHING],
    log,
    now,
  });
  await runtime.startRelay();
  // The handler asks for nothing.
  await runtime.startWorker(() => ({}) as Context);
  await add(pool, 1);
  await done(runtime, 1);
  let total = 1;
  return {
    async run(count) {
      total += count;
      const began = performance.now();
      await add(pool, count);
      await done(runtime, total);
      return performance.now() - began;
    },
    close: () => runtime.close(),
  };
}

async function add(pool: pg.Pool, count: number): Promise<void> {
  await pool.query(
    `with added as (
       insert into hearback.outbox (kind, data, run_at, added_at)
       select 'nothing', '{}', now(), now() from generate_series(1, $1) returning 1)
     select pg_notify($2, ''), (select count(*) from added)`,
    [count, ADDED],
  );
}

function done(runtime: QueueRuntime, total: number): Promise<void> {
  return new Promise((resolve) => {
    const looking = setInterval(() => {
      if (runtime.counts().done < total) return;
      clearInterval(looking);
      resolve();
    }, LOOK_EVERY_MS);
  });
}
