import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cliOf, type CliResult } from '../cli/cli.ts';
import { temporaryFolder } from '../support/folder.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

/** What posts on each platform. */
const POSTING = { slack: 'chat.postMessage', discord: 'POST ' } as const;

const BOTH: [Stage, () => Play][] = STAGES.map((stage) => [stage, () => playOn(world, stage)]);
const TABLES = ['case_id', 'number', 'state', 'quote'].join(', ');

let world: World;
let folder: string;

beforeAll(async () => {
  folder = temporaryFolder();
  world = await openWorld({ policy: [[['severities', 'normal', 'updateDue'], '3h']] });
});
afterAll(() => world?.close());

const hearback = (...args: string[]): Promise<CliResult> => cliOf(world.env)(...args);
const cases = () => world.sql(`select ${TABLES} from hearback.cases order by case_id`);

/** Everything the bot has said to anybody, by platform, place and words. */
function said(): string[] {
  return BOTH.flatMap(([stage, play]) => {
    const people = [stage.member, stage.handler, stage.moderator, stage.lead];
    const posted = [
      ...play().inTriage(),
      ...threads(stage).flatMap((message) => play().answers(message)),
      ...people.flatMap(({ id }) => play().inbox(id)),
    ];
    return posted.filter(({ author }) => author.isBot).map(({ id }) => `${stage.platform} ${id}`);
  });
}

function threads({ platform, member, channels }: Stage): string[] {
  return world
    .on(platform)
    .messages({ as: member.id, channel: channels.open })
    .map(({ id }) => id);
}

describe('a record that is restored', () => {
  it('says nothing again that was said since, and goes on with what is due', async () => {
    const file = join(folder, 'yesterday.backup');
    const quiet = new Map<Stage['platform'], string>();
    for (const [stage, play] of BOTH) {
      await play().openCase(`It was broken before on ${stage.platform}`);
    }
    await world.settled();
    // Posting fails while the backup is taken: in it these answers and cards are still to be said.
    for (const [{ platform }, play] of BOTH) {
      world
        .on(platform)
        .fault({ kind: 'server_error', times: 1_000, status: 503, method: POSTING[platform] });
      const message = play().post(`It is broken now on ${platform}`);
      quiet.set(platform, message);
      play().flag(message);
    }
    await world.until('both to be recorded', async () => (await cases()).length === 4);
    await world.until('an attempt at each', async () =>
      (await unsaid()).every(({ attempts }) => attempts > 0),
    );
    const before = await cases();

    expect(await hearback('backup', file)).toMatchObject({ code: 0, notes: '' });
    for (const [{ platform }] of BOTH) world.on(platform).clearFaults();
    for (const [{ platform }, play] of BOTH)
      await world.until('the answer', () => play().answers(quiet.get(platform)!).length > 0);
    await world.until('everything to be said', async () => (await unsaid()).length === 0);
    await world.settled();
    const saidBefore = said();
    expect(saidBefore.length).toBeGreaterThanOrEqual(8);

    expect(await hearback('restore', file, '--replace', '--yes')).toMatchObject({
      code: 1,
      notes: expect.stringMatching(/Hearback is running on this database.*Nothing was changed/),
    });
    await world.app.close();
    await world.wipeQueue();
    expect(await hearback('restore', file, '--replace', '--yes')).toMatchObject({ code: 0 });
    expect(await cases()).toEqual(before);
    expect((await unsaid()).length).toBeGreaterThanOrEqual(4);
    // Meanwhile a day went by.
    const first = before.filter(({ number }) => number === 1).map((row) => row['case_id'] as string);
    await world.sql('update hearback.clock set due_at = now() where case_id = any($1)', [first]);
    await world.sql(
      `update hearback.outbox set run_at = now() where kind = 'ring-clock' and (data ->> 'clockId')::bigint in
         (select clock_id from hearback.clock where case_id = any($1))`,
      [first],
    );
    await world.restart();

    await world.until('everything to be known as said', async () => (await unsaid()).length === 0);
    for (const [{ handler }, play] of BOTH)
      await world.until('the reminder', () => play().inbox(handler.id).length === 1);
    await world.settled();
    const reminders = BOTH.flatMap(([{ platform, handler }, play]) =>
      play()
        .inbox(handler.id)
        .map(({ id }) => `${platform} ${id}`),
    );
    expect(said().toSorted()).toEqual([...saidBefore, ...reminders].toSorted());
    expect(await world.sql('select kind from hearback.outbox where failed_at is not null')).toEqual([]);
  });

  it('knows its cards, and gives no number twice', async () => {
    for (const [{ platform }, play] of BOTH) {
      const [card] = play()
        .inTriage()
        .filter((each) => visible(each).includes(`now on ${platform}`));
      await play().press(card!, 'Claim');
      const { name } = await play().openCase(`It is broken later on ${platform}`);
      expect(name).toBe('FB-1001');
    }
    expect(await world.sql(`select count(*) from hearback.history where action = 'claimed'`)).toEqual([
      { count: '2' },
    ]);
  });
});

function unsaid(): Promise<{ attempts: number }[]> {
  return world.sql(`select attempts from hearback.delivery where state in ('pending', 'sending')`);
}
