import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from '@jest/globals';
import { discordSeed, type Seed } from '../../sandbox/seed.ts';
import { anotherLike } from '../../sandbox/discord/guild.ts';
import { openWorld, type World } from '../support/world.ts';

const SHARDS = 4;
const seeds = Array.from({ length: SHARDS }, (_, number) =>
  number === 0 ? discordSeed : anotherLike(discordSeed, number),
);

let world: World;
const bots: ChildProcess[] = [];

afterEach(async () => {
  for (const bot of bots.splice(0)) await kill(bot);
  await world.close();
});

async function kill(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const gone = once(bot, 'exit');
  bot.kill('SIGKILL');
  await gone;
}

/** The plan of one server: as in sandbox/hearback.yaml, with its own ids. */
function workspaceOf({ id, name, people, channels, groups }: Seed) {
  const channel = (wanted: string) => channels.find((each) => each.name === wanted)!.id;
  const [, , handler, , , , lead] = people.map((each) => each.id);
  const [moderators, qa, support] = groups.map((each) => each.id);
  return {
    id: `discord:${id}`,
    name,
    watch: 'all',
    triage: channel('feedback-triage'),
    helpers: channel('help-forum'),
    handler,
    roles: {
      flagger: { groups: [moderators], people: [handler] },
      moderator: { groups: [moderators] },
      handler: { people: [handler] },
      lead: { people: [lead] },
      admin: { people: [handler] },
    },
    departments: {
      qa: { name: 'QA', channel: channel('dept-qa'), groups: [qa] },
      support: { name: 'Support', channel: channel('dept-support'), groups: [support] },
    },
  };
}

async function startBot(): Promise<ChildProcess> {
  const { SLACK_BOT_TOKEN: _token, SLACK_APP_TOKEN: _app, SLACK_SIGNING_SECRET: _secret, ...env } = world.env;
  const bot = fork('test/support/bot.mjs', {
    env: { PATH: process.env['PATH'], ...env, DISCORD_SHARDS: String(SHARDS) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  bots.push(bot);
  await once(bot, 'message');
  return bot;
}

/** In every server the member complains, and it is flagged. @returns looks whether each was answered, and how often */
function flagEverywhere(text: string): () => number[] {
  const flagged = world.sandbox.discord.guilds.map(({ seed, people }) => {
    const [member, , handler] = seed.people.map(({ id }) => id) as [string, string, string];
    const channel = seed.channels[1]!.id;
    const { message } = people.createMessage({ as: member, channel, text });
    people.react({ as: handler, channel, message, emoji: '🚩', present: true });
    return () =>
      people.messages({ as: member, channel, thread: message }).filter(({ author }) => author.isBot).length;
  });
  return () => flagged.map((answers) => answers());
}

const ONCE = Array<number>(SHARDS).fill(1);
/** How many shards each process hears. */
const shares = async () =>
  (
    await world.sql<{ shards: number }>(
      'select count(*)::int as shards from hearback.gateway_shard where is_heard group by gateway_id order by gateway_id',
    )
  ).map(({ shards }) => shards);
const shared = (...wanted: number[]) =>
  world.until(`shards shared out as ${wanted.join()}`, async () => (await shares()).join() === wanted.join());
const answered = (answers: () => number[]) =>
  world.until('an answer in each server', () => answers().every((times) => times > 0));

it('two processes share Discord: one that stands still or is killed is stood in for, and nothing is lost or said twice', async () => {
  world = await openWorld({
    withoutBot: true,
    policy: [[['workspaces'], seeds.map(workspaceOf)]],
    sandbox: { discordGuilds: SHARDS },
  });
  const [first, second] = await Promise.all([startBot(), startBot()]);
  await shared(2, 2);
  const whileBoth = flagEverywhere('The export has been broken since Tuesday');
  await answered(whileBoth);

  second.kill('SIGSTOP');
  const whileFrozen = flagEverywhere('Saved games are gone since the update');
  await answered(whileFrozen);
  await shared(4);
  second.kill('SIGCONT');
  // What came to it meanwhile is the other's; it takes part again.
  await shared(2, 2);

  const killed = kill(first);
  const whileKilled = flagEverywhere('The last boss cannot be hit at all');
  await killed;
  await answered(whileKilled);
  await shared(4);
  await world.settled();

  expect([whileBoth(), whileFrozen(), whileKilled()]).toEqual([ONCE, ONCE, ONCE]);
  expect(
    await world.sql(
      'select workspace_id, count(*)::int from hearback.cases group by workspace_id order by workspace_id',
    ),
  ).toEqual(seeds.map(({ id }) => ({ workspace_id: `discord:${id}`, count: 3 })));
}, 180_000);
