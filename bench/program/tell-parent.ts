/** What a measured process says of itself. */
export interface Said {
  /** Since the process began (ms). */
  readyMs: number;
  rssMb: number;
  /** Processor time of the process since it began (ms). */
  cpuMs: number;
}

/** Says that the process is ready, then again whenever the parent asks; at its word `end` it closes and goes. */
export function tellParent(close: () => Promise<unknown>): void {
  const say = () => process.send?.(said());
  process.on('message', (message) => {
    if (message === 'end') void close().then(() => process.exit(0));
    else say();
  });
  say();
}

function said(): Said {
  const { user, system } = process.cpuUsage();
  return {
    readyMs: performance.now(),
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    cpuMs: (user + system) / 1_000,
  };
}
