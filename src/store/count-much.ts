import type { Pool } from 'pg';
import type { Sql } from './sql.ts';
import { transaction } from './transaction.ts';

/**
 * Longest it may take: whoever asks for years of a large record is told to ask for less, and nobody else waits for a connection. What a
 * year of it comes to is sorted in memory. Compiling a query of one page costs more than it saves. And what is counted is mostly in
 * memory: a row that an index finds costs hardly more than the next one of a table, of which there are many.
 */
const SETTINGS = `set local statement_timeout = '20s'; set local work_mem = '48MB'; set local jit = off; set local random_page_cost = 1.1`;

/** As of one moment. */
const BEGIN = 'begin isolation level repeatable read read only';

/** Reads what is counted of many cases. */
export function countMuch<T>(pool: Pool, read: (sql: Sql) => Promise<T>): Promise<T> {
  const counted = async (sql: Sql) => {
    await sql.query(SETTINGS);
    return read(sql);
  };
  return transaction(pool, counted, { begin: BEGIN });
}
