import pg from 'pg';
import type { Log } from '../log.ts';

/** PostgreSQL's type number of `bigint`, which `pg` would hand over as text. */
const INT8 = 20;
/**
 * A host that vanished without a word is noticed within two minutes, and what it held is free; PostgreSQL's own two hours are
 * how long a message under way would wait. Has no meaning on a socket of the same machine.
 */
const NOTICE_A_LOST_HOST = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10';
/** How long a transaction may stand still between two statements (ms), by default. */
const MAY_STAND_STILL_MS = 10_000;
/** How long a caller waits for a free or a new connection before it fails (ms). */
const CONNECT_WITHIN_MS = 10_000;

export interface DatabaseOptions {
  log: Log;
  /** Most connections at a time; 10 by default. */
  max?: number;
  mayStandStillMs?: number;
}

/**
 * Ends the transaction of a process that stands still, which would hold what others wait for until it goes on, if it ever does. One that only
 * waits, such as for a platform's answer, says so meanwhile (`transaction`).
 */
export function endsWhatStandsStill(ms = MAY_STAND_STILL_MS): string {
  return `-c idle_in_transaction_session_timeout=${ms}`;
}

const standStill = new WeakMap<pg.Pool, number>();

/** How long a transaction of the pool may stand still (ms). */
export function mayStandStill(pool: pg.Pool): number {
  return standStill.get(pool) ?? MAY_STAND_STILL_MS;
}

/** A pool on the record's database. `bigint` comes as a number: our ids and counts stay below 2^53. */
export function openDatabase(
  connection: string | pg.PoolConfig,
  { log, max = 10, mayStandStillMs }: DatabaseOptions,
): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'hearback',
    options: `${NOTICE_A_LOST_HOST} ${endsWhatStandsStill(mayStandStillMs)}`,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    ...poolConfig(connection),
    max,
    keepAlive: true,
    // Transactions send what they need no answer to without waiting: https://node-postgres.com/features/pipeline
    pipeline: true,
    types: { getTypeParser },
  });
  standStill.set(pool, mayStandStillMs ?? MAY_STAND_STILL_MS);
  // Without a listener a connection lost while idle would end the process.
  pool.on('error', (error) => log.warn(databaseFault(error), 'a database connection was lost'));
  return pool;
}

/** One form for both ways of naming a database. */
export function poolConfig(connection: string | pg.PoolConfig): pg.PoolConfig {
  return typeof connection === 'string' ? { connectionString: connection } : connection;
}

/**
 * What may be logged of a database's error. Its message, detail and query can hold what people wrote;
 * the SQLSTATE or the system's code says what happened: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function databaseFault(error: unknown): { code: string; constraint?: string } {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    ...(typeof constraint === 'string' && { constraint }),
  };
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === INT8 && format !== 'binary') return Number;
  return pg.types.getTypeParser(oid, format);
}
