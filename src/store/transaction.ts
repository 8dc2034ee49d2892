import type { Pool, PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import { run } from './sql.ts';

/** Connection exceptions (class 08), shut down by an operator or a crash (57P0x), and no connection left (53300). https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNAVAILABLE = /^(08...|57P0[1-5]|53300|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOENT|HOSTUNREACH))$/;

/**
 * Runs `work` with one client of the pool and gives it back; a client whose connection broke is thrown away.
 * @throws {AppError} STORE_UNAVAILABLE when the database cannot be reached or the connection was lost.
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
    throw !(error instanceof AppError) && (lost || isUnavailable(error)) ? unavailable(error) : error;
  } finally {
    client.off('error', onError);
    client.release(lost ?? undefined);
  }
}

/** One transaction: all of `work`, or nothing of it. */
export function transaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return holdClient(pool, async (client) => {
    // Named, because every look after a lock has to see what others committed, whatever the server's default is.
    await run(client, 'begin isolation level read committed');
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

function unavailable(cause: unknown): AppError {
  return new AppError('STORE_UNAVAILABLE', 'The database cannot be reached.', 'backoff', { cause });
}
