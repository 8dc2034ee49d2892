import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Pace, Toll } from '../chat/pace.ts';
import { RateLimited } from '../errors.ts';
import type { Log } from '../log.ts';
import { databaseFault } from './database.ts';
import { createLearning } from './pace-limits.ts';
import { charge, holdBack, patientTurn, takeTurn, tidyPace, type Asked, type Clock } from './pace-turns.ts';
import type { Sql } from './sql.ts';
import { holdClient, holdClientByKey, transaction } from './transaction.ts';

/** A wait up to this long (ms) is waited out by the call itself: putting a job off costs more. */
const IN_PLACE_MS = 1_000;
/** How long a call nobody waits for waits in place before its work is put off (ms). */
const PATIENT_MS = 2_000;
/** The longest we let a platform hold us back (ms), whatever it says: it is asked again then. */
const HOLD_MAX_MS = 3_600_000;
/** How often old rows are removed (ms). */
const TIDY_EVERY_MS = 600_000;

/** What pacing has done in this process since it started. */
export interface PaceCounts {
  /** Calls whose work was put off until their moment. */
  putOff: number;
  /** Rate limits the platforms answered with all the same. */
  limited: number;
}

export interface PaceOptions {
  log: Log;
  /** The database's clock when left out: one clock for all processes. */
  clock?: Clock;
  /** Tests have no time: every span is so many times shorter. */
  speed?: number;
}

export interface StoredPace extends Pace {
  counts(): PaceCounts;
}

/** The pace in a PostgreSQL database that `migrate` has brought up to date. */
export function createPace(pool: Pool, { log, clock = () => null, speed = 1 }: PaceOptions): StoredPace {
  const counts: PaceCounts = { putOff: 0, limited: 0 };
  const mood = new AsyncLocalStorage<'urgent' | 'patient'>();
  const quietly = (what: string, work: () => Promise<unknown>): Promise<void> =>
    work().then(
      () => undefined,
      (error: unknown) => log.warn(databaseFault(error), `${what} could not be written down`),
    );
  const tidied = every(TIDY_EVERY_MS, () =>
    quietly('that old turns are past', () => holdClient(pool, (sql) => tidyPace(sql, clock))),
  );

  const waitFor = (forMs: number, look: (sql: Sql) => Promise<number>) =>
    waitInPlace(
      forMs,
      () => holdClientByKey(pool, look),
      () => (counts.putOff += 1),
    );
  const turn = async (asked: Asked): Promise<void> => {
    const toll = quickened(asked.toll, speed);
    const how = mood.getStore();
    if (how === 'urgent') {
      if (!asked.isAhead) void quietly('a call', () => holdClient(pool, (sql) => charge(sql, toll, clock)));
      return;
    }
    tidied();
    await (how === 'patient'
      ? waitFor(PATIENT_MS, (sql) => patientTurn(sql, toll, clock))
      : waitFor(IN_PLACE_MS, (sql) => takeTurn(sql, { ...asked, toll }, clock)));
  };

  return {
    turn: (ticket, toll, next) => turn({ ticket, toll, next, isAhead: false }),
    turnAhead: (ticket, toll) => turn({ ticket, toll, isAhead: true }),
    hold: async (key, forMs, why) => {
      if (why === 'limited') counts.limited += 1;
      const boundedMs = Math.min(HOLD_MAX_MS, Math.max(0, Number.isFinite(forMs) ? forMs : 0));
      await quietly('a rate limit', () => transaction(pool, (sql) => holdBack(sql, key, boundedMs, clock)));
    },
    ...createLearning(pool, speed, quietly),
    urgently: (work) => mood.run('urgent', work),
    isUrgent: () => mood.getStore() === 'urgent',
    patiently: (work) => (mood.getStore() === 'urgent' ? work() : mood.run('patient', work)),
    counts: () => ({ ...counts }),
  };
}

/** Asks until the answer is 0, as long as the waits between are not more than `forMs` together. @throws {RateLimited} */
async function waitInPlace(forMs: number, look: () => Promise<number>, onPutOff: () => void): Promise<void> {
  for (let leftMs = forMs; ;) {
    const waitMs = await look();
    if (waitMs <= 0) return;
    if (waitMs > leftMs) {
      onPutOff();
      throw new RateLimited('The pace kept for the platform', Math.ceil(waitMs), null);
    }
    await pause(waitMs);
    leftMs -= waitMs;
  }
}

/** @returns the call with spans so many times shorter. */
function quickened({ line, ceiling }: Toll, speed: number): Toll {
  return {
    line: { ...line, perMs: line.perMs / speed },
    ...(ceiling && { ceiling: { ...ceiling, perMs: ceiling.perMs / speed } }),
  };
}

/** @returns a function that does `work`, when it has not done it for so long. */
function every(everyMs: number, work: () => Promise<void>): () => void {
  let last = performance.now();
  return () => {
    if (performance.now() - last < everyMs) return;
    last = performance.now();
    void work();
  };
}
