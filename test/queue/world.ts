import type pg from 'pg';
import { pino } from 'pino';
import { z } from 'zod';
import { type Context, type Handler, defineHandler } from '../../src/handlers/handler.ts';
import type { Reason } from '../../src/queue/fault.ts';
import { type QueueOptions, type QueueRuntime, createQueueRuntime } from '../../src/queue/index.ts';
import { openDatabase } from '../../src/store/database.ts';
import { type TestDatabase, testServer } from '../support/postgres.ts';
import { type OutboxRows, outboxRows } from './outbox-rows.ts';

/** Quick enough that a test need not wait; nothing is measured with them. */
const TIMINGS = { relayPollMs: 100, reconcileMs: 150, stalledMs: 200, lockMs: 1_000, backoffMs: 1 };

export interface World {
  pool: pg.Pool;
  rows: OutboxRows;
  /** Every line logged by the runtimes. */
  lines: string[];
  deadLetters: { outboxId: number; reason: Reason }[];
  runtime(handlers: readonly Handler[], options?: Partial<QueueOptions>): QueueRuntime;
  /** Relay and worker of a new runtime, started. */
  run(handlers: readonly Handler[], options?: Partial<QueueOptions>): Promise<QueueRuntime>;
  end(): Promise<void>;
}

/** A database with an outbox, and runtimes whose queue is at `urlFor` that database. */
export async function world(urlFor: (database: TestDatabase) => string | null): Promise<World> {
  const database = await (await testServer()).createMigrated();
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  const pool = openDatabase(database.connection, { log, max: 20 });
  const rows = outboxRows(pool);
  const runtimes: QueueRuntime[] = [];
  const deadLetters: World['deadLetters'] = [];

  function runtime(handlers: readonly Handler[], options: Partial<QueueOptions> = {}): QueueRuntime {
    const made = createQueueRuntime({
      url: urlFor(database),
      database: database.connection,
      outbox: rows.outbox,
      handlers,
      log,
      now: () => new Date(),
      timings: TIMINGS,
      onDeadLetter: ({ outboxId }, reason) => void deadLetters.push({ outboxId, reason }),
      ...options,
    });
    runtimes.push(made);
    return made;
  }

  return {
    pool,
    rows,
    lines,
    deadLetters,
    runtime,
    async run(handlers, options) {
      const made = runtime(handlers, options);
      await made.startRelay();
      await made.startWorker(contextFor);
      return made;
    },
    async end() {
      await Promise.all(runtimes.map((made) => made.close()));
      await pool.end();
      await database.drop();
    },
  };
}

/** The handlers of these tests only want to know whose row they run for. */
export function contextFor(outboxId: number): Context {
  return { outboxId } as unknown as Context;
}

/** A handler that takes any ids. */
export function handler(
  name: string,
  run: (outboxId: number) => Promise<void> | void,
  lane: Handler['lane'] = 'record',
): Handler {
  return defineHandler({
    name,
    lane,
    data: z.record(z.string(), z.number()),
    run: async (_data, context) => run((context as unknown as { outboxId: number }).outboxId),
  });
}
