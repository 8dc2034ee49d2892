import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';

/** The advisory lock that says: this embedded database has its application. Spells `hear`. */
const CLAIM = 0x68656172;
/** The server needs a moment to notice that a killed application is gone (ms). */
const PATIENCE_MS = 3_000;
/** The pause before each attempt to take a lost claim again (ms). */
const RETRY_MS = 1_000;

/**
 * Takes a server for ourselves alone, for as long as the connection lives: the server itself notices when we are killed.
 * A connection that is lost means trouble with the server: `revive` is called, and the claim taken again.
 * @returns the function that gives it back
 * @throws {AppError} DATABASE_NOT_FOUND when another process has it
 */
export async function claim(
  connection: pg.ClientConfig,
  log: Log,
  revive: () => Promise<unknown>,
): Promise<() => Promise<void>> {
  const state = { given: false };
  let takingAgain = Promise.resolve();
  let client = await firstClaim(connection);
  if (!client) throw inUse('');
  client.on('end', onLost);

  function onLost(): void {
    client = null;
    if (!state.given) takingAgain = takeAgain();
  }

  async function takeAgain(): Promise<void> {
    log.error('the embedded database has dropped its connections; seeing to it');
    while (!client) {
      await pause(RETRY_MS);
      if (state.given) return;
      try {
        await revive();
        client = await tryToClaim(connection);
        client?.on('end', onLost);
      } catch (err) {
        log.error({ err }, 'the embedded database is still away');
      }
    }
  }

  return async () => {
    state.given = true;
    await takingAgain;
    await client?.end();
  };
}

/** @param where the other process runs, when that is known */
export function inUse(where: string): AppError {
  return new AppError(
    'DATABASE_NOT_FOUND',
    `Another Hearback is running on this data folder${where}: stop it first, or give this one a folder of its own.`,
    'never',
  );
}

async function firstClaim(connection: pg.ClientConfig): Promise<pg.Client | null> {
  const until = Date.now() + PATIENCE_MS;
  let client = await tryToClaim(connection);
  while (!client && Date.now() < until) {
    await pause(100);
    client = await tryToClaim(connection);
  }
  return client;
}

async function tryToClaim(connection: pg.ClientConfig): Promise<pg.Client | null> {
  const client = new pg.Client({ ...connection, application_name: 'hearback-claim' });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    CLAIM,
  ]);
  if (rows[0]?.taken) return client;
  await client.end();
  return null;
}
