import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { parseDocument } from 'yaml';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.ts';
import { discordSeed, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, slackSeed } from '../../sandbox/seed.ts';
import type { SandboxPlatform } from '../../sandbox/platform.ts';
import { startApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { testServer, urlOf } from './postgres.ts';

/** The people and channels of one community, by what they are in the stories. */
export interface Stage {
  platform: 'slack' | 'discord';
  workspaceId: string;
  member: { id: string; name: string };
  other: { id: string; name: string };
  handler: { id: string; name: string };
  moderator: { id: string; name: string };
  qa: { id: string; name: string };
  lead: { id: string; name: string };
  channels: {
    open: string;
    general: string;
    triage: string;
    qa: string;
    support: string;
    /** Where the helpers of the community are asked: a channel on Slack, a forum on Discord. */
    help: string;
    withoutBot: string;
  };
}

/** By their order in sandbox/seed.ts, which is the same in both communities. */
function stage(platform: 'slack' | 'discord', seed: typeof slackSeed): Stage {
  const [member, other, handler, moderator, qa, , lead] = seed.people;
  const channel = (name: string) => seed.channels.find((each) => each.name === name)!.id;
  return {
    platform,
    workspaceId: `${platform}:${seed.id}`,
    member: member!,
    other: other!,
    handler: handler!,
    moderator: moderator!,
    qa: qa!,
    lead: lead!,
    channels: {
      general: channel('general'),
      open: seed.channels[1]!.id,
      triage: channel('feedback-triage'),
      qa: channel('dept-qa'),
      support: channel('dept-support'),
      help: channel(platform === 'slack' ? 'community-help' : 'help-forum'),
      withoutBot: channel('no-bots-here'),
    },
  };
}

export const STAGES: Stage[] = [stage('slack', slackSeed), stage('discord', discordSeed)];

/** Values of the sandbox's policy that a test wants otherwise, by path; undefined: without it. */
export type PolicyChange = [path: (string | number)[], value: unknown];

/** A sandbox, a database and the bot between them, all real, for one test file. */
export interface World {
  sandbox: Sandbox;
  app: App;
  /** The record, to look into. */
  sql<T extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<T[]>;
  /** What a child process needs to be this world's bot. */
  env: Record<string, string>;
  on(platform: Stage['platform']): SandboxPlatform;
  /** Waits until `look` finds something, asking again whenever the sandbox changes. */
  until<T>(
    what: string,
    look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  ): Promise<T>;
  /** Everything that should happen by now has happened: nothing is waiting in the outbox. */
  settled(): Promise<void>;
  /** Every job is gone, as after a lost Redis or a truncated schema. */
  wipeQueue(): Promise<void>;
  /** Cuts every connection to the record and refuses new ones, until it is told otherwise. */
  setStoreReachable(reachable: boolean): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  policy?: PolicyChange[];
  /** Several policies in a folder, each the usual one with these changes, by the names of their files. */
  policies?: Readonly<Record<string, PolicyChange[]>>;
  /** Slack calls the bot over HTTP in place of Socket Mode. */
  slackOverHttp?: boolean;
  /** Nobody said where browsers reach it. */
  withoutAddress?: boolean;
  /** Without it the caller starts the bot itself, with `env`. */
  withoutBot?: boolean;
  /** How much quicker than in life the limits of the platforms count. */
  paceSpeed?: number;
  /** What the policy's webhooks and trackers are signed and opened with, by the names it has for them. */
  secrets?: Readonly<Record<string, string>>;
  /** Communities and limits other than the usual. */
  sandbox?: Pick<
    SandboxOptions,
    'limits' | 'seeds' | 'discordGuilds' | 'slackOthers' | 'slackTokensExpireInS'
  >;
}

/** What should happen and has not; only clocks, a page's next turn, a look at an issue, and a second look after a gap may wait for their time. */
export const UNDONE =
  "select from hearback.outbox where done_at is null and failed_at is null and (kind not in ('ring-clock', 'catch-up', 'follow-issue', 'refresh-home') or run_at <= now())";

/** How long a story may take before it counts as hung (ms). */
const HUNG_MS = 45_000;

export async function openWorld({
  policy = [],
  policies,
  slackOverHttp = false,
  withoutBot = false,
  withoutAddress = false,
  paceSpeed = 200,
  secrets = {},
  sandbox: special = {},
}: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'hearback-world-'));
  const database = await (await testServer()).createMigrated();
  const sandbox = slackOverHttp
    ? await sandboxWithRequestUrl()
    : await startSandbox({ port: 0, dataDir: null, ...special });
  const { SLACK_APP_TOKEN: appToken, ...tokens } = sandbox.env;
  const pool = new pg.Pool({ ...database.connection, max: 2 });
  // Dropping the database may meet a connection that is still closing.
  pool.on('error', () => {});
  const redis = redisOfThisWorker();
  if (redis) await emptyRedis(redis);
  const env = {
    ...tokens,
    ...(!slackOverHttp && { SLACK_APP_TOKEN: appToken! }),
    PORT: '0',
    ...(!withoutAddress && { PUBLIC_URL: 'own' }),
    ...(special.slackOthers && { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET }),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    HEARBACK_DATA_DIR: folder,
    HEARBACK_CONFIG: policies
      ? await writePolicies(join(folder, 'hearback.d'), policies)
      : await writePolicy(join(folder, 'hearback.yaml'), policy),
    DATABASE_URL: urlOf(database.connection),
    ...(redis && { QUEUE_URL: redis }),
  };
  const start = async () => {
    const app = await startApp(readConfig(env), {
      log: createLog(env.LOG_LEVEL),
      root: process.cwd(),
      timings: { relayPollMs: 100, reconcileMs: 500, stalledMs: 1_000, lockMs: 3_000, backoffMs: 100 },
      paceSpeed,
      secretOf: (name) => secrets[name] ?? null,
    });
    sandbox.setBot(app.url);
    return app;
  };
  const until = waiter(sandbox);
  const world: World = {
    sandbox,
    app: { url: null, problems: async () => [], close: async () => {} },
    env,
    on: (platform) => sandbox[platform],
    sql: async <T extends pg.QueryResultRow>(query: string, values: unknown[] = []) =>
      (await pool.query<T>(query, values)).rows,
    until,
    settled: async () => {
      await until('everything to be done', async () => (await pool.query(UNDONE)).rowCount === 0);
    },
    wipeQueue: async () => {
      if (redis) await emptyRedis(redis);
      else await pool.query('truncate bullmq.job cascade');
    },
    setStoreReachable: (reachable) => database.setReachable(reachable),
    restart: async () => {
      await world.app.close();
      world.app = await start();
      await ready(world);
    },
    close: async () => {
      await world.app.close();
      await sandbox.close();
      await pool.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  if (withoutBot) return world;
  try {
    world.app = await start();
    await ready(world);
    return world;
  } catch (error) {
    await world.close();
    throw error;
  }
}

/** Jest's workers share a Redis server but not a database of it: two bots on one would take each other's jobs. */
export function redisOfThisWorker(): string | null {
  const server = process.env['REDIS_URL'];
  if (!server) return null;
  const url = new URL(server);
  url.pathname = `/${process.env['JEST_WORKER_ID'] ?? '1'}`;
  return url.href;
}

async function emptyRedis(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushdb();
  await client.quit();
}

/** The request URL has to be known before the sandbox listens: tries free ports until one is still free a moment later. */
async function sandboxWithRequestUrl(): Promise<Sandbox> {
  for (;;) {
    const port = await freePort();
    try {
      return await startSandbox({
        port,
        dataDir: null,
        slackRequestUrl: `http://127.0.0.1:${port}/slack/events`,
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function ready(world: World): Promise<unknown> {
  return world.until('the bot to be ready', async () => (await world.app.problems()).length === 0);
}

function waiter(sandbox: Sandbox): World['until'] {
  return async (what, look) => {
    const end = Date.now() + HUNG_MS;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
      await nextChange(sandbox);
    }
  };
}

/** The sandbox's next change, or a moment later: the record changes without it. */
function nextChange({ slack, discord }: Sandbox): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
      resolve();
    };
    const timer = setTimeout(done, 50);
    const stops = [slack.onChange(done), discord.onChange(done)];
  });
}

async function writePolicies(
  folder: string,
  files: Readonly<Record<string, PolicyChange[]>>,
): Promise<string> {
  await mkdir(folder);
  for (const [name, changes] of Object.entries(files)) await writePolicy(join(folder, name), changes);
  return folder;
}

/** The sandbox's policy with these changes. @returns its path */
export async function writePolicy(file: string, changes: PolicyChange[]): Promise<string> {
  const document = parseDocument(await readFile('sandbox/hearback.yaml', 'utf8'), { intAsBigInt: true });
  // Most stories say the same few words again and again; those about topics switch them on.
  for (const [path, value] of [[['topics'], false] satisfies PolicyChange, ...changes])
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, value);
  await writeFile(file, document.toString());
  return file;
}
