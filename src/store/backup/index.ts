import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { Pool } from 'pg';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { openDatabase, poolConfig } from '../database.ts';
import { type EmbeddedPostgres, startPostgres, visitPostgres } from '../embedded/start-postgres.ts';
import { holdClient } from '../transaction.ts';
import { restoreBackup, type RestoreOptions, type Restored } from './restore-backup.ts';
import { type BackupSummary, writeBackup } from './write-backup.ts';

export type { Restored } from './restore-backup.ts';
export type { BackupSummary } from './write-backup.ts';

/** Where the record is. */
export interface Whereabouts {
  databaseUrl: string | null;
  dataDir: string;
  log: Log;
}

/** A backup holds one connection. */
const CONNECTIONS = 2;

/**
 * Writes the record into `sink` while Hearback runs, or while it does not, whatever version of Hearback it belongs to.
 * @throws {AppError} DATABASE_NOT_FOUND, STORE_UNAVAILABLE
 */
export function backupRecord(
  where: Whereabouts,
  sink: Writable,
  options: { now: Date; signal: AbortSignal },
): Promise<BackupSummary> {
  return onDatabase(where, visitPostgres, (pool) => writeBackup(pool, sink, options));
}

/**
 * Puts a backup in place of the record. Makes the embedded database when there is none; Hearback must not run.
 * @throws {AppError} DATABASE_NOT_FOUND when it runs, NOT_POSSIBLE, DATABASE_MISMATCH
 */
export function restoreRecord(where: Whereabouts, path: string, options: RestoreOptions): Promise<Restored> {
  return onDatabase(where, startPostgres, (pool) => restoreBackup(pool, path, options));
}

async function onDatabase<T>(
  { databaseUrl, dataDir, log }: Whereabouts,
  open: (options: { dataDir: string; log: Log }) => Promise<EmbeddedPostgres>,
  work: (pool: Pool) => Promise<T>,
): Promise<T> {
  const embedded = databaseUrl === null ? await open({ dataDir: resolve(dataDir), log }) : null;
  const pool = openDatabase(embedded?.connection ?? poolConfig(databaseUrl ?? ''), { log, max: CONNECTIONS });
  try {
    await holdClient(pool, (sql) => sql.query('select 1')).catch(refused);
    return await work(pool);
  } finally {
    await pool.end();
    await embedded?.stop();
  }
}

/** A server that answers but lets nobody in says so with a code, which is no outage. https://www.postgresql.org/docs/current/errcodes-appendix.html */
function refused(error: unknown): never {
  const { code = '' } = error as { code?: string };
  if (error instanceof AppError || !/^(28|3D)/.test(code)) throw error;
  throw new AppError(
    'DATABASE_NOT_FOUND',
    `The database server refuses DATABASE_URL (${code}): check its name, its user and its password.`,
    'never',
    { cause: error },
  );
}
