import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { runServer } from '../../src/store/embedded/server.ts';

/** A database of one test's own. */
export interface TestDatabase {
  name: string;
  connection: pg.PoolConfig;
  /** Ends its connections and refuses new ones, as a server does that is down; or takes them again. */
  setReachable(reachable: boolean): Promise<void>;
  /** Ends its connections and removes it. */
  drop(): Promise<void>;
}

export interface TestServer {
  connection(database: string): pg.PoolConfig;
  createDatabase(): Promise<TestDatabase>;
}

/** The run's folder, made by global-setup.mjs; the first test that asks starts its server there. */
const RUN = process.env['HEARBACK_TEST_RUN'] ?? '';

/** The PostgreSQL of this test run: the one of DATABASE_URL, or an embedded one all test files share. */
export async function testServer(): Promise<TestServer> {
  const connection = connector(process.env['DATABASE_URL'] ?? (await sharedServer()));
  return {
    connection,
    async createDatabase() {
      const name = `test_${randomBytes(8).toString('hex')}`;
      await administer(connection('postgres'), `create database ${name} template template0 encoding 'UTF8'`);
      const drop = () => administer(connection('postgres'), `drop database if exists ${name} with (force)`);
      const setReachable = async (reachable: boolean) => {
        const admin = connection('postgres');
        await administer(admin, `alter database ${name} allow_connections ${reachable}`);
        const ended = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
        if (!reachable) await administer(admin, ended);
      };
      return { name, connection: connection(name), setReachable, drop };
    },
  };
}

function connector(server: string | pg.ClientConfig): (database: string) => pg.PoolConfig {
  if (typeof server !== 'string') return (database) => ({ ...server, database });
  return (database) => {
    const url = new URL(server);
    url.pathname = `/${database}`;
    return { connectionString: url.href };
  };
}

async function administer(connection: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Jest runs files in several processes: one of them starts the server, the others read how to reach it. */
async function sharedServer(): Promise<pg.ClientConfig> {
  const known = join(RUN, 'connection.json');
  const failed = join(RUN, 'failed');
  if (isFirst()) {
    try {
      const { connection } = await runServer({
        dataDir: join(RUN, 'postgres'),
        log: pino({ level: 'silent' }),
        // Ctrl-C ends jest without its teardown: the server shall hear it too.
        ownProcessGroup: false,
        // Tests outlive no power cut.
        settings: {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          max_connections: '200',
        },
      });
      writeFileSync(`${known}.half`, JSON.stringify(connection));
      renameSync(`${known}.half`, known);
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  while (!existsSync(known)) {
    if (existsSync(failed))
      throw new Error(`The test database did not start: ${readFileSync(failed, 'utf8')}`);
    await pause(50);
  }
  return JSON.parse(readFileSync(known, 'utf8')) as pg.ClientConfig;
}

function isFirst(): boolean {
  try {
    mkdirSync(join(RUN, 'starting'));
    return true;
  } catch {
    return false;
  }
}

/** The program takes an address, tests have a socket's folder: https://www.postgresql.org/docs/current/libpq-connect.html */
export function urlOf({
  connectionString,
  user,
  password,
  host = '',
  port,
  database,
}: pg.PoolConfig): string {
  if (connectionString) return connectionString;
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : '';
  const who = `${encodeURIComponent(user ?? '')}${secret}`;
  return `postgres://${who}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}
