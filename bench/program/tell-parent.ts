import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a measured process says of itself. */
export interface Said {
  /** Since the process began (ms). */
  readyMs: number;
  rssMb: number;
  /** In use by JavaScript, buffers included. */
  heapMb: number;
  /** Sockets, pipes, files and the like that are open; timers are not counted. */
  handles: number;
  /** Processor time of the process since it began (ms). */
  cpuMs: number;
}

/**
 * Says that the process is ready, then again whenever the parent asks, at the word `settle` after what nobody needs any more has been
 * collected; at its word `end` it closes and goes.
 */
export function tellParent(close: () => Promise<unknown>): void {
  const say = () => process.send?.(said());
  // A parent that was ended leaves nobody behind.
  process.on('disconnect', () => process.exit(1));
  process.on('message', (message) => {
    if (message === 'end') void close().then(() => process.exit(0));
    else {
      if (message === 'settle') collect();
      say();
    }
  });
  say();
}

function said(): Said {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    readyMs: performance.now(),
    rssMb: rss / 2 ** 20,
    heapMb: (heapUsed + external) / 2 ** 20,
    handles: process.getActiveResourcesInfo().filter((name) => !/^(Timeout|Immediate)$/.test(name)).length,
    cpuMs: (user + system) / 1_000,
  };
}

function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  gc();
}
