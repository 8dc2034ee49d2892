import { expect, it } from '@jest/globals';
import { databaseServerAt, fromUrl } from '../faults/arena/servers.ts';
import { testServer } from '../support/postgres.ts';
import { redisOfThisWorker } from '../support/world.ts';
import { liveAndRead } from './month.ts';

/** `npm run test:leaks` lives a whole month. This is a glimpse of it; LEAKS_SEED chooses another. */
const SEED = Number(process.env['LEAKS_SEED'] ?? 1);

it(`shows nobody what they may not read, whatever people do (seed ${SEED})`, async () => {
  const connection = (await testServer()).connection('postgres');
  const server = databaseServerAt(
    connection.connectionString ? fromUrl(connection.connectionString) : connection,
  );
  const { totals, leaks } = await liveAndRead({
    seed: SEED,
    days: 4,
    acts: 60,
    server,
    redis: redisOfThisWorker(),
  });

  expect(leaks).toEqual([]);
  expect(totals.texts).toBeGreaterThan(8);
  // What is typed is read by those it is for.
  expect(totals.found).toBeGreaterThan(0);
}, 240_000);
