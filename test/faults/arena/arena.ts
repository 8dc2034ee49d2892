import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { parseDocument } from 'yaml';
import { startSandbox, type Sandbox } from '../../../sandbox/server.ts';
import { openDatabaseWire, type DatabaseWire, type Phase } from './database-wire.ts';
import { startFleet, type Bot, type Fleet } from './fleet.ts';
import { openPlatformDoor, type PlatformDoor } from './platform-door.ts';
import type { DatabaseServer, RedisServer } from './servers.ts';

/** Which processes there are. `twice`: two that both do everything, and share out what there is to hear. */
export type Layout = 'one' | 'split' | 'twice';

const ROLES: Record<Layout, string[]> = {
  one: ['gateway,worker,web'],
  split: ['gateway,worker,web', 'worker'],
  twice: ['gateway,worker,web', 'gateway,worker,web'],
};

/**
 * Seconds, so that a run has reminders to see; nothing is left waiting for a first answer, and no answer asks for anything, so
 * that none waits for the member.
 */
const CLOCKS: [path: string[], value: unknown][] = [
  ...['low', 'normal', 'high', 'urgent'].flatMap((severity): [string[], string][] => [
    [['severities', severity, 'updateDue'], '1s'],
    ...['firstResponse', 'departmentAnswer', 'resolution'].map((clock): [string[], string] => [
      ['severities', severity, clock],
      '12h',
    ]),
  ]),
  [['kinds', 'refund', 'details'], []],
  [['ladder', 'lead'], '1s'],
  [['ladder', 'moderators'], '12h'],
];

/** A sandbox, a database, and the program's processes between them, with a hand on every wire. */
export interface Arena {
  layout: Layout;
  queue: 'postgres' | 'redis';
  sandbox: Sandbox;
  bots: readonly Bot[];
  fleet: Fleet;
  wires: readonly DatabaseWire[];
  doors: Record<'slack' | 'discord', PlatformDoor>;
  server: DatabaseServer;
  redis: RedisServer | null;
  /** The record, past every wire. Fails while the database is down. */
  sql<T extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<T[]>;
  /** The next time any process comes to this phase of a statement with these words. `bot` is the one that said it. */
  whenSql(words: string, phase: Phase, strike: (bot: Bot) => Promise<boolean>): () => void;
  /** Looks until there is an answer, also past a database that is down. @throws after `withinMs` */
  until<T>(
    what: string,
    look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
    withinMs: number,
  ): Promise<T>;
  close(): Promise<void>;
}

export async function openArena(options: {
  layout: Layout;
  server: DatabaseServer;
  redis: RedisServer | null;
}): Promise<Arena> {
  const { layout, server, redis } = options;
  const folder = await mkdtemp(join(tmpdir(), 'hearback-arena-'));
  const database = await server.createDatabase();
  await redis?.flush();
  const sandbox = await startSandbox({ port: 0, dataDir: null });
  const doors = { slack: openPlatformDoor(sandbox.slack), discord: openPlatformDoor(sandbox.discord) };
  const pool = new pg.Pool({ ...server.connection(database), max: 3 });
  pool.on('error', () => {});
  const policy = await writePolicy(folder);
  const wires = await Promise.all(ROLES[layout].map(() => openDatabaseWire(server.address)));
  const { user = '', password } = server.connection(database);
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : '';
  const fleet = startFleet(
    wires.map(({ port }, index) => ({
      name: `bot ${index + 1}`,
      env: {
        ...sandbox.env,
        PORT: '0',
        LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
        HEARBACK_ROLES: ROLES[layout][index]!,
        HEARBACK_DATA_DIR: folder,
        HEARBACK_CONFIG: policy,
        DATABASE_URL: `postgres://${encodeURIComponent(user)}${secret}@127.0.0.1:${port}/${database}`,
        BOT_BACKOFF_MS: '25',
        ...(redis && { QUEUE_URL: redis.url }),
      },
    })),
  );
  return {
    layout,
    queue: redis ? 'redis' : 'postgres',
    sandbox,
    bots: fleet.bots,
    fleet,
    wires,
    doors,
    server,
    redis,
    sql: async <T extends pg.QueryResultRow>(query: string, values: unknown[] = []) =>
      (await pool.query<T>(query, values)).rows,
    whenSql(words, phase, strike) {
      const stops = wires.map((wire, index) =>
        wire.when(words, phase, async () => {
          stops.forEach((stop) => stop());
          return strike(fleet.bots[index]!);
        }),
      );
      return () => stops.forEach((stop) => stop());
    },
    until,
    async close() {
      await fleet.close();
      await Promise.all(wires.map((wire) => wire.close()));
      await sandbox.close();
      await pool.end();
      await server.dropDatabase(database);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How often the record is asked (ms). */
const LOOK_EVERY_MS = 20;

const until: Arena['until'] = async (what, look, withinMs) => {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await Promise.resolve()
      .then(look)
      .catch(() => null);
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await pause(LOOK_EVERY_MS);
  }
};

async function writePolicy(folder: string): Promise<string> {
  const document = parseDocument(await readFile('sandbox/hearback.yaml', 'utf8'), { intAsBigInt: true });
  for (const [path, value] of CLOCKS) document.setIn(path, value);
  const path = join(folder, 'hearback.yaml');
  await writeFile(path, document.toString());
  return path;
}
