import type { Job } from 'bullmq';
import type { Lane } from '../handlers/handler.ts';
import { type JobData, type NewJob, growingBackoff } from './job.ts';

/** What the relay needs of a BullMQ queue. */
export interface LaneQueue {
  add(name: string, data: JobData, opts: NewJob['opts']): Promise<unknown>;
  addBulk(jobs: NewJob[]): Promise<unknown>;
  /** `unknown` for a job the queue does not have (any more). */
  getJobState(jobId: string): Promise<string>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What the runtime needs of a BullMQ worker. */
export interface LaneWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  isRunning(): boolean;
  /** Takes no new job and waits for the running ones. */
  close(): Promise<void>;
}

/** The rhythm of a worker (ms). */
export interface WorkerTimings {
  stalledMs: number;
  lockMs: number;
  /** The first wait after a failure. */
  backoffMs: number;
}

export type RunJob = (job: Job<JobData>) => Promise<void>;

/** Where the queue lives: Redis or PostgreSQL. Connects by itself, again and again. */
export interface Backend {
  /** For people: `Redis` or `PostgreSQL`. */
  name: string;
  /** Brings the place up to date, before the first queue or worker is opened. Safe to repeat. */
  prepare(): Promise<void>;
  /** False while a command would fail for certain. */
  isReachable(): boolean;
  /** Calls `listener` whenever it has become so. */
  onReachable(listener: () => void): void;
  openQueue(lane: Lane): LaneQueue;
  openWorker(lane: Lane, run: RunJob, concurrency: number, timings: WorkerTimings): LaneWorker;
  /** Drops every connection; what still waits for an answer fails. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * A job whose worker vanished returns to the queue this often. BullMQ's own 1 loses jobs when the process crashes
 * repeatedly for reasons of its own.
 */
const MAX_STALLED = 100;

/** The pause of a worker whose queue was away (ms). BullMQ's own 15 s would also hold up closing. */
const RETRY_MS = 1_000;

/**
 * How long a worker waits for news before it looks by itself (s). The queue wakes it for each job that is added, and it knows when the
 * next one is due; BullMQ's own 5 s is most of what a program asks while nothing happens.
 */
const LOOK_AFTER_S = 60;

/** The part of BullMQ's worker options that is the same everywhere. */
export function workerOptions(concurrency: number, { stalledMs, lockMs, backoffMs }: WorkerTimings) {
  return {
    concurrency,
    maxStalledCount: MAX_STALLED,
    drainDelay: LOOK_AFTER_S,
    stalledInterval: stalledMs,
    lockDuration: lockMs,
    runRetryDelay: RETRY_MS,
    settings: { backoffStrategy: growingBackoff(backoffMs) },
  };
}
