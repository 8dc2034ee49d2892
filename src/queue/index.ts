import type { PoolConfig } from 'pg';
import type { Handler, Lane } from '../handlers/handler.ts';
import type { Log } from '../log.ts';
import type { Outbox, OutboxRow } from '../store/outbox.ts';
import type { Backend } from './backend.ts';
import { type Counts, newCounts } from './counts.ts';
import type { Reason } from './fault.ts';
import { laneQueues } from './lane-queues.ts';
import { CONCURRENCY, kindsOf } from './lanes.ts';
import { postgresBackend } from './postgres-backend.ts';
import { redisBackend } from './redis-backend.ts';
import { type Relay, startRelay } from './relay.ts';
import { type BeginJob, type ContextFor, createRunJob } from './run-job.ts';
import { type Workers, startWorkers } from './workers.ts';

/** All in ms; tests shorten them. */
export interface QueueTimings {
  /** A row is relayed at once; this is how long it takes when the news of it got lost. */
  relayPollMs: number;
  /** Lost jobs and due clocks are looked for this often. */
  reconcileMs: number;
  /** Rows due later than this stay in the database alone. */
  horizonMs: number;
  /** How often workers look for jobs whose worker vanished. */
  stalledMs: number;
  /** A worker that is silent for this long has vanished. */
  lockMs: number;
  /** The first wait after a failure. */
  backoffMs: number;
}

const TIMINGS: QueueTimings = {
  relayPollMs: 1_000,
  reconcileMs: 60_000,
  horizonMs: 3_600_000,
  stalledMs: 15_000,
  lockMs: 30_000,
  backoffMs: 2_000,
};

export interface QueueOptions {
  /** `redis://`, `rediss://`, `postgres://`; null: PostgreSQL, next to the record. */
  url: string | null;
  /** The record's database. */
  database: string | PoolConfig;
  outbox: Outbox;
  /** Every handler there is: they tell the lane of a row, and run it. */
  handlers: readonly Handler[];
  log: Log;
  now(): Date;
  timings?: Partial<QueueTimings>;
  /** How many jobs of a lane this process runs at a time. */
  concurrency?: Partial<Record<Lane, number>>;
  /** At once by default. */
  begin?: BeginJob;
  /** Told after a row was given up; the row itself keeps the reason. */
  onDeadLetter?(row: OutboxRow, reason: Reason): Promise<void> | void;
}

/** Carries committed outbox rows to their handlers. The queue itself may be lost at any time: rows are not. */
export interface QueueRuntime {
  /** Begins to move rows to the queue. A queue that cannot be reached is waited for in the background. */
  startRelay(): Promise<void>;
  /** Begins to run jobs, in the same patient way. `contextFor` binds the store to the row. */
  startWorker(contextFor: ContextFor): Promise<void>;
  /** What is wrong with the queue, for people; null when nothing is. */
  problem(): string | null;
  counts(): Readonly<Counts>;
  /** Stops relaying, waits for running jobs, disconnects. @returns the same promise however often it is called. */
  close(): Promise<void>;
}

export function createQueueRuntime(options: QueueOptions): QueueRuntime {
  const { outbox, handlers, log, now } = options;
  const timings = { ...TIMINGS, ...options.timings };
  const concurrency = { ...CONCURRENCY, ...options.concurrency };
  const backend = openBackend(options, concurrency);
  const queues = laneQueues(backend);
  const counts = newCounts();
  let relay: Relay | undefined;
  let workers: Workers | undefined;
  let closing: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    for (const part of [relay, workers, backend]) {
      // Each one even when another fails: the process is ending.
      await part?.close().catch((err: unknown) => log.error({ err }, 'a part of the queue did not close'));
    }
  }

  return {
    async startRelay() {
      relay ??= startRelay({
        backend,
        queues,
        outbox,
        kinds: kindsOf(handlers),
        log,
        now,
        counts,
        timings,
      });
    },
    async startWorker(contextFor) {
      const { onDeadLetter = () => {}, begin = () => Promise.resolve(null) } = options;
      const run = createRunJob({ handlers, contextFor, outbox, log, now, counts, begin, onDeadLetter });
      workers ??= startWorkers(backend, run, concurrency, timings, log);
    },
    problem: () => relay?.problem() ?? workers?.problem() ?? null,
    counts: () => ({ ...counts }),
    close: () => (closing ??= closeAll()),
  };
}

function openBackend(
  { url, database, log }: QueueOptions,
  concurrency: Readonly<Record<Lane, number>>,
): Backend {
  if (url && /^rediss?:/.test(url)) return redisBackend(url, log);
  const connection = url ?? database;
  return postgresBackend(
    typeof connection === 'string' ? { connectionString: connection } : connection,
    concurrency,
    log,
  );
}
