import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { openDatabase } from '../../src/store/database.ts';
import { runServer } from '../../src/store/embedded/server.ts';
import { migrate } from '../../src/store/migrate.ts';

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
  /** An empty one. */
  createDatabase(): Promise<TestDatabase>;
  /** One with the tables of the record and of the queue: a copy, since migrating takes ten times as long. */
  createMigrated(): Promise<TestDatabase>;
}

/** The run's folder, made by global-setup.mjs; the first test that asks starts its server there. None in a program of its own. */
const RUN = process.env['HEARBACK_TEST_RUN'];

/** The PostgreSQL of this test run: the one of DATABASE_URL, or an embedded one all test files share. */
export async function testServer(): Promise<TestServer> {
  const connection = connector(process.env['DATABASE_URL'] ?? (await sharedServer()));
  const create = async (likeness: string): Promise<TestDatabase> => {
    const name = `test_${randomBytes(8).toString('hex')}`;
    await administer(connection('postgres'), `create database ${name} template ${likeness} encoding 'UTF8'`);
    const drop = () => administer(connection('postgres'), `drop database if exists ${name} with (force)`);
    const setReachable = async (reachable: boolean) => {
      const admin = connection('postgres');
      await administer(admin, `alter database ${name} allow_connections ${reachable}`);
      const ended = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
      if (!reachable) await administer(admin, ended);
    };
    return { name, connection: connection(name), setReachable, drop };
  };
  const createDatabase = () => create('template0');
  return {
    connection,
    createDatabase,
    createMigrated: async () =>
      create(await onceInTheRun('migrated', async () => (await migratedDatabase(createDatabase)).name)),
  };
}

/** A database to copy: nobody may be connected to it, then or later. global-teardown.mjs removes it. */
async function migratedDatabase(create: TestServer['createDatabase']): Promise<TestDatabase> {
  const log = pino({ level: 'silent' });
  const database = await create();
  const pool = openDatabase(database.connection, { log, max: 1 });
  await migrate(pool);
  await pool.end();
  // Only one of the run's processes loads the queue for this.
  const { postgresBackend } = await import('../../src/queue/postgres-backend.ts');
  const { CONCURRENCY } = await import('../../src/queue/lanes.ts');
  const queue = postgresBackend(database.connection, CONCURRENCY, log);
  await queue.prepare();
  await queue.close();
  await database.setReachable(false);
  return database;
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

function sharedServer(): Promise<pg.ClientConfig> {
  const run = RUN;
  if (run === undefined) throw new Error('There is no test run whose database this could be.');
  return onceInTheRun('connection', async () => {
    const { connection } = await runServer({
      dataDir: join(run, 'postgres'),
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
    return connection;
  });
}

/** What this process has made or read. */
const known = new Map<string, Promise<unknown>>();

/** Jest runs files in several processes: the first one that asks makes it, the others read what it is. */
function onceInTheRun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(name) ?? (RUN === undefined ? make() : makeOrRead(RUN, name, make));
  known.set(name, found);
  return found as Promise<T>;
}

async function makeOrRead<T>(run: string, name: string, make: () => Promise<T>): Promise<T> {
  const made = join(run, `${name}.json`);
  const failed = join(run, `${name}.failed`);
  if (isFirst(run, name)) {
    try {
      writeFileSync(`${made}.half`, JSON.stringify(await make()));
      renameSync(`${made}.half`, made);
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  while (!existsSync(made)) {
    if (existsSync(failed))
      throw new Error(`The ${name} of this test run could not be made: ${readFileSync(failed, 'utf8')}`);
    await pause(50);
  }
  return JSON.parse(readFileSync(made, 'utf8')) as T;
}

function isFirst(run: string, name: string): boolean {
  try {
    mkdirSync(join(run, `${name}.begun`));
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
