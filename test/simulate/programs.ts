import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { startApp, type App } from '../../src/app.ts';
import type { Inbound } from '../../src/chat/adapter.ts';
import { readConfig } from '../../src/config.ts';
import { handlers } from '../../src/handlers/index.ts';
import { createLog } from '../../src/log.ts';
import { createQueueRuntime } from '../../src/queue/index.ts';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { openDatabase } from '../../src/store/database.ts';
import { urlOf } from '../support/postgres.ts';
import type { DatabaseServer } from '../faults/arena/servers.ts';
import { COMMUNITIES } from './communities.ts';
import { openPlatform, PLATFORMS, type Platform, type PlatformName } from './platform.ts';
import { writePolicy, type Plan } from './plan.ts';

/** When nothing has moved for so long, what is still to be done will not be done any more (ms). */
const GIVE_UP_MS = 8_000;
/** Programs look at the clock on the wall at least so often, however busy the machine is (ms). */
const LOOKED_MS = 60_000;
/** Lost jobs are looked for so often, and are lost for so long by the simulated clock (ms). */
const RECONCILE_MS = 500;

/** The programs of a simulated month on their record, and the clock they all read. */
export interface Programs {
  platform: Platform;
  /** What a command of the operator needs to work on the same record. */
  env: Record<string, string>;
  /** By the machine's clock (ms). */
  now(): number;
  setNow(ms: number): void;
  /** Somewhere to say things to: one of the programs that run. @throws when none does */
  inbound(platform: PlatformName): Inbound;
  running(): number;
  startOne(): Promise<void>;
  stopOne(): Promise<void>;
  /** Whatever is due by now is done. @returns false where something stays undone */
  settled(): Promise<boolean>;
  /** The next moment at which the record has something to do by itself; null: none. */
  nextInRecord(): Promise<number | null>;
  /** Jobs that are due are told of at once. */
  hurry(): Promise<void>;
  /** Waits until so many digests and lists of the day are asked for in the record. @returns how many are not */
  asked(wanted: Asked): Promise<Asked>;
  /** The record, to look into. */
  sql<T extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<T[]>;
  /** What was done with a case at this very moment, in the order of the record. */
  historyNow(workspaceId: string, number: number): Promise<Done[]>;
  /** Jobs that are due get into the queue and nobody runs them. Then the queue is lost. No program may be running. */
  loseJobs(): Promise<void>;
  wipeQueue(): Promise<void>;
  /** Writes `hearback.yaml`, and waits until the programs have read it. */
  writePlan(plan: Plan): Promise<void>;
  breakPolicyFile(): Promise<void>;
  close(): Promise<void>;
}

/** So many digests and lists of the day. */
export interface Asked {
  digests: number;
  lists: number;
}

/** One line of a case's history. */
export interface Done {
  action: string;
  /** Nobody: the program itself. */
  by: string | null;
  detail: Record<string, string> | null;
}

export interface ProgramOptions {
  server: DatabaseServer;
  /** Null: the queue is in PostgreSQL. */
  redis: string | null;
  startAt: number;
  plan: Plan;
  /** How a plan is written as `hearback.yaml`. */
  write?: (plan: Plan) => string;
  /** Told each line of the log. */
  onLog?: (line: string) => void;
}

