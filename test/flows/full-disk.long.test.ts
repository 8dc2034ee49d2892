import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { playOn, type Play } from '../support/play.ts';
import { openWorld, STAGES, UNDONE, type World } from '../support/world.ts';

// The embedded database has a disk of its own, in memory. Only root may make one, and not in every container.

const disk = mkdtempSync(join(tmpdir(), 'hearback-disk-'));
const onDisk = mounted() ? describe : describe.skip;

let world: World;
let app: App;
let plays: Play[];

function mounted(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=144m,mode=755', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

afterAll(() => {
  if (onDisk === describe) execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

onDisk('when the disk of the embedded database is full', () => {
  beforeAll(async () => {
    world = await openWorld({
      withoutBot: true,
      policy: [[['severities', 'normal', 'updateDue'], '3h']],
    });
    const { DATABASE_URL: _server, QUEUE_URL: _queue, ...env } = world.env;
    app = await startApp(readConfig({ ...env, HEARBACK_DATA_DIR: join(disk, 'data') }), {
      log: createLog(process.env['LOG_LEVEL'] ?? 'silent'),
      root: process.cwd(),
      timings: { reconcileMs: 500, stalledMs: 1_000, lockMs: 3_000, backoffMs: 20 },
    });
    await world.until('the bot to be ready', async () => (await app.problems()).length === 0);
    plays = STAGES.map((stage) => playOn(world, stage));
  });
  afterAll(async () => {
    // Nothing can be closed in order while there is no room.
    rmSync(join(disk, 'ballast'), { force: true });
    await app?.close();
    await world?.close();
  });

  it('the program says so and goes on, and when there is room again nothing is lost and nothing twice', async () => {
    const before = plays.map((play) => flagged(play, ['It was broken before']));
    await allAnswered(before);
    fillUp();
    // What room there is in files that exist already is used up as well: the server falls over, and cannot come back.
    await sql(
      `create temporary table more as select repeat('x', 1000) from generate_series(1, 200000)`,
    ).catch(() => {});
    await sql('select pg_switch_wal()').catch(() => {});

    const long = 'x'.repeat(1_500);
    const during = plays.map((play) =>
      flagged(
        play,
        ['one', 'two', 'three', 'four', 'five'].map((each) => `${each} ${long}`),
      ),
    );
    const { status, problems } = await world.until('it to be said', async () => {
      const answer = await readyz();
      return answer.problems.some((each) => each.includes('is full')) && answer;
    });
    expect({ status, problems }).toEqual({
      status: 503,
      problems: expect.arrayContaining([
        expect.stringMatching(/^The disk of the database \(.*\) is full, \d+ MB are left\. Make room there/),
      ]),
    });
    expect(
      during.flatMap((messages, index) => messages.map((each) => plays[index]!.answers(each).length)),
    ).toContain(0);

    rmSync(join(disk, 'ballast'));
    await allAnswered(during);
    await world.until('the bot to be ready', async () => (await app.problems()).length === 0);
    await world.until('everything to be done', async () => (await sql(UNDONE)).length === 0);

    expect(
      await sql(
        'select count(*)::int as cases, count(distinct source_message)::int as flags from hearback.cases',
      ),
    ).toEqual([{ cases: 12, flags: 12 }]);
    expect(await sql('select kind from hearback.outbox where failed_at is not null')).toEqual([]);
    for (const [index, messages] of during.entries())
      for (const message of messages) expect(plays[index]!.answers(message)).toHaveLength(1);
    // What Slack could not deliver three times in a row comes half a minute later.
  }, 150_000);
});

/** Members write this, and each is flagged. */
function flagged(play: Play, texts: string[]): string[] {
  const messages = texts.map((text) => play.post(text));
  for (const message of messages) play.flag(message);
  return messages;
}

async function allAnswered(messages: string[][]): Promise<void> {
  await world.until('every answer', () =>
    messages.every((each, index) => each.every((message) => plays[index]!.answers(message).length > 0)),
  );
}

function fillUp(): void {
  const ballast = openSync(join(disk, 'ballast'), 'w');
  for (const size of [1_048_576, 4_096]) {
    try {
      for (;;) writeSync(ballast, Buffer.alloc(size));
    } catch {
      // Full, as far as pieces of this size go.
    }
  }
  closeSync(ballast);
}

async function readyz(): Promise<{ status: number; problems: string[] }> {
  const response = await fetch(`${app.url}/readyz`);
  const { problems } = (await response.json()) as { problems: string[] };
  return { status: response.status, problems };
}

async function sql(query: string): Promise<Record<string, unknown>[]> {
  const { host = '', port = 0 } = readPostmaster(join(disk, 'data', 'cluster')) ?? {};
  const client = new pg.Client({ host, port, user: 'hearback', database: 'hearback' });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
