import type { BulkJobOptions } from 'bullmq';
import { z } from 'zod';
import type { OutboxRow } from '../store/outbox.ts';

/** How often a job is tried before its row is given up. */
export const ATTEMPTS = 8;

/** The name of our own back-off among BullMQ's. */
const BACKOFF = 'growing';
/** Each wait is this many times the one before: 2 s at first, 2 h at last, 3 h in all. A platform's bad hour passes. */
const GROWTH = 4;

/** Failed jobs the queue keeps at most of each lane, and for how long (s). */
const FAILED_KEPT = 1_000;
const FAILED_KEPT_S = 30 * 86_400;

/** All a job carries; everything else is read from the row when it runs. */
export const jobData = z.object({ outboxId: z.number().int(), generation: z.number().int() });

export type JobData = z.infer<typeof jobData>;

/** A job as BullMQ's `addBulk` takes it. */
export interface NewJob {
  name: string;
  data: JobData;
  opts: BulkJobOptions;
}

/**
 * The row's job. Publishing a row twice adds one job: BullMQ refuses an id it still knows, and one that has run before finds its row
 * done. For the same reason a new sending needs a new generation.
 * @param turn BullMQ's priority: 0 goes first, and the higher the later
 */
export function jobFor(row: OutboxRow, turn: number, now: Date): NewJob {
  const { outboxId, generation } = row;
  return {
    name: row.kind,
    data: { outboxId, generation },
    opts: {
      jobId: jobIdOf(row),
      // PostgreSQL refuses a fraction of a millisecond.
      delay: Math.max(0, Math.round(row.runAt.getTime() - now.getTime())),
      priority: turn,
      attempts: ATTEMPTS,
      backoff: { type: BACKOFF },
      // The row remembers what was done. In PostgreSQL each job that ends looks through all that are kept.
      removeOnComplete: true,
      // Why it was given up stands in the row: this is for whoever looks into the queue itself.
      removeOnFail: { age: FAILED_KEPT_S, count: FAILED_KEPT },
      stackTraceLimit: 1,
    },
  };
}

export function jobIdOf({ outboxId, generation }: Pick<OutboxRow, 'outboxId' | 'generation'>): string {
  return `ob-${outboxId}-${generation}`;
}

/** Waits for BullMQ (ms): growing, and scattered by half so that jobs which failed together do not return together. */
export function growingBackoff(firstMs: number): (attemptsMade: number) => number {
  return (attemptsMade) => Math.round(firstMs * GROWTH ** (attemptsMade - 1) * (0.75 + Math.random() / 2));
}
