import type { Pool } from 'pg';
import { writeNoted, type Noted } from './audit-chain.ts';
import type { Sql, SqlInTransaction } from './sql.ts';
import { BEGIN as BEGIN_ALONE, type Beginning, transaction } from './transaction.ts';

/** One transaction of the record, and the moment that counts as "now" in all of its rows. */
export interface Work extends Step {
  sql: SqlInTransaction;
}

/** The same where each statement is waited for. */
export interface Step {
  sql: Sql;
  at: Date;
  /** What the audit log will say of it; written at its very end. */
  noted: Noted[];
}

/** What every part of the store is made from. */
export interface Source {
  pool: Pool;
  now: () => Date;
}

/** Any number will do, as long as every process uses the same. */
export const WRITING_LOCK = 4_332_229;

/**
 * Writers share it, an erasure has it alone: whoever writes sees all of an erasure or is seen by it. Taken before any
 * other lock, so that nobody who holds a row waits for it.
 */
const BEGIN = `${BEGIN_ALONE}; select pg_advisory_xact_lock_shared(${WRITING_LOCK})`;

/** All of `work`, or nothing of it. @throws {AppError} STORE_UNAVAILABLE */
export function atomically<T>(source: Source, work: (work: Work) => Promise<T>): Promise<T> {
  return written(source, work, { begin: BEGIN });
}

/** The same for what finds everything by its keys, whose plan is the same for all values: what happens for every message. */
export function atomicallyByKey<T>(source: Source, work: (work: Work) => Promise<T>): Promise<T> {
  return written(source, work, { begin: BEGIN, plansOnce: true });
}

/**
 * The same for work that waits for others while its transaction is open, such as a call to a platform: an erasure does not
 * wait for it, so it must write nobody's words, and lock the row it is about before anything else.
 */
export function atomicallyWhileWaiting<T>(
  source: Source,
  work: (work: Work) => Promise<T>,
  { plansOnce }: Pick<Beginning, 'plansOnce'> = {},
): Promise<T> {
  return written(source, work, { plansOnce });
}

/**
 * The same for what is simply done again when the database loses it in a crash: nobody waits for the disk. A crash of the program alone
 * loses nothing of it.
 */
export function atomicallyWithoutDisk<T>(source: Source, work: (work: Work) => Promise<T>): Promise<T> {
  return written(source, work, { begin: `${BEGIN}; set local synchronous_commit to off`, plansOnce: true });
}

function written<T>(
  { pool, now }: Source,
  work: (work: Work) => Promise<T>,
  beginning: Beginning,
): Promise<T> {
  return transaction(
    pool,
    async (sql) => {
      const at = now();
      const noted: Noted[] = [];
      const result = await work({ sql, at, noted });
      await writeNoted(sql, at, noted);
      return result;
    },
    beginning,
  );
}
