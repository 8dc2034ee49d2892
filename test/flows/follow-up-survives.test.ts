import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cliOf } from '../cli/cli.ts';
import { databaseServerAt, fromUrl } from '../faults/arena/servers.ts';
import type { WatchedCase } from '../simulate/checker/case.ts';
import { Checker } from '../simulate/checker/checker.ts';
import { COMMUNITIES, START, type Community } from '../simulate/communities.ts';
import { FIRST, KINDS } from '../simulate/plan.ts';
import { openPrograms, type Programs } from '../simulate/programs.ts';
import { Stage } from '../simulate/stage.ts';
import { temporaryFolder } from '../support/folder.ts';
import { testServer } from '../support/postgres.ts';
import { redisOfThisWorker } from '../support/world.ts';

// Real programs on a real record and queue, with the clock of a simulated month and its far end: hours pass in a moment.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const [north, south] = COMMUNITIES as [Community, Community];
/** Digests of those weeks are not what this is about. */
const PLAN = { ...FIRST, hasDigests: false };
const urgent = KINDS.find(({ severity }) => severity === 'urgent')!;

let programs: Programs;
let checker: Checker;
let stage: Stage;
/** Mondays at eleven in Chile, at four in Denmark, of weeks in which nobody has a holiday: both work for an hour at least. */
const mondays = [0, 1, 2, 5, 6, 7].map((week) => START + week * 7 * DAY + 7 * HOUR);

beforeAll(async () => {
  const connection = (await testServer()).connection('postgres');
  const server = databaseServerAt(
    connection.connectionString ? fromUrl(connection.connectionString) : connection,
  );
  programs = await openPrograms({ server, redis: redisOfThisWorker(), startAt: START, plan: PLAN });
  checker = new Checker(PLAN);
  stage = new Stage(programs, checker, PLAN);
  await programs.startOne();
});
afterAll(() => programs?.close());

/** On a Monday of its own, one on each platform: their first answers are due in half an hour. */
async function urgentCases(): Promise<WatchedCase[]> {
  await stage.rest(mondays.shift()!);
  return bothFlagged();
}

async function bothFlagged(): Promise<WatchedCase[]> {
  const found: WatchedCase[] = [];
  for (const community of [north, south]) {
    const { handler, members } = community;
    const flagged = await stage.intake.flag(community, urgent, members[0]!, handler);
    await stage.casework.claim(flagged, handler);
    found.push(flagged);
  }
  return found;
}

/** Ends the test's cases, so that they remind nobody in the next one's week. */
async function over(cases: readonly WatchedCase[]): Promise<void> {
  for (const found of cases) await stage.casework.dismiss(found, checker.communityOf(found).leads[0]!);
}

/** Who was reminded of a case, and how many minutes after it was opened. */
function reminders({ workspaceId, number }: WatchedCase, openedAt: number): string[] {
  return stage
    .heard()
    .filter((said) => said.workspaceId === workspaceId && said.number === number && said.what === 'reminder')
    .map(({ to, at }) => `${nameOf(to)} after ${Math.round((at - openedAt) / MINUTE)} min`);
}

const nameOf = (person: string) =>
  person === north.handler || person === south.handler ? 'the handler' : person;

/** Each of them has reminded exactly so. */
function expectReminders(cases: readonly WatchedCase[], openedAt: number, expected: string[]): void {
  for (const found of cases) expect(reminders(found, openedAt)).toEqual(expected);
  expect(checker.findings).toEqual([]);
}

describe('a reminder that is due, on both platforms', () => {
  it('comes once when the program starts again after it was due, and goes on up the ladder', async () => {
    const cases = await urgentCases();
    const openedAt = stage.now();
    await stage.rest(openedAt + 10 * MINUTE);
    await stage.restart(40 * MINUTE);
    await stage.restart(MINUTE);
    await stage.rest(openedAt + HOUR);

    expectReminders(cases, openedAt, ['the handler after 50 min']);
    await over(cases);
  });

  it('comes once although its job was in the queue when the queue was lost', async () => {
    const cases = await urgentCases();
    const openedAt = stage.now();
    await stage.rest(openedAt + 10 * MINUTE);
    await stage.loseJobs();
    await stage.wipeQueue();
    await stage.rest(openedAt + HOUR);

    expectReminders(cases, openedAt, ['the handler after 30 min']);
    await over(cases);
  });

  it('comes once with two programs at work, in one message with what else is due', async () => {
    await stage.second();
    const cases = await urgentCases();
    const openedAt = stage.now();
    cases.push(...(await bothFlagged()));
    await stage.rest(openedAt + HOUR);

    expectReminders(cases, openedAt, ['the handler after 30 min']);
    await over(cases);
  });

  it('comes once while the policy file is broken, and once it is mended nothing comes again', async () => {
    const cases = await urgentCases();
    const openedAt = stage.now();
    await stage.breakPolicy();
    await stage.rest(openedAt + 40 * MINUTE);
    await stage.mendPolicy();
    await stage.rest(openedAt + HOUR);

    expectReminders(cases, openedAt, ['the handler after 30 min']);
    await over(cases);
  });

  it('comes early when the clock of the machine jumps a day ahead, and not again when the clock is put right', async () => {
    const cases = await urgentCases();
    const openedAt = stage.now();
    await stage.jump(async () => {});
    await stage.rest(openedAt + 4 * HOUR);

    for (const found of cases) {
      const came = reminders(found, openedAt);
      expect(came).toContain(`the handler after ${DAY / MINUTE} min`);
      expect(new Set(came).size).toBe(came.length);
      expect(came.every((each) => each.endsWith(`after ${DAY / MINUTE} min`))).toBe(true);
    }
    expect(checker.findings).toEqual([]);
    await over(cases);
  });
});

describe("a record that is restored from yesterday's backup", () => {
  it('says nothing again that the backup knows of, and what is due since then comes once', async () => {
    const file = join(temporaryFolder(), 'yesterday.backup');
    const cases = await urgentCases();
    const openedAt = stage.now();
    await stage.rest(openedAt + HOUR);
    const known = cases.map((found) => reminders(found, openedAt));
    const operator = cliOf(programs.env);
    expect(await operator('backup', file)).toMatchObject({ code: 0 });
    await stage.rest(openedAt + DAY);
    const before = cases.map((found) => reminders(found, openedAt));

    await stage.stopped(async () => {
      await programs.wipeQueue();
      expect(await operator('restore', file, '--replace', '--yes')).toMatchObject({ code: 0 });
    });

    cases.forEach((found, index) => {
      expect(known[index]).toEqual(['the handler after 30 min']);
      expect(before[index]!.length).toBeGreaterThan(1);
      const after = reminders(found, openedAt).slice(before[index]!.length);
      // The record does not know of what was said since the backup: of each clock that has run out, one step comes now.
      expect(after.length).toBeGreaterThan(0);
      expect(new Set(after).size).toBe(after.length);
      expect(after.every((each) => each.endsWith(`after ${DAY / MINUTE} min`))).toBe(true);
    });
  });
});
