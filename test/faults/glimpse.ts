import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testServer } from '../support/postgres.ts';
import { openArena, type Arena } from './arena/arena.ts';
import { databaseServerAt, fromUrl } from './arena/servers.ts';
import { lostAnswers } from './faults/lost-answers.ts';
import { planRun, playRun } from './run.ts';

const SEED = Number(process.env['FAULT_SEED'] ?? 1);

/** One run among the hundreds of `npm run test:faults`, as a test: an even one plays on Slack, an odd one on Discord. */
export function glimpse(run: number): void {
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

  it(`loses nothing, says nothing twice and leaks nothing when it is killed again and again (seed ${SEED}, run ${run})`, async () => {
    const plan = planRun({ run, seed: SEED, arena, platforms: ['slack', 'discord'], among: [lostAnswers] });
    const { kills, met, verdict } = await playRun(arena, plan);
    expect({ ...verdict, met }).toEqual({ lost: [], twice: [], leaked: [], met });
    expect(kills).toBeGreaterThan(0);
  }, 240_000);
}
