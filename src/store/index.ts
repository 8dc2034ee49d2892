import { resolve } from 'node:path';
import type { PoolConfig } from 'pg';
import type { Log } from '../log.ts';
import { createOutbox } from './create-outbox.ts';
import { createStore } from './create-store.ts';
import { databaseFault, openDatabase, poolConfig } from './database.ts';
import { startPostgres } from './embedded/start-postgres.ts';
import { migrate } from './migrate.ts';
import type { Outbox } from './outbox.ts';
import type { Store } from './store.ts';

/**
 * Connections of one process to the record: a delivery under way holds one and reads with a second (10 of them), a recording
 * one (10), a file one (2), listening one, and some are left for people's commands. With the queue's own pool on PostgreSQL
 * that stays below the embedded server's 60.
 */
const CONNECTIONS = 36;

/** The record, open and up to date. */
export interface Record {
  store: Store;
  outbox: Outbox;
  /** How to reach its database, for the queue. */
  connection: PoolConfig;
  /** Null when it answers; else what is wrong. */
  problem(): Promise<string | null>;
  close(): Promise<void>;
}

/**
 * Opens the record on the server at `databaseUrl`, or on an embedded PostgreSQL in `dataDir`, and migrates it.
 * @throws {AppError} DATABASE_NOT_FOUND, DATABASE_MISMATCH
 */
export async function openRecord(options: {
  databaseUrl: string | null;
  dataDir: string;
  log: Log;
  now(): Date;
}): Promise<Record> {
  const { databaseUrl, dataDir, log, now } = options;
  const embedded = databaseUrl === null ? await startPostgres({ dataDir: resolve(dataDir), log }) : null;
  const connection = embedded?.connection ?? poolConfig(databaseUrl ?? '');
  const pool = openDatabase(connection, { log, max: CONNECTIONS });
  const close = async () => {
    await pool.end();
    await embedded?.stop();
  };
  try {
    await migrate(pool);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    store: createStore(pool, { now }),
    outbox: createOutbox(pool, { now }),
    connection,
    problem: () =>
      pool.query('select 1').then(
        () => null,
        (error: unknown) => `The database does not answer (${databaseFault(error).code}).`,
      ),
    close,
  };
}
