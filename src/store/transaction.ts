import type { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import { mayStandStill } from './database.ts';
import { noteFullDisk } from './disk.ts';
import { run, type Sql, type SqlInTransaction } from './sql.ts';

/**
 * Connection exceptions (class 08), shut down by an operator or a crash (57P0x), no connection, memory or disk left (class
 * 53), a disk that fails (58030), a server that may only be read (25006), a transaction that stood still (25P03). All of them pass.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const UNAVAILABLE =
  /^(08...|57P0[1-5]|53...|58030|25006|25P03|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOENT|HOSTUNREACH))$/;

/**
 * Runs `work` with one client of the pool and gives it back; a client whose connection broke is thrown away.
 * @throws {AppError} STORE_UNAVAILABLE when the database cannot be reached, the connection was lost, or its disk is full.
 */
export async function holdClient<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  plansOnce = false,
): Promise<T> {
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
    planOnce(client, plansOnce);
    return await work(client);
  } catch (error) {
    if (noteFullDisk(pool, error)) throw unavailable(error, "The database's disk is full.");
    throw !(error instanceof AppError) && (lost || isUnavailable(error)) ? unavailable(error) : error;
  } finally {
    client.off('error', onError);
    client.release(lost ?? undefined);
  }
}

/** The same for one look that finds everything by its keys. */
export function holdClientByKey<T>(pool: Pool, look: (sql: Sql) => Promise<T>): Promise<T> {
  const byKey = (client: PoolClient) => look({ plansOnce: true, query: client.query.bind(client) });
  return holdClient(pool, byKey, true);
}

/** Connections that plan a statement for all values, and not anew for each. */
const planningOnce = new WeakSet<PoolClient>();

/**
 * From now on the connection plans each statement once, or for the values it comes with. Left so for whoever has it next, who most often wants
 * the same. A failure is one of the connection, of which the next statement hears too.
 */
function planOnce(client: PoolClient, isWanted: boolean): void {
  if (planningOnce.has(client) === isWanted) return;
  if (isWanted) planningOnce.add(client);
  else planningOnce.delete(client);
  const mode = isWanted ? 'force_generic_plan' : 'auto';
  client.query(`set plan_cache_mode to ${mode}`).catch(() => null);
}

/** The level is named, because every look after a lock has to see what others committed, whatever the server's default is. */
export const BEGIN = 'begin isolation level read committed';

/** For one that waits for whoever takes its lines, or brings them: but not for good. */
export const MAY_WAIT_FOR_OTHERS = "set local idle_in_transaction_session_timeout = '60s'";

/** So often in the time a transaction may stand still it is said that it does not. */
const SAID_IN_TIME = 3;

/** How a transaction begins, and whether its statements are planned once for all values. */
export interface Beginning {
  begin?: string;
  plansOnce?: boolean | undefined;
}

/** One transaction: all of `work`, or nothing of it. */
export function transaction<T>(
  pool: Pool,
  work: (sql: SqlInTransaction) => Promise<T>,
  { begin = BEGIN, plansOnce = false }: Beginning = {},
): Promise<T> {
  const whole = async (client: PoolClient): Promise<T> => {
    const held = hold(client, plansOnce);
    held.sql.later(begin);
    // A platform or a tracker may take its time; a process that stands still says nothing any more.
    // Whatever is wrong with the connection is told by the next statement of the work itself.
    const alive = setInterval(
      () => void held.sql.query('select').catch(() => null),
      mayStandStill(pool) / SAID_IN_TIME,
    );
    try {
      const result = await work(held.sql);
      await held.commit();
      return result;
    } catch (error) {
      await held.rollBack();
      // The first error is the one to tell.
      throw held.failure() ?? error;
    } finally {
      clearInterval(alive);
    }
  };
  return holdClient(pool, whole, plansOnce);
}

/** The connection of one transaction: what is sent without waiting, the first failure of it, and the end. */
function hold(client: PoolClient, plansOnce: boolean) {
  let failure: Error | null = null;
  let isOver = false;
  const query = ((...given: Parameters<PoolClient['query']>) => {
    // What went on beside something that failed must not reach a connection that somebody else has by then.
    if (isOver) return Promise.reject(new Error('the transaction is over'));
    inOneWrite(client);
    return client.query(...given);
  }) as PoolClient['query'];
  const sql: SqlInTransaction = {
    plansOnce,
    query,
    later: (statement, values = []) => {
      run(sql, statement, values).catch((error: Error) => {
        failure ??= error;
      });
    },
  };
  return {
    sql,
    failure: () => failure,
    commit: async () => {
      const ended = query('commit');
      isOver = true;
      const { command } = await ended;
      // What PostgreSQL answers when a statement before has failed.
      if (command !== 'COMMIT') throw failure ?? new Error('the transaction was rolled back');
    },
    rollBack: async () => {
      isOver = true;
      // On a lost connection the server has rolled back by itself.
      await run(client, 'rollback').catch(() => null);
    },
  };
}

/** Whatever is asked before anybody waits for an answer leaves together: each write wakes the server anew. */
function inOneWrite(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
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
