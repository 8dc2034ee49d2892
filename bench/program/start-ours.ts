import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Sandbox } from '../../sandbox/server.ts';
import { poolConfig } from '../../src/store/database.ts';
import { writeQuietPolicy } from './quiet-policy.ts';
import type { Servers } from './servers.ts';
import { type Started, started } from './started.ts';

/** Between two looks whether all is done (ms). */
const LOOK_EVERY_MS = 100;
/** What has not been done after so long is not going to be (ms). */
const HUNG_MS = 180_000;

/** How the program is started. */
export interface Wishes {
  /** Its database. */
  url: string;
  /** Where its queue is; null: in the database too. */
  redisUrl: string | null;
  /** How much shorter than in life it takes the platforms' limits for; 1: it keeps them. */
  paceSpeed: number;
  /** Default: all. */
  roles?: string;
  /** The policies; default: those of the sandbox's communities. */
  config?: string;
}

/** The program for the communities of a sandbox, with reminders far away. */
export async function startOurs(
  servers: Servers,
  sandbox: Sandbox,
  { url, redisUrl, paceSpeed, roles, config }: Wishes,
): Promise<Started> {
  return started('ours', {
    ...sandbox.env,
    PORT: '0',
    DATABASE_URL: url,
    ...(redisUrl && { QUEUE_URL: redisUrl }),
    ...(roles && { HEARBACK_ROLES: roles }),
    HEARBACK_DATA_DIR: servers.folder,
    HEARBACK_CONFIG: config ?? (await writeQuietPolicy(servers.folder)),
    BENCH_PACE_SPEED: String(paceSpeed),
  });
}

/** One question to the program's database. */
export async function askDatabase<T extends pg.QueryResultRow>(url: string, query: string): Promise<T[]> {
  const client = new pg.Client(poolConfig(url));
  await client.connect();
  try {
    return (await client.query<T>(query)).rows;
  } finally {
    await client.end();
  }
}

/** Resolves when the program has done everything that it can do now: the look back after its start, for one. @throws when it does not */
export async function settled(url: string): Promise<void> {
  const undone = `select kind from hearback.outbox where done_at is null and failed_at is null and run_at <= now() limit 1`;
  for (const from = performance.now(); ; await pause(LOOK_EVERY_MS)) {
    const [left] = await askDatabase<{ kind: string }>(url, undone);
    if (!left) return;
    if (performance.now() - from > HUNG_MS) throw new Error(`A job is not done: ${left.kind}.`);
  }
}
