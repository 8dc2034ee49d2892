import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { pino } from 'pino';
import { runServer } from '../../../src/store/embedded/server.ts';
import { hasRedis, testRedis } from '../../support/redis.ts';
import { eventually } from '../../support/eventually.ts';
import type { Address } from './database-wire.ts';

/** The PostgreSQL of the runner. Commits are waited for, so that a crash loses none that was confirmed. */
export interface DatabaseServer {
  connection(database: string): pg.ClientConfig;
  address: Address;
  createDatabase(): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  /** One of its processes dies: all connections end, and it reads its log before it answers again. */
  crash(): Promise<void>;
  /** Stops it as an administrator would, ending all connections, and starts it again; null when it is not ours to stop. */
  restart: ((downMs: number) => Promise<void>) | null;
  close(): Promise<void>;
}

/** DATABASE_URL's server when set; else the embedded one, in a folder of the run's own. */
export async function openDatabaseServer(): Promise<DatabaseServer> {
  const url = process.env['DATABASE_URL'];
  if (url) return databaseServerAt(fromUrl(url));
  const { base, restart, close } = await embedded();
  return { ...databaseServerAt(base), restart, close };
}

/** A server that is running, and is somebody else's to close. */
export function databaseServerAt(base: pg.ClientConfig): DatabaseServer {
  const { host = 'localhost', port = 5432 } = base;
  const connection = (database: string) => ({ ...base, database });
  const administer = async (statement: string) => {
    const client = new pg.Client(connection('postgres'));
    client.on('error', () => {});
    await client.connect();
    try {
      return await client.query<Record<string, unknown>>(statement);
    } finally {
      await client.end();
    }
  };
  return {
    connection,
    address: host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port },
    async createDatabase() {
      const name = `faults_${randomBytes(6).toString('hex')}`;
      await administer(`create database ${name} template template0 encoding 'UTF8'`);
      return name;
    },
    async dropDatabase(name) {
      await eventually(() => administer(`drop database if exists ${name} with (force)`).catch(() => null));
    },
    async crash() {
      const { rows } = await administer(
        "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
      );
      if (!killed(Number(rows[0]?.['pid'])))
        await administer(
          'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()',
        );
      await eventually(() => administer('select 1').catch(() => null));
    },
    restart: null,
    close: async () => {},
  };
}

/** False for a server elsewhere, or another user's. */
function killed(pid: number): boolean {
  try {
    return pid > 1 && process.env['FAULTS_SERVER'] !== 'elsewhere' && process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** A server's address in parts. */
export function fromUrl(url: string): pg.ClientConfig {
  const { hostname, port, username, password, searchParams } = new URL(url);
  return {
    host: searchParams.get('host') ?? hostname,
    port: Number(searchParams.get('port') ?? (port || 5432)),
    user: decodeURIComponent(username),
    ...(password && { password: decodeURIComponent(password) }),
  };
}

async function embedded() {
  const folder = await mkdtemp(join(tmpdir(), 'hearback-faults-'));
  await chmod(folder, 0o755);
  const start = () =>
    runServer({
      dataDir: folder,
      log: pino({ level: 'silent' }),
      ownProcessGroup: false,
      settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
    });
  let server = await start();
  let ends = Promise.resolve();
  return {
    base: server.connection,
    /** One after the other: of two that are asked for at once, the second finds the server running again. */
    restart: async (downMs: number) => {
      const before = ends;
      const again = async () => {
        await before;
        await server.shutDown();
        await pause(downMs);
        server = await start();
      };
      ends = again();
      await ends;
    },
    close: async () => {
      await ends;
      await server.shutDown();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The Redis of the runner. */
export interface RedisServer {
  url: string;
  flush(): Promise<void>;
  /** Ends it without saving, and starts it again, empty. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** One of the runner's own where `redis-server` is installed, else REDIS_URL's; null without either. */
export async function openRedisServer(): Promise<RedisServer | null> {
  if (hasRedis) {
    const server = await testRedis();
    return {
      url: server.url,
      flush: () => server.wipe(),
      restart: async () => {
        await server.down();
        await server.up();
      },
      close: () => server.down(),
    };
  }
  const url = process.env['REDIS_URL'];
  if (!url) return null;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  return {
    url,
    flush: async () => void (await client.flushdb()),
    restart: async () => {
      await client.flushdb();
      await client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
    close: async () => void (await client.quit()),
  };
}
