import type { Notification, Pool, PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import { ADDED } from './jobs.ts';
import type { Sql } from './sql.ts';

/** How long to wait before the next try when the database is away (ms). */
const RETRY_MS = 1_000;

/** What is done about what other processes say. */
interface Listener {
  heard(payload: string): void;
  /** A connection was lost, and made again: something may have been said meanwhile. */
  mayHaveMissed(): void;
  /** Whatever else belongs to each connection, before it listens. */
  connected?(sql: Sql): Promise<unknown>;
}

/**
 * Calls `wake` after every commit that added outbox rows, in whichever process, and after every time in which that may have been missed.
 * @returns the function that stops it; safe to call twice.
 * @throws {AppError} STORE_UNAVAILABLE when the first connection fails.
 */
export function listenForJobs(pool: Pool, wake: () => void): Promise<() => Promise<void>> {
  return keepListening(pool, ADDED, { heard: wake, mayHaveMissed: wake });
}

/**
 * Hears what is said on a channel of PostgreSQL, in whichever process. Takes one client of the pool for as long as it listens; a lost
 * connection is made again.
 * @returns the function that stops it; safe to call twice.
 * @throws {AppError} STORE_UNAVAILABLE when the first connection fails.
 */
export async function keepListening(
  pool: Pool,
  channel: string,
  listener: Listener,
): Promise<() => Promise<void>> {
  let isStopped = false;
  let retry: NodeJS.Timeout | null = null;
  let connecting: Promise<void> = Promise.resolve();
  let drop: (() => void) | null = null;

  const onLost = (): void => {
    drop = null;
    if (!isStopped) retry = setTimeout(reconnect, RETRY_MS);
  };
  const reconnect = (): void => {
    connecting = connect().then(() => listener.mayHaveMissed(), onLost);
  };
  const connect = async (): Promise<void> => {
    drop = await listen(pool, channel, listener, onLost);
    if (isStopped) drop();
  };

  await connect().catch((error: unknown) => {
    throw new AppError('STORE_UNAVAILABLE', 'The database cannot be reached.', 'backoff', { cause: error });
  });
  return async () => {
    isStopped = true;
    if (retry) clearTimeout(retry);
    await connecting;
    drop?.();
    drop = null;
  };
}

/** @returns what ends it on purpose; `onLost` is called once when it ends by itself. */
async function listen(
  pool: Pool,
  name: string,
  { heard, connected }: Listener,
  onLost: () => void,
): Promise<() => void> {
  const client = await pool.connect();
  let isOver = false;
  const end = (lost: boolean): void => {
    if (isOver) return;
    isOver = true;
    client.off('notification', onNotification);
    // The connection still listens: it must not serve anybody else.
    client.release(true);
    if (lost) onLost();
  };
  const onNotification = ({ channel, payload = '' }: Notification): void => {
    if (channel === name) heard(payload);
  };
  client.on('notification', onNotification);
  client.on('error', () => end(true));
  client.on('end', () => end(true));
  try {
    await connected?.(client);
    await startListening(client, name);
  } catch (error) {
    end(false);
    throw error;
  }
  return () => end(false);
}

async function startListening(client: PoolClient, name: string): Promise<void> {
  await client.query(`listen ${name}`);
}
