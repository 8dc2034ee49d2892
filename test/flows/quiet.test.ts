import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DISCORD_TOKEN, SLACK_APP_TOKEN, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET } from '../../sandbox/seed.ts';
import { playOn } from '../support/play.ts';
import { openWorld, STAGES, type World } from '../support/world.ts';

/** Words that occur nowhere but in what people write. */
const WORDS = ['quokka', 'marmalade', 'zeppelin'];

describe('what is written down about people', () => {
  let world: World;
  let said = '';

  beforeAll(async () => {
    world = await openWorld({ withoutBot: true });
    const bot = fork('test/support/bot.mjs', {
      env: { PATH: process.env['PATH'], ...world.env, LOG_LEVEL: 'trace' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [bot.stdout!, bot.stderr!])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(bot, 'message');
    for (const stage of STAGES) {
      const play = playOn(world, stage);
      const { message, name } = await play.openCase('My quokka ate the export');
      await world.until('the answer', () => play.answers(message).length === 1);
      await play.type(`/feedback note ${name} marmalade on the keyboard`);
      await play.type(`/feedback reply ${name} A zeppelin is on its way`);
      // Faults are where drivers and clients like to print what they were given.
      const method = stage.platform === 'slack' ? 'chat.postMessage' : 'POST /channels';
      world.on(stage.platform).fault({ kind: 'server_error', times: 1, status: 500, method });
      world.on(stage.platform).fault({ kind: 'lost_answer', times: 1, method });
      await play.type(`/feedback send ${name}`);
      await world.until('the reply', () => play.answers(message).length === 2);
      world.on(stage.platform).clearFaults();
    }
    await world.settled();
    const gone = once(bot, 'exit');
    bot.kill('SIGTERM');
    await gone;
  });
  afterAll(() => world?.close());

  it('is in the record', async () => {
    const kept = await world.sql<{ all: string }>(
      `select (select string_agg(quote, ' ') from hearback.cases) || (select string_agg(text, ' ') from hearback.note) || (select string_agg(markdown, ' ') from hearback.reply) as "all"`,
    );
    for (const word of WORDS) expect(kept[0]!.all).toContain(word);
  });

  it('is not in the logs, and neither are secrets', () => {
    expect(said).toContain('"name":"hearback"');
    for (const word of [...WORDS, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DISCORD_TOKEN])
      expect(said).not.toContain(word);
  });

  it('is not in the data of jobs, which are ids', async () => {
    const rows = await world.sql<{ data: Record<string, unknown> }>('select data from hearback.outbox');
    expect(rows.length).toBeGreaterThan(10);
    for (const { data } of rows) {
      for (const [key, value] of Object.entries(data)) {
        if (key === 'workspaceId') expect(value).toMatch(/^(slack|discord):\w+$/);
        else if (key === 'part') expect(value).toBe('threads');
        // Of a person, by whom a reminder is found: there is one when the run was slow.
        else if (key === 'tag') expect(value).toMatch(/^[0-9a-f]{64}$/);
        else expect(typeof value).toBe('number');
      }
    }
  });
});
