import type { Stir } from '../cases/heat/stir.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { addStirs } from './stirs.ts';
import { atomically, type Source } from './work.ts';

/** What is counted waits so long for company (ms): one row each would be a transaction for everything that is said. */
const GATHER_MS = 500;
/** Written in one transaction, and kept while the database is away; what comes then is not counted. */
const BATCH = 1_000;
const WAITING_MAX = 20_000;

export interface StirNotes {
  note(stir: Stir): void;
  flush(): Promise<void>;
  /** Writes what waits a last time. */
  close(): Promise<void>;
}

/**
 * Counts are no feedback: they are written a moment later and together, so that the platform has its "received" at once, and a
 * crash loses those of the last half second.
 */
export function createStirNotes(source: Source, log: Log): StirNotes {
  let waiting: Stir[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  /** The one that comes after `writing`; whatever is noted until it begins is written by it. */
  let next: Promise<void> | null = null;
  let isTroubled = false;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      try {
        for (const [workspaceId, stirs] of byCommunity(batch))
          await atomically(source, (work) => addStirs(work, workspaceId, stirs));
        isTroubled = false;
      } catch (error) {
        if (!isTroubled) log.warn({ err: error }, 'what is said in channels could not be counted for now');
        isTroubled = true;
        // What the database will never take must not keep the rest from being counted.
        if (error instanceof AppError && error.retry !== 'never') return;
      }
      waiting = waiting.slice(batch.length);
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // While the database keeps us waiting there is one in line and no more, however much is said meanwhile.
    next ??= writing.then(() => {
      next = null;
      writing = write();
      return writing;
    });
    return next;
  }

  return {
    note(stir) {
      if (waiting.length < WAITING_MAX) waiting.push(stir);
      timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
    flush,
    close: flush,
  };
}

function byCommunity(stirs: readonly Stir[]): Map<Stir['workspaceId'], Stir[]> {
  const found = new Map<Stir['workspaceId'], Stir[]>();
  for (const stir of stirs) {
    const theirs = found.get(stir.workspaceId) ?? [];
    theirs.push(stir);
    found.set(stir.workspaceId, theirs);
  }
  return found;
}
