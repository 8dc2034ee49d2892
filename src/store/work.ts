import type { Pool, PoolClient } from 'pg';
import { transaction } from './transaction.ts';

/** One transaction of the record, and the moment that counts as "now" in all of its rows. */
export interface Work {
  sql: PoolClient;
  at: Date;
}

/** What every part of the store is made from. */
export interface Source {
  pool: Pool;
  now: () => Date;
}

/** All of `work`, or nothing of it. @throws {AppError} STORE_UNAVAILABLE */
export function atomically<T>({ pool, now }: Source, work: (work: Work) => Promise<T>): Promise<T> {
  return transaction(pool, (sql) => work({ sql, at: now() }));
}