export async function openPrograms({
  server,
  redis,
  startAt,
  plan,
  write = writePolicy,
  onLog = () => {},
}: ProgramOptions): Promise<Programs> {
  const folder = await mkdtemp(join(tmpdir(), 'hearback-simulate-'));
  const policyPath = join(folder, 'hearback.yaml');
  await writeFile(policyPath, write(plan));
  const name = await server.createDatabase();
  const connection = server.connection(name);
  if (redis) await emptyRedis(redis);
  const env = {
    SLACK_BOT_TOKEN: 'xoxb-nobody',
    SLACK_APP_TOKEN: 'xapp-nobody',
    DISCORD_TOKEN: 'nobody',
    HEARBACK_ROLES: 'gateway,worker',
    HEARBACK_DATA_DIR: folder,
    HEARBACK_CONFIG: policyPath,
    DATABASE_URL: urlOf(connection),
    ...(redis && { QUEUE_URL: redis }),
  };
  const config = readConfig(env);
  let time = startAt;
  const now = () => new Date(time);
  const platform = openPlatform(now, (userId) => zones.get(userId) ?? null);
  const apps: { app: App; inbound: (name: PlatformName) => Inbound | null }[] = [];
  const news = { read: 0, refused: 0 };
  const stuck = new Set<number>();
  const log = createLog('info', {
    write(line) {
      onLog(line);
      if (line.includes('was read again and is in force')) news.read += 1;
      if (line.includes('the policy has faults')) news.refused += 1;
      if (process.env['LOG_LEVEL'] === 'warn' && /"level":[4-6]0/.test(line)) process.stderr.write(line);
    },
  });
  // Under a name of its own: a restore asks whether the program runs.
  const pool = openDatabase(
    { ...(connection as pg.PoolConfig), application_name: 'a-look-from-outside' },
    { log, max: 3 },
  );
  const timings = {
    relayPollMs: 1_000,
    reconcileMs: RECONCILE_MS,
    horizonMs: 0,
    stalledMs: 1_000,
    lockMs: 10_000,
    backoffMs: 50,
  };

  async function undone(): Promise<number[]> {
    const { rows } = await pool.query<{ id: number }>(
      `select outbox_id as id from hearback.outbox where done_at is null and failed_at is null and run_at <= $1 order by 1`,
      [now()],
    );
    return rows.map(({ id }) => id).filter((id) => !stuck.has(id));
  }

  async function hurry(): Promise<void> {
    await pool.query("select pg_notify('hearback_outbox', '')");
  }

  async function settled(): Promise<boolean> {
    let before = '';
    for (let round = 0, end = 0; ; round += 1) {
      const waiting = await undone();
      if (waiting.length === 0) return true;
      // As long as anything moves it is only slow.
      if (waiting.join() !== before) end = performance.now() + GIVE_UP_MS;
      before = waiting.join();
      if (performance.now() > end) {
        for (const id of waiting) stuck.add(id);
        return false;
      }
      if (round === 0) await hurry();
      await pause(4 + 2 * Math.min(round, 8));
    }
  }

  let inForce = plan;
  const seenPolicy = async () =>
    (await pool.query<{ generation: number }>('select generation from hearback.policy_seen')).rows[0]
      ?.generation;
  const until = async (what: string, look: () => Promise<boolean>) => {
    for (const end = performance.now() + 20_000; !(await look()); await pause(10))
      if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
  };

  async function digestsKnown(): Promise<boolean> {
    const { rowCount } = await pool.query('select distinct workspace_id, key from hearback.digest');
    return (rowCount ?? 0) >= COMMUNITIES.reduce((sum, { digests }) => sum + digests.length, 0);
  }

  async function wipeQueue(): Promise<void> {
    if (redis) await emptyRedis(redis);
    else await pool.query('truncate bullmq.job cascade');
  }

  return {
    platform,
    env,
    now: () => time,
    setNow: (ms) => void (time = ms),
    inbound(wanted) {
      const found = apps.map((each) => each.inbound(wanted)).filter((each) => each !== null);
      if (!found[0]) throw new Error('no program is running');
      return found.at(-1)!;
    },
    running: () => apps.length,
    async startOne() {
      const adapters = PLATFORMS.map((each) => platform.connect(each));
      const app = await startApp(config, { log, root: process.cwd(), timings, now, adapters });
      await until('the program to listen', async () => adapters.every(({ inbound }) => inbound !== null));
      // They count from then on.
      if (plan.hasDigests) await until('the digests to be known', digestsKnown);
      apps.push({
        app,
        inbound: (wanted) => adapters.find((each) => each.platform === wanted)?.inbound ?? null,
      });
    },
    async stopOne() {
      await apps.pop()?.app.close();
    },
    settled,
    hurry,
    sql: async <T extends pg.QueryResultRow>(query: string, values: unknown[] = []) =>
      (await pool.query<T>(query, values)).rows,
    async nextInRecord() {
      const { rows } = await pool.query<{ next: Date | null }>(
        `select least((select min(run_at) from hearback.outbox where done_at is null and failed_at is null and outbox_id <> all($1::bigint[])),
           (select min(due_at) from hearback.clock where state = 'running' and due_at > $2)) as next`,
        [[...stuck], now()],
      );
      return rows[0]?.next?.getTime() ?? null;
    },
    async asked({ digests, lists }) {
      for (const end = performance.now() + LOOKED_MS; ; await pause(10)) {
        const { rows } = await pool.query<Asked>(
          `select (select count(*) from hearback.digest where state = 'asked')::integer as digests,
             (select count(*) from hearback.to_do)::integer as lists`,
        );
        const found = rows[0]!;
        if ((found.digests >= digests && found.lists >= lists) || performance.now() > end)
          return { digests: digests - found.digests, lists: lists - found.lists };
      }
    },
    async historyNow(workspaceId, number) {
      const { rows } = await pool.query<Done>(
        `select action, actor_id as by, detail from hearback.history join hearback.cases using (case_id)
         where workspace_id = $1 and number = $2 and at = $3 order by history_id`,
        [workspaceId, number, now()],
      );
      return rows;
    },
    async loseJobs() {
      if (apps.length > 0) throw new Error('a program is running');
      const outbox = createOutbox(pool, { now });
      const relaying = createQueueRuntime({
        url: redis,
        database: connection,
        outbox,
        handlers,
        log,
        now,
        timings,
      });
      await relaying.startRelay();
      const isSent = async () => {
        const { rowCount } = await pool.query(
          'select from hearback.outbox where dispatched_at is null and done_at is null and failed_at is null and run_at <= $1',
          [now()],
        );
        return rowCount === 0;
      };
      for (const end = performance.now() + GIVE_UP_MS; !(await isSent()); await pause(5))
        if (performance.now() > end) throw new Error('the jobs did not get into the queue');
      await relaying.close();
      await wipeQueue();
    },
    wipeQueue,
    async writePlan(next) {
      const wanted = news.read + apps.length;
      const before = await seenPolicy();
      await writeFile(policyPath, write(next));
      await until('the policy to be read', async () => news.read >= wanted);
      // A file that was mended says what was in force all the time.
      if (JSON.stringify(next) !== JSON.stringify(inForce))
        await until('clocks to be told of it', async () => (await seenPolicy()) !== before);
      inForce = next;
    },
    async breakPolicyFile() {
      const wanted = news.refused + apps.length;
      await writeFile(policyPath, 'severities: { normal: { firstResponse: -3d\n');
      await until('the faults to be told', async () => news.refused >= wanted);
    },
    async close() {
      while (apps.length > 0) await apps.pop()?.app.close();
      await pool.end();
      await server.dropDatabase(name);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What profiles say of people's zones. */
const zones = new Map(
  COMMUNITIES.flatMap(({ zones: named, week, ...community }) =>
    [...community.handlers, ...community.moderators, ...community.leads, ...community.management].map(
      (person) => [person, named[person] ?? week.zone] as const,
    ),
  ),
);

async function emptyRedis(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushdb();
  await client.quit();
}
