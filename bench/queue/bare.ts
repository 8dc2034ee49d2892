import { Queue, Worker, createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { NewJob } from '../../src/queue/job.ts';

/** BullMQ with nothing of ours: `addBulk`, and a worker that does nothing. */
export interface Bare {
  /** How long so many jobs take from adding to the last one done (ms). */
  run(jobs: readonly NewJob[], atATime: number): Promise<number>;
  close(): Promise<void>;
}

/** Jobs go in by batches of this size, as ours do. */
const BATCH = 100;
const DATABASE = 'hearback_bench_bare';

/** @param url `redis://…` */
export function bareInRedis(url: string): Bare {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  return {
    run: (jobs, atATime) => drain(jobs, atATime, { Queue, Worker }, connection),
    close: async () => void (await connection.quit()),
  };
}

/** In a database of its own on the same server. */
export async function bareInPostgres(config: pg.PoolConfig, atATime: number): Promise<Bare> {
  const admin = new pg.Client(config);
  await admin.connect();
  await admin.query(`drop database if exists ${DATABASE} with (force)`);
  await admin.query(`create database ${DATABASE} template template0 encoding 'UTF8'`);
  await admin.end();
  const pool = new pg.Pool({
    ...config,
    database: DATABASE,
    options: '-c search_path=bullmq,public',
    max: Math.ceil(atATime / 2) + 5,
  });
  const client = await pool.connect();
  await runMigrations(client);
  client.release();
  return {
    run: (jobs, at) => drain(jobs, at, withBackend(createPostgresBackend) as never, pool),
    close: () => pool.end(),
  };
}

async function drain(
  jobs: readonly NewJob[],
  concurrency: number,
  made: { Queue: typeof Queue; Worker: typeof Worker },
  connection: unknown,
): Promise<number> {
  const options = { connection } as never;
  const queue = new made.Queue('bare', options);
  // An id that an earlier run left there would be refused.
  await queue.obliterate({ force: true });
  let left = jobs.length;
  let over = () => {};
  const isOver = new Promise<void>((resolve) => (over = resolve));
  const worker = new made.Worker('bare', () => Promise.resolve(), { connection, concurrency } as never);
  worker.on('completed', () => {
    left -= 1;
    if (left === 0) over();
  });
  worker.on('error', (error) => process.stderr.write(`bare: ${error.message}\n`));
  await worker.waitUntilReady();
  const began = performance.now();
  for (let from = 0; from < jobs.length; from += BATCH) await queue.addBulk(jobs.slice(from, from + BATCH));
  await isOver;
  const took = performance.now() - began;
  await worker.close();
  await queue.close();
  return took;
}
