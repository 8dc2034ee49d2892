import { setTimeout as pause } from 'node:timers/promises';
import type { Lane } from '../handlers/handler.ts';
import type { Log } from '../log.ts';
import type { Backend, LaneWorker, RunJob, WorkerTimings } from './backend.ts';
import { faultOf } from './fault.ts';
import { LANES, PATIENCE } from './lanes.ts';
import { rarely } from './rarely.ts';
import { repeat } from './repeat.ts';

/** How often the workers are looked at (ms); only matters when they could not start. */
const LOOK_EVERY_MS = 1_000;
/** How often the same trouble of a worker is logged (ms). */
const TELL_EVERY_MS = 10_000;

/** How long the queue has to hear of the last finished jobs (ms). */
const HEAR_WITHIN_MS = 5_000;

export interface Workers {
  problem(): string | null;
  close(): Promise<void>;
}

/** One worker a lane, and another one when the first contact with the queue failed: BullMQ's would stay broken. */
export function startWorkers(
  backend: Backend,
  run: RunJob,
  concurrency: Readonly<Record<Lane, number>>,
  timings: WorkerTimings,
  log: Log,
): Workers {
  const workers = new Map<Lane, LaneWorker>();
  const { tracked, idle } = trackRunning(run);
  const tell = rarely(TELL_EVERY_MS, (lane, code) =>
    log.error({ lane, code }, 'a worker has trouble with the queue'),
  );
  let failing: string | null = null;
  const looking = repeat(LOOK_EVERY_MS, ensure);
  backend.onReachable(looking.wake);

  async function ensure(): Promise<void> {
    const missing = LANES.filter((lane) => !workers.get(lane)?.isRunning());
    if (missing.length === 0 || !backend.isReachable()) return;
    failing = await backend.prepare().then(() => null, faultOf);
    if (failing) tell('every lane', failing);
    else if (!looking.isStopped()) for (const lane of missing) replace(lane);
  }

  function replace(lane: Lane): void {
    discard(workers, lane);
    const rhythm = { ...timings, stalledMs: timings.stalledMs * PATIENCE[lane] };
    const worker = backend.openWorker(lane, tracked, concurrency[lane], rhythm);
    worker.on('error', (error) => tell(lane, faultOf(error)));
    worker.waitUntilReady().catch(() => workers.get(lane) === worker && discard(workers, lane));
    workers.set(lane, worker);
  }

  return {
    problem: () => failing && `The workers could not reach the queue in ${backend.name} (${failing}).`,
    async close() {
      await looking.stop();
      const closing = [...workers.values()].map((worker) => worker.close());
      await idle();
      // A queue that cannot be reached never hears that the last jobs are done: they come again, and find their rows done.
      if (!backend.isReachable()) await backend.close();
      await Promise.race([Promise.allSettled(closing), pause(HEAR_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}

/** A worker that could not start. What it says at the end is of no interest. */
function discard(workers: Map<Lane, LaneWorker>, lane: Lane): void {
  void workers
    .get(lane)
    ?.close()
    .catch(() => {});
  workers.delete(lane);
}

/** Knows the jobs under way, also when BullMQ cannot say that they ended because the queue is away. */
function trackRunning(run: RunJob): { tracked: RunJob; idle(): Promise<unknown> } {
  const running = new Set<Promise<void>>();
  return {
    tracked(job) {
      const ended = run(job).finally(() => running.delete(ended));
      running.add(ended);
      return ended;
    },
    idle: () => Promise.allSettled(running),
  };
}
