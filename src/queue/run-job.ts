import { type Job, UnrecoverableError } from 'bullmq';
import { AppError } from '../errors.ts';
import type { Turn } from './at-once.ts';
import type { Context, Handler, Lane } from '../handlers/handler.ts';
import type { Log } from '../log.ts';
import type { Outbox, OutboxRow, Setback } from '../store/outbox.ts';
import type { RunJob } from './backend.ts';
import type { Counts } from './counts.ts';
import { type Reason, faultOf, reasonOf } from './fault.ts';
import { ATTEMPTS, type JobData, jobData } from './job.ts';
import { kindsOf } from './lanes.ts';

/** Resolves when a job of a lane may begin, by its place in line, with the room it has until it ends; null: it takes none. */
export type BeginJob = (lane: Lane, place: number) => Promise<Turn | null>;
/** `store` of the context is bound to this outbox row. */
export type ContextFor = (outboxId: number, turn: Turn | null) => Context;

export interface JobRunner {
  handlers: readonly Handler[];
  contextFor: ContextFor;
  outbox: Outbox;
  log: Log;
  now(): Date;
  counts: Counts;
  begin: BeginJob;
  /** Told after a row was given up. */
  onDeadLetter(row: OutboxRow, reason: Reason): Promise<void> | void;
}

/** The failure BullMQ is told of: it keeps what it is told, so it gets a code and nothing of the cause. */
class JobFailed extends Error {
  constructor(code: string) {
    super(code);
    this.name = new.target.name;
    this.stack = `${this.name}: ${code}`;
  }
}

/** Makes what a worker calls for each job, which may have to wait until it begins. */
export function createRunJob(runner: JobRunner): RunJob {
  const { laneOf } = kindsOf(runner.handlers);
  const run = createRun(runner);
  return async (job) => {
    const turn = await runner.begin(laneOf(job.name), job.priority);
    try {
      await run(job, turn);
    } finally {
      turn?.end();
    }
  };
}

/** Open the row, run its handler, decide what a failure means. */
function createRun(runner: JobRunner): (job: Job<JobData>, turn: Turn | null) => Promise<void> {
  const { outbox, counts } = runner;
  const handlers = new Map(runner.handlers.map((handler) => [handler.name, handler]));

  return async (job, turn) => {
    const { outboxId, generation } = jobData.parse(job.data);
    counts.started += 1;
    const row = await outbox.open(outboxId, generation).catch((error: unknown) => retry(error));
    if (!row) {
      counts.stale += 1;
      return;
    }
    const handler = handlers.get(row.kind);
    if (!handler)
      return giveUp(runner, row, { code: 'HANDLER_UNKNOWN', message: `No handler is called ${row.kind}.` });
    const data = handler.data.safeParse(row.data);
    if (!data.success)
      return giveUp(runner, row, {
        code: 'JOB_DATA_INVALID',
        message: `The data of ${row.kind} does not have its shape.`,
      });
    try {
      await handler.run(data.data, runner.contextFor(outboxId, turn));
      await outbox.done(outboxId);
      counts.done += 1;
    } catch (error) {
      const tellStuck: TellStuck = async (isGivenUp) => {
        const stuck = { error: error instanceof AppError ? error : null, isGivenUp };
        // What people have to hear first must not be lost: the sweep brings the row again.
        await handler.whenStuck?.(data.data, stuck, runner.contextFor(outboxId, turn)).catch(retry);
      };
      await settle(runner, row, job, error, tellStuck);
    }
  };

  function retry(error: unknown): never {
    counts.retried += 1;
    throw new JobFailed(faultOf(error));
  }
}

/** Has whatever is to be said of it said. @throws {JobFailed} when that is not possible now */
type TellStuck = (isGivenUp: boolean) => Promise<void>;

/** How long a job waits that an outage has failed eight times (ms). Outages end; giving up would lose an answer. */
const OUTAGE_AGAIN_AFTER_MS = 3_600_000;

/**
 * The error's hint becomes the queue's move. A wait of a known length does not use up an attempt. Errors of ours that say
 * "later" (the platform or the database is away) are never given up; those nobody expected are, after eight tries.
 */
async function settle(
  runner: JobRunner,
  row: OutboxRow,
  job: Job<JobData>,
  error: unknown,
  tellStuck: TellStuck,
): Promise<void> {
  const { outbox, counts, log, now } = runner;
  const { outboxId, kind } = row;
  const hint = error instanceof AppError ? error.retry : 'backoff';
  const code = faultOf(error);
  const tries = job.attemptsMade + 1;
  if (typeof hint === 'object') {
    counts.postponed += 1;
    // Whatever stands behind it has been told where it was met; a job may wait a thousand times.
    log.debug({ outboxId, kind, code, afterMs: hint.afterMs }, 'a job waits');
    await outbox.postpone(outboxId, new Date(now().getTime() + hint.afterMs), {
      ...reasonOf(error, kind),
      tries,
    });
    return;
  }
  const isLast = tries >= (job.opts.attempts ?? ATTEMPTS);
  if (isLast && hint === 'backoff' && error instanceof AppError) {
    await tellStuck(false);
    counts.postponed += 1;
    log.error({ outboxId, kind, code }, 'this has failed for hours and is tried again every hour');
    await outbox.postpone(outboxId, new Date(now().getTime() + OUTAGE_AGAIN_AFTER_MS), {
      ...reasonOf(error, kind),
      tries,
    });
    return;
  }
  if (hint === 'never' || isLast) {
    await tellStuck(true);
    return giveUp(runner, row, { ...reasonOf(error, kind), tries }, error);
  }
  counts.retried += 1;
  log.warn({ outboxId, kind, code, attempt: tries, ...whereOf(error) }, 'a job failed and is tried again');
  throw new JobFailed(code);
}

/** Gives the row up for good, where people see it. The job fails too: whoever looks at the queue sees the same. */
async function giveUp(
  { outbox, counts, log, onDeadLetter }: JobRunner,
  row: OutboxRow,
  reason: Setback,
  error?: unknown,
): Promise<never> {
  const { outboxId, kind } = row;
  await outbox.fail(outboxId, reason);
  counts.failed += 1;
  log.error({ outboxId, kind, code: reason.code, ...whereOf(error) }, 'a job was given up');
  try {
    await onDeadLetter(row, reason);
  } catch (problem) {
    log.error({ outboxId, code: faultOf(problem) }, 'the operator could not be told');
  }
  throw new UnrecoverableError(reason.code);
}

/** The frames of a foreign error's stack, without its first lines: those hold its message. */
function whereOf(error: unknown): { frames?: string[] } {
  if (!(error instanceof Error) || error instanceof AppError) return {};
  return {
    frames: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim())
      .slice(0, 6),
  };
}
