import type { Pool, PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import { noteFullDisk } from './disk.ts';
import { run } from './sql.ts';

/**
 * Connection exceptions (class 08), shut down by an operator or a crash (57P0x), no connection, memory or disk left (class
 * 53), a disk that fails (58030), a server that may only be read (25006). All of them pass.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const UNAVAILABLE =
  /^(08...|57P0[1-5]|53...|58030|25006|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOENT|HOSTUNREACH))$/;

/**
 * Runs `work` with one client of the pool and gives it back; a client whose connection broke is thrown away.
 * @throws {AppError} STORE_UNAVAILABLE when the database cannot be reached, the connection was lost, or its disk is full.
 */
export async function holdClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw unavailable(error);
  });
  let lost: Error | null = null;
  // Without a listener a connection lost between two queries would end the process.
  const onError = (error: Error): void => {
    lost = error;
  };
  client.on('error', onError);
  try {
    return await work(client);
  } catch (error) {
    if (noteFullDisk(pool, error)) throw unavailable(error, "The database's disk is full.");
    throw !(error instanceof AppError) && (lost || isUnavailable(error)) ? unavailable(error) : error;
  } finally {
    client.off('error', onError);
    client.release(lost ?? undefined);
  }
}

/** The level is named, because every look after a lock has to see what others committed, whatever the server's default is. */
const BEGIN = 'begin isolation level read committed';

/** One transaction: all of `work`, or nothing of it. @param begin how it begins, when something belongs to that */
export function transaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  begin = BEGIN,
): Promise<T> {
  return holdClient(pool, async (client) => {
    await run(client, begin);
    try {
      const result = await work(client);
      await run(client, 'commit');
      return result;
    } catch (error) {
      // On a lost connection the server has rolled back by itself; the first error is the one to tell.
      await run(client, 'rollback').catch(() => null);
      throw error;
    }
  });
}

function isUnavailable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    UNAVAILABLE.test(error.code)
  );
}

function unavailable(cause: unknown, message = 'The database cannot be reached.'): AppError {
  return new AppError('STORE_UNAVAILABLE', message, 'backoff', { cause });
}
