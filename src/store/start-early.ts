import { resolve } from 'node:path';
import type { Log } from '../log.ts';
import { type EmbeddedPostgres, hasDatabase, startPostgres } from './embedded/start-postgres.ts';

/**
 * Begins to start the embedded PostgreSQL, so that it is there by the time the rest of the program has been read. Null where the record is
 * on another server, and before the first start: a program that is not set up right should make nothing.
 */
export function startEarly(
  { databaseUrl, dataDir }: { databaseUrl: string | null; dataDir: string },
  log: Log,
): Promise<EmbeddedPostgres> | null {
  if (databaseUrl !== null || !hasDatabase(dataDir)) return null;
  const starting = startPostgres({ dataDir: resolve(dataDir), log });
  // Whoever opens the record hears of what went wrong.
  starting.catch(() => {});
  return starting;
}
