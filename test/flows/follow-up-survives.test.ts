import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cliOf } from '../cli/cli.ts';
import { databaseServerAt, fromUrl } from '../faults/arena/servers.ts';
import type { WatchedCase } from '../simulate/checker/case.ts';
import { Checker } from '../simulate/checker/checker.ts';
import { COMMUNITIES, FIRST, KINDS, START } from '../simulate/plan.ts';
import { openPrograms, type Programs } from '../simulate/programs.ts';
import { Stage } from '../simulate/stage.ts';
import { temporaryFolder } from '../support/folder.ts';
import { testServer } from '../support/postgres.ts';
import { redisOfThisWorker } from '../support/world.ts';

// Real programs on a real record and queue, with the clock of a simulated month and its far end: hours pass in a moment.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const north = COMMUNITIES[0]!;
const urgent = KINDS.find(({ severity }) => severity === 'urgent')!;

let programs: Programs;
let checker: Checker;
let stage: Stage;
/** Mondays at ten, of weeks in which nobody has a holiday. */
const mondays = [0, 1, 2, 5, 6, 7].map((week) => START + week * 7 * DAY + 2 * HOUR);

beforeAll(async () => {
  const connection = (await testServer()).connection('postgres');
  const server = databaseServerAt(
    connection.connectionString ? fromUrl(connection.connectionString) : connection,
  );
  programs = await openPrograms({ server, redis: redisOfThisWorker(), startAt: START, plan: FIRST });
  checker = new Checker(FIRST);
  stage = new Stage(programs, checker, FIRST);
  await programs.startOne();
});
afterAll(() => programs?.close());

/** On a Monday morning of its own: its first answer is due in half an hour. */
async function urgentCase(): Promise<WatchedCase> {
  await stage.rest(mondays.shift()!);
  return stage.flag(north, urgent, north.members[0]!, north.handler);
}

/** Ends the test's case, so that it reminds nobody in the next one's week. */
const over = (found: WatchedCase) => stage.dismiss(found, north.leads[0]!);

/** Who was reminded of a case, and how many minutes after it was opened. */
function reminders(found: WatchedCase, openedAt: number): string[] {
  return stage
    .heard()
    .filter(({ number, what }) => number === found.number && what === 'reminder')
    .map(({ to, at }) => `${to} after ${Math.round((at - openedAt) / MINUTE)} min`);
}

const HANDLER = north.handler;

describe('a reminder that is due', () => {
  it('comes once when the program starts again after it was due, and goes on up the ladder', async () => {
    const found = await urgentCase();
    const openedAt = stage.now();
    await stage.rest(openedAt + 10 * MINUTE);
    await stage.restart(40 * MINUTE);
    await stage.restart(MINUTE);
    await stage.rest(openedAt + HOUR);

    expect(reminders(found, openedAt)).toEqual([`${HANDLER} after 50 min`]);
    expect(checker.findings).toEqual([]);
    await over(found);
  });

  it('comes once although its job was in the queue when the queue was lost', async () => {
    const found = await urgentCase();
    const openedAt = stage.now();
    await stage.rest(openedAt + 10 * MINUTE);
    await stage.loseJobs();
    await stage.wipeQueue();
    await stage.rest(openedAt + HOUR);

    expect(reminders(found, openedAt)).toEqual([`${HANDLER} after 30 min`]);
    expect(checker.findings).toEqual([]);
    await over(found);
  });

  it('comes once with two programs at work, in one message with what else is due', async () => {
    await stage.second();
    const first = await urgentCase();
    const openedAt = stage.now();
    const others = [
      await stage.flag(north, urgent, north.members[1]!, HANDLER),
      await stage.flag(north, urgent, north.members[2]!, HANDLER),
    ];
    await stage.rest(openedAt + HOUR);

    for (const found of [first, ...others])
      expect(reminders(found, openedAt)).toEqual([`${HANDLER} after 30 min`]);
    expect(checker.findings).toEqual([]);
    for (const found of [first, ...others]) await over(found);
  });

  it('comes once while the policy file is broken, and once it is mended nothing comes again', async () => {
    const found = await urgentCase();
    const openedAt = stage.now();
    await stage.breakPolicy();
    await stage.rest(openedAt + 40 * MINUTE);
    await stage.mendPolicy();
    await stage.rest(openedAt + HOUR);

    expect(reminders(found, openedAt)).toEqual([`${HANDLER} after 30 min`]);
    expect(checker.findings).toEqual([]);
    await over(found);
  });

  it('comes early when the clock of the machine jumps a day ahead, and not again when the clock is put right', async () => {
    const found = await urgentCase();
    const openedAt = stage.now();
    await stage.jump(async () => {});
    await stage.rest(openedAt + 4 * HOUR);

    const came = reminders(found, openedAt);
    expect(came).toContain(`${HANDLER} after ${DAY / MINUTE} min`);
    expect(new Set(came).size).toBe(came.length);
    expect(came.every((each) => each.endsWith(`after ${DAY / MINUTE} min`))).toBe(true);
    expect(checker.findings).toEqual([]);
    await over(found);
  });
});

describe("a record that is restored from yesterday's backup", () => {
  it('says nothing again that the backup knows of, and what is due since then comes once', async () => {
    const file = join(temporaryFolder(), 'yesterday.backup');
    const found = await urgentCase();
    const openedAt = stage.now();
    await stage.rest(openedAt + HOUR);
    const known = reminders(found, openedAt);
    const operator = cliOf(programs.env);
    expect(await operator('backup', file)).toMatchObject({ code: 0 });
    await stage.rest(openedAt + DAY);
    const lost = reminders(found, openedAt).slice(known.length);
    expect(lost.length).toBeGreaterThan(0);

    await stage.stopped(async () => {
      await programs.wipeQueue();
      expect(await operator('restore', file, '--replace', '--yes')).toMatchObject({ code: 0 });
    });

    const after = reminders(found, openedAt).slice(known.length + lost.length);
    // The record does not know of what was said since the backup: of each clock that has run out, one step comes now.
    expect(after.length).toBeGreaterThan(0);
    expect(new Set(after).size).toBe(after.length);
    expect(after.every((each) => each.endsWith(`after ${DAY / MINUTE} min`))).toBe(true);
    expect(known).toEqual([`${HANDLER} after 30 min`]);
  });
});
