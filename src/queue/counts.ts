/** What this process has done with jobs since it started. Plain additions: asking costs nothing. */
export interface Counts {
  /** Rows sent to the queue. */
  relayed: number;
  /** Rows sent to it again because their job was lost. */
  redriven: number;
  started: number;
  done: number;
  /** Jobs whose row was done, given up or sent anew before they ran. */
  stale: number;
  postponed: number;
  retried: number;
  failed: number;
}

export function newCounts(): Counts {
  return { relayed: 0, redriven: 0, started: 0, done: 0, stale: 0, postponed: 0, retried: 0, failed: 0 };
}
