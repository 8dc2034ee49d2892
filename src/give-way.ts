import { EventEmitter, once } from 'node:events';

/** What nobody waits for lets go first what somebody waits for: a platform its "received", a person their answer. */
export interface GiveWay {
  /** Somebody waits until this has ended. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nobody waits any more, or after so long that it is time to go on all the same. */
  clear(): Promise<void>;
}

/** Longest that work waits for others (ms): under a steady stream of them it has to go on too. */
const LONGEST_MS = 250;

export function createGiveWay(longestMs = LONGEST_MS): GiveWay {
  const way = new EventEmitter().setMaxListeners(0);
  let waiting = 0;
  return {
    async first(work) {
      waiting += 1;
      try {
        return await work();
      } finally {
        waiting -= 1;
        if (waiting === 0) way.emit('clear');
      }
    },
    async clear() {
      if (waiting === 0) return;
      await once(way, 'clear', { signal: AbortSignal.timeout(longestMs) }).catch(() => {});
    },
  };
}
