import { type PgPool, createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import type { Lane } from '../handlers/handler.ts';
import type { Log } from '../log.ts';
import { endsWhatStandsStill } from '../store/database.ts';
import { type Backend, type LaneQueue, type LaneWorker, workerOptions } from './backend.ts';
import { faultOf } from './fault.ts';
import type { JobData } from './job.ts';
import { LANES, queueName } from './lanes.ts';

/** BullMQ's tables have bare, common names: they get a schema of their own, first in the path. */
const SEARCH_PATH = '-c search_path=bullmq,public';
/** Connections besides those that listen or run jobs: the relay, the sweeps. */
const SPARE = 4;
/** How long a connection may take (ms). */
const CONNECT_WITHIN_MS = 10_000;
/** A lock lasts half a minute: one that ends later than this (ms) was written down by a clock that was ahead. */
const LATEST_END_MS = 120_000;

/** The queue in PostgreSQL, by BullMQ's own backend: one pool for everything, each worker keeps one connection to listen. */
export function postgresBackend(
  connection: pg.PoolConfig,
  concurrency: Readonly<Record<Lane, number>>,
  log: Log,
): Backend {
  const jobs = LANES.reduce((sum, lane) => sum + concurrency[lane], 0);
  const pool = new pg.Pool({
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    ...connection,
    application_name: 'hearback-queue',
    options: `${SEARCH_PATH} ${endsWhatStandsStill()}`,
    keepAlive: true,
    max: LANES.length + Math.ceil(jobs / 2) + SPARE,
  });
  let preparing: Promise<void> | undefined;
  let closing: Promise<void> | undefined;
  const { Queue, Worker } = withBackend(patientBackend(pool));
  const shared = withoutItsErrors(pool);
  pool.on('error', (error) => log.warn({ code: faultOf(error) }, 'the queue lost a database connection'));
  // One that is lost between two statements of a transaction tells the next; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));

  return {
    name: 'PostgreSQL',
    // The relay and the workers want the same at the same time.
    prepare: () => (preparing ??= migrate(pool).finally(() => (preparing = undefined))),
    // Nobody knows before trying; the relay's rows come from a database too, most often this one.
    isReachable: () => true,
    onReachable: () => {},
    openQueue: (lane): LaneQueue => new Queue<JobData>(queueName(lane), { connection: shared }),
    openWorker: (lane, run, atATime, timings): LaneWorker =>
      new Worker<JobData, void>(queueName(lane), run, {
        connection: shared,
        ...workerOptions(atATime, timings),
      }),
    close: () => (closing ??= pool.end()),
  };
}

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}

/**
 * The same pool for BullMQ, which would add a listener for lost connections with each queue it opens, and never take it away:
 * in an outage the relay opens a new one every second. They are heard once, by us.
 */
function withoutItsErrors(pool: pg.Pool): PgPool {
  const shared: pg.Pool = new Proxy(pool, {
    get(target, name) {
      if (name === 'on')
        return (event: 'connect', listener: () => void) =>
          (event as string) === 'error' ? shared : target.on(event, listener);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  // BullMQ only writes the types of its listeners in another way.
  return shared as unknown as PgPool;
}

/**
 * BullMQ's backend, except that looking for vanished workers may fail: it is done again soon anyway. BullMQ would sleep
 * for 5 s, which nothing can interrupt, and keep a process from ending. And those who wait hear of what was found.
 */
function patientBackend(pool: pg.Pool): typeof createPostgresBackend {
  const look = async (queue: string, find: () => Promise<string[]>): Promise<string[]> => {
    if (queue === queueName(LANES[0]!)) await comeBackToTheTime(pool);
    const found = await find();
    if (found.length > 0) await pool.query(`select pg_notify('bullmq_jobs', $1)`, [queue]);
    return found;
  };
  return (queue, ...rest) => {
    const backend = createPostgresBackend(queue, ...rest);
    const find = backend.moveStalledJobsToWait.bind(backend);
    backend.moveStalledJobsToWait = () => look(queue, find).catch(() => []);
    return backend;
  };
}

/**
 * BullMQ writes its workers' time into the tables. After a clock that was ahead has been put right, nobody would look for
 * vanished workers, nor their locks end, before that time has come again.
 */
async function comeBackToTheTime(pool: pg.Pool): Promise<void> {
  const now = Date.now();
  await pool.query(
    `with looked as (
       update meta set value = $2::text where queue = any($1) and field = 'stalled-check' and value::bigint > $3::bigint)
     update job set locked_until_ms = $2::bigint where queue = any($1) and state = 'active' and locked_until_ms > $3::bigint`,
    [LANES.map(queueName), now, now + LATEST_END_MS],
  );
}
