import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { pino } from 'pino';
import { startSandbox } from '../sandbox/server.ts';
import { packageRoot } from '../src/package-root.ts';
import { poolConfig } from '../src/store/database.ts';
import { runServer } from '../src/store/embedded/server.ts';
import { started } from './program/started.ts';
import { type Figure, report } from './report.ts';

/**
 * `npm run bench -- idle --json`: processor time, and what the database and Redis are asked, in a minute in which nothing happens. Beside it: a
 * bare BullMQ worker on the same backend. With the queue in PostgreSQL, and in the Redis of `REDIS_URL` where it is set.
 */
const MINUTES = Number(process.env['BENCH_MINUTES'] ?? 2);
/** What belongs to the start is over then (ms). */
const SETTLED_MS = 30_000;
const TARGET = { atMost: 2 };

const folder = await mkdtemp(join(tmpdir(), 'hearback-bench-'));
const sandbox = await startSandbox({ port: 0, dataDir: null });
const log = pino({ level: 'silent' });
const url = process.env['DATABASE_URL'];
const server = url ? null : await runServer({ dataDir: join(folder, 'database'), log, settings: {} });
const admin = new pg.Client(server ? server.connection : poolConfig(url!));
await admin.connect();
try {
  const redisUrl = process.env['REDIS_URL'];
  const figures = await compare('PostgreSQL', null);
  if (redisUrl) figures.push(...(await compare('Redis', redisUrl)));
  report('idle', figures, { minutes: MINUTES, database: server ? 'embedded' : 'server' });
} finally {
  await admin.end();
  await sandbox.close();
  await server?.shutDown();
  await rm(folder, { recursive: true, force: true });
}

async function compare(queue: string, redisUrl: string | null): Promise<Figure[]> {
  const [bare, ours] = [await idle('bare', redisUrl), await idle('ours', redisUrl)];
  const figure = (what: string, of: (each: Idle) => number, unit: string): Figure => ({
    what: `${what}, queue in ${queue}`,
    value: of(ours),
    yardstick: of(bare),
    unit,
    target: TARGET,
  });
  return [
    figure('processor', ({ cpuMs }) => cpuMs, 'ms a minute'),
    ...(redisUrl
      ? [figure('asked of Redis', ({ commands }) => commands, 'commands a minute')]
      : [figure('asked of the database', ({ transactions }) => transactions, 'transactions a minute')]),
  ];
}

interface Idle {
  cpuMs: number;
  transactions: number;
  commands: number;
}

async function idle(which: 'ours' | 'bare', redisUrl: string | null): Promise<Idle> {
  const name = `hearback_bench_${which}`;
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name} template template0 encoding 'UTF8'`);
  const { host, port, user = '', password = '' } = admin;
  const at = new URL(
    `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${name}`,
  );
  if (host.startsWith('/')) at.searchParams.set('host', host);
  else at.hostname = host;
  at.port = String(port);
  const child = await started(which, {
    ...sandbox.env,
    PORT: '0',
    DATABASE_URL: at.href,
    ...(redisUrl && { QUEUE_URL: redisUrl }),
    HEARBACK_DATA_DIR: folder,
    HEARBACK_CONFIG: join(packageRoot(), 'sandbox', 'hearback.yaml'),
  });
  await pause(SETTLED_MS);
  const before = { said: await child.ask(), ...(await asked(name, redisUrl)) };
  await pause(MINUTES * 60_000);
  const after = { said: await child.ask(), ...(await asked(name, redisUrl)) };
  await child.end();
  return {
    cpuMs: (after.said.cpuMs - before.said.cpuMs) / MINUTES,
    transactions: (after.transactions - before.transactions) / MINUTES,
    commands: (after.commands - before.commands) / MINUTES,
  };
}

/** What was asked until now. */
async function asked(name: string, redisUrl: string | null) {
  const { rows } = await admin.query<{ count: string }>(
    'select xact_commit + xact_rollback as count from pg_stat_database where datname = $1',
    [name],
  );
  return { transactions: Number(rows[0]?.count), commands: redisUrl ? await commandsOf(redisUrl) : 0 };
}

async function commandsOf(redisUrl: string): Promise<number> {
  const redis = new Redis(redisUrl);
  const info = await redis.info('stats');
  redis.disconnect();
  return Number(/total_commands_processed:(\d+)/.exec(info)?.[1]);
}
