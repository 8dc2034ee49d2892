import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testServer } from '../support/postgres.ts';
import { openArena, type Arena } from './arena/arena.ts';
import { databaseServerAt, fromUrl } from './arena/servers.ts';
import { faults } from './faults/index.ts';
import { lostAnswers } from './faults/lost-answers.ts';
import { planRun, playRun } from './run.ts';

/** `npm run test:faults` has all faults, and goes on for hundreds of kills. This is a glimpse of it; FAULT_SEED chooses another. */
const SEED = Number(process.env['FAULT_SEED'] ?? 1);
const RUNS = 2;

let arena: Arena;

beforeAll(async () => {
  const connection = (await testServer()).connection('postgres');
  const server = databaseServerAt(
    connection.connectionString ? fromUrl(connection.connectionString) : connection,
  );
  arena = await openArena({ layout: 'one', server, redis: null });
  await arena.until('the program', () => arena.bots.every((bot) => bot.isReady()), 50_000);
});
afterAll(() => arena?.close());

it.each(Array.from({ length: RUNS }, (_, run) => run))(
  `loses nothing, says nothing twice and leaks nothing when it is killed again and again (seed ${SEED}, run %i)`,
  async (run) => {
    const plan = planRun({ run, seed: SEED, arena, platforms: ['slack', 'discord'], among: [lostAnswers] });
    const { kills, met, verdict } = await playRun(arena, plan);
    expect({ ...verdict, met }).toEqual({ lost: [], twice: [], leaked: [], met });
    expect(kills).toBeGreaterThan(0);
  },
  240_000,
);

it('has every fault of the folder in its list, under the name of its file', () => {
  const files = readdirSync('test/faults/faults').map((file) => file.replace('.ts', ''));
  const expected = files.filter((file) => !['index', 'fault'].includes(file));
  expect(faults.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
});
