import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { pino } from 'pino';
import { poolConfig } from '../../src/store/database.ts';
import { runServer } from '../../src/store/embedded/server.ts';

/** The embedded server has room for one program, which is what it is for; here several connect. */
const SETTINGS = { max_connections: '200' };

/** The servers a benchmark runs on: the database and, where there is one, Redis. */
export interface Servers {
  /** An empty database of this name; one there is already goes first. @returns its address */
  emptyDatabase(name: string): Promise<string>;
  /** An empty one of the numbered databases of Redis. @returns its address; null where there is no Redis */
  emptyRedis(number: number): Promise<string | null>;
  /** For the report. */
  kinds: { database: 'embedded' | 'server'; redis: 'started' | 'server' | 'none' };
  /** A folder of the benchmark's own, which goes with the servers. */
  folder: string;
  close(): Promise<void>;
}

/**
 * The database of `DATABASE_URL`, else an embedded one; the Redis of `REDIS_URL`, else one of its own where `redis-server` is installed.
 * @param settings of the embedded database, in the place of its usual ones
 */
export async function openServers(settings: Record<string, string> = {}): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'hearback-bench-'));
  const url = process.env['DATABASE_URL'];
  const log = pino({ level: 'silent' });
  const server = url
    ? null
    : await runServer({ dataDir: join(folder, 'database'), log, settings: { ...SETTINGS, ...settings } });
  const admin = new pg.Client(server ? server.connection : poolConfig(url!));
  await admin.connect();
  const given = process.env['REDIS_URL'];
  const own = given ? null : await startRedis(folder);
  const redisUrl = given ?? own?.url ?? null;
  return {
    folder,
    kinds: {
      database: server ? 'embedded' : 'server',
      redis: given ? 'server' : own ? 'started' : 'none',
    },
    emptyDatabase: async (name) => {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.query(`create database ${name} template template0 encoding 'UTF8'`);
      return addressOf(admin, name);
    },
    emptyRedis: async (number) => {
      if (!redisUrl) return null;
      const one = new URL(redisUrl);
      one.pathname = `/${number}`;
      const client = new Redis(one.href);
      await client.flushdb();
      await client.quit();
      return one.href;
    },
    close: async () => {
      await admin.end();
      await server?.shutDown();
      await own?.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function addressOf({ host, port, user = '', password = '' }: pg.Client, name: string): string {
  const at = new URL(
    `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password ?? '')}@localhost/${name}`,
  );
  if (host.startsWith('/')) at.searchParams.set('host', host);
  else at.hostname = host;
  at.port = String(port);
  return at.href;
}

/** In memory only. Null where it is not installed. */
async function startRedis(folder: string): Promise<{ url: string; end(): Promise<void> } | null> {
  if (spawnSync('redis-server', ['--version']).status !== 0) return null;
  const port = await freePort();
  const kept = ['--save', '', '--appendonly', 'no', '--dir', folder];
  const server: ChildProcess = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', ...kept],
    {
      stdio: 'ignore',
    },
  );
  const url = `redis://127.0.0.1:${port}`;
  // Asked again until it listens.
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  client.on('error', () => {});
  await client.ping();
  client.disconnect();
  return {
    url,
    end: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
