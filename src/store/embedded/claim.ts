import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { arrive, depart } from './presence.ts';

/** The advisory lock that says: this embedded database has its application. Spells `hear`. */
const CLAIM = 0x68656172;
/** The connection's name among those of the server. */
const NAME = 'hearback-claim';
/** The server needs a moment to notice that a killed application is gone (ms). */
const PATIENCE_MS = 3_000;
/** The pause before each attempt to take a lost claim again (ms). */
const RETRY_MS = 1_000;

/**
 * Takes a server for ourselves alone, for as long as the connection lives: the server itself notices when we are killed.
 * A connection that is lost means trouble with the server: `revive` is called, and the claim taken again.
 * @returns the function that gives it back, and calls `onLast` when nobody else uses the server
 * @throws {AppError} DATABASE_NOT_FOUND when another process has it
 */
export async function claim(
  connection: pg.ClientConfig,
  log: Log,
  revive: () => Promise<unknown>,
): Promise<(onLast: () => Promise<void>) => Promise<void>> {
  const state = { given: false };
  let takingAgain = Promise.resolve();
  let client: pg.Client | null = await firstClaim(connection);
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
        client = await claimAgain(connection);
        client?.on('end', onLost);
      } catch (err) {
        log.error({ err }, 'the embedded database is still away');
      }
    }
  }

  return async (onLast) => {
    state.given = true;
    await takingAgain;
    await depart(client, connection, onLast);
  };
}

/** @param where the other process runs, when that is known */
export function inUse(where: string): AppError {
  const advice = where === '' ? '' : ' Commands of `hearback` work beside it, where it runs.';
  return new AppError(
    'DATABASE_NOT_FOUND',
    `Another Hearback is running on this data folder${where}: stop it first, or give this one a folder of its own.${advice}`,
    'never',
  );
}

async function firstClaim(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = await arrive(connection, NAME);
  const until = Date.now() + PATIENCE_MS;
  while (!(await tryToClaim(client))) {
    if (Date.now() > until) {
      await client.end();
      throw inUse('');
    }
    await pause(100);
  }
  return client;
}

async function claimAgain(connection: pg.ClientConfig): Promise<pg.Client | null> {
  const client = await arrive(connection, NAME);
  if (await tryToClaim(client)) return client;
  await client.end();
  return null;
}

async function tryToClaim(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    CLAIM,
  ]);
  return rows[0]?.taken === true;
}
