import { expect, it } from '@jest/globals';
import { databaseServerAt, fromUrl } from '../faults/arena/servers.ts';
import { testServer } from '../support/postgres.ts';
import { redisOfThisWorker } from '../support/world.ts';
import { liveMonth } from './month.ts';

/** `npm run simulate` lives a whole month. This is a glimpse of it; SIMULATE_SEED chooses another. */
const SEED = Number(process.env['SIMULATE_SEED'] ?? 1);

it(`reminds of everything that is due once, and of nothing somebody has acted on (seed ${SEED})`, async () => {
  const connection = (await testServer()).connection('postgres');
  const server = databaseServerAt(
    connection.connectionString ? fromUrl(connection.connectionString) : connection,
  );
  const { totals, findings } = await liveMonth({
    seed: SEED,
    days: 2,
    cases: 12,
    server,
    redis: redisOfThisWorker(),
  });

  expect(findings).toEqual([]);
  expect(totals.cases).toBeGreaterThan(8);
  expect(totals.fired).toBe(totals.due);
  expect(totals.due).toBeGreaterThan(totals.cases);
}, 240_000);
