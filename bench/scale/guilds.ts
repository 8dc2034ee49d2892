import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { parseDocument } from 'yaml';
import type { GuildPeople } from '../../sandbox/discord/guild.ts';
import { discordSeed, type Seed } from '../../sandbox/seed.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { poolConfig } from '../../src/store/database.ts';
import { writeQuietPolicy } from '../program/quiet-policy.ts';

/** Between two looks at how far the program is (ms). */
const LOOK_EVERY_MS = 25;
/** Nothing has been said for so long: it will not be (ms). */
const HUNG_MS = 120_000;

/** One server of those the app is in. */
export interface Community {
  seed: Seed;
  people: GuildPeople;
}

/** Servers of Discord in one sandbox without limits, each with a policy file of its own. */
export interface Communities {
  sandbox: Sandbox;
  all: readonly Community[];
  /** The folder of the policies. */
  config: string;
}

export async function openCommunities(count: number, folder: string): Promise<Communities> {
  const opened = await startSandbox({ port: 0, dataDir: null, discordGuilds: count });
  // No policy is about Slack, so the program is not to connect there.
  const ofDiscord = Object.entries(opened.env).filter(([name]) => name.startsWith('DISCORD_'));
  const sandbox = { ...opened, env: Object.fromEntries(ofDiscord) };
  const all = sandbox.discord.guilds;
  const config = join(folder, `policies-${count}`);
  await mkdir(config, { recursive: true });
  const plan = await readFile(await writeQuietPolicy(folder), 'utf8');
  for (const [index, { seed }] of all.entries())
    await writeFile(join(config, `${index}.yaml`), policyFor(plan, seed));
  return { sandbox, all, config };
}

/** The plan of the first server for another one like it: the same with other ids. */
function policyFor(plan: string, { id, people, channels, groups }: Seed): string {
  const document = parseDocument(plan, { intAsBigInt: true });
  document.deleteIn(['workspaces', 0]);
  const theirs = [{ id }, ...people, ...channels, ...groups].map((each) => each.id);
  const first = [discordSeed, ...discordSeed.people, ...discordSeed.channels, ...discordSeed.groups];
  return first.reduce((text, each, index) => text.replaceAll(each.id, theirs[index]!), document.toString());
}

/** A member's message. */
function write({ seed, people }: Community, nth: number): { channel: string; message: string } {
  const text = `The app closes by itself when I upload a picture, for the ${nth}. time.`;
  return people.createMessage({ as: seed.people[0]!.id, channel: seed.channels[1]!.id, text });
}

/** A handler flags it. */
function flag({ seed, people }: Community, written: { channel: string; message: string }): void {
  people.react({ as: seed.people[2]!.id, ...written, emoji: '🚩', present: true });
}

/** Flags a message of each community in turn. @returns how long it took until each had its mark, answer and card (ms) */
export async function drain(communities: readonly Community[], count: number, url: string): Promise<number> {
  const written = Array.from({ length: count }, (_, nth) => {
    const community = communities[nth % communities.length]!;
    return { community, message: write(community, nth) };
  });
  const before = await saidBy(url);
  const from = performance.now();
  for (const { community, message } of written) flag(community, message);
  let [said, movedAt] = [0, from];
  while (said < SAID_OF_EACH * count) {
    await pause(LOOK_EVERY_MS);
    const now = (await saidBy(url)) - before;
    if (now > said) movedAt = performance.now();
    if (performance.now() - movedAt > HUNG_MS)
      throw new Error(`Only ${now} of ${SAID_OF_EACH * count} answers, marks and cards came.`);
    said = now;
  }
  return performance.now() - from;
}

/** Mark, answer and card. */
const SAID_OF_EACH = 3;

async function saidBy(url: string): Promise<number> {
  const [{ said } = { said: 0 }] = await ask<{ said: number }>(
    url,
    `select count(*)::int as said from hearback.delivery where state = 'sent'`,
  );
  return said;
}

/** Flags a message there. @returns how long until it had its mark, answer and card (ms) */
export async function answered(community: Community, nth: number): Promise<number> {
  const written = write(community, nth);
  const from = performance.now();
  flag(community, written);
  while (!isAnswered(community, written)) {
    await pause(1);
    if (performance.now() - from > HUNG_MS) throw new Error('A quiet community was not answered.');
  }
  return performance.now() - from;
}

function isAnswered(
  { seed, people }: Community,
  { channel, message }: { channel: string; message: string },
): boolean {
  const as = seed.people[2]!.id;
  const shown = people.messages({ as, channel }).find(({ id }) => id === message);
  const isMarked = shown?.reactions.some(({ emoji }) => emoji === '👀') ?? false;
  return isMarked && people.messages({ as, channel, thread: message }).some(({ author }) => author.isBot);
}

const clients = new Map<string, Promise<pg.Client>>();

/** One question, by a connection that stays. */
async function ask<T extends pg.QueryResultRow>(url: string, query: string): Promise<T[]> {
  const opened = clients.get(url) ?? connected(url);
  clients.set(url, opened);
  return (await (await opened).query<T>(query)).rows;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(poolConfig(url));
  await client.connect();
  return client;
}

/** Gives back the connections of the questions. */
export async function stopAsking(): Promise<void> {
  for (const opened of clients.values()) await (await opened).end();
  clients.clear();
}
