import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';

/** The advisory lock that says: this embedded database has its application. Spells `hear`. */
const CLAIM = 0x68656172;
/** The server needs a moment to notice that a killed application is gone (ms). */
const PATIENCE_MS = 3_000;
/** The pause between two attempts to take a lost claim again (ms). */
const RETRY_MS = 1_000;

/**
 * Takes a server for ourselves alone, for as long as the connection lives: the server itself notices when we are killed.
 * @returns the function that gives it back
 * @throws {AppError} DATABASE_NOT_FOUND when another process has it
 */
export async function claim(connection: pg.ClientConfig, log: Log): Promise<() => Promise<void>> {
  const until = Date.now() + PATIENCE_MS;
  let given = false;
  let client = await tryToClaim(connection, onLost);
  while (!client && Date.now() < until) {
    await pause(100);
    client = await tryToClaim(connection, onLost);
  }
  if (!client) {
    throw new AppError(
      'DATABASE_NOT_FOUND',
      'Another Hearback is running on this data folder: stop it first, or give this one a folder of its own.',
      'never',
    );
  }
  return async () => {
    given = true;
    await client?.end();
  };

  /** A server that recovered from a crash has dropped all its connections. */
  async function takeAgain(): Promise<void> {
    client = null;
    await pause(RETRY_MS, undefined, { ref: false });
    if (given) return;
    client = await tryToClaim(connection, onLost).catch(() => null);
    if (given) await client?.end();
    else if (!client) void takeAgain();
  }

  function onLost(): void {
    if (given) return;
    log.warn('the embedded database dropped its connections');
    void takeAgain();
  }
}

async function tryToClaim(connection: pg.ClientConfig, onLost: () => void): Promise<pg.Client | null> {
  const client = new pg.Client({ ...connection, application_name: 'hearback-claim' });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    CLAIM,
  ]);
  if (!rows[0]?.taken) {
    await client.end();
    return null;
  }
  client.on('end', onLost);
  return client;
}
