import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { AppError } from '../../errors.ts';
import { claim } from './claim.ts';
import { ROLE } from './cluster.ts';
import { POINTER } from './home.ts';
import { holdLease } from './lease.ts';
import { arrive, depart } from './presence.ts';
import { type Server, type ServerOptions, runServer } from './server.ts';

/** How often a server may be ended by somebody who leaves while we arrive. */
const ARRIVALS = 5;

/** Whether a database has been made for `dataDir`. Makes nothing. */
export function hasDatabase(dataDir: string): boolean {
  const asked = resolve(dataDir);
  return existsSync(join(asked, POINTER)) || existsSync(join(asked, 'cluster', 'PG_VERSION'));
}

/** The embedded database, for this process. */
export interface EmbeddedPostgres {
  connection: pg.PoolConfig;
  /** As the server names itself, for example `18.4`. */
  version: string;
  /** Where its data is. */
  folder: string;
  /** Ends the server, unless somebody else still uses it: then they do. Close every connection first. Safe to call twice. */
  stop(): Promise<void>;
}

/** Gives back what says that we use the server, and ends it with `onLast` when nobody else does. */
type Leave = (onLast: () => Promise<void>) => Promise<void>;

/**
 * Starts PostgreSQL on `dataDir`, making the database at the first start and taking over a server that
 * outlived a killed process. Needs nothing installed; never listens on a network. No other program may use the data;
 * the operator's commands may.
 * @throws {AppError} DATABASE_NOT_FOUND saying what to do
 */
export function startPostgres(options: ServerOptions): Promise<EmbeddedPostgres> {
  return use(options, (server) => claim(server.connection, options.log, () => runServer(options)));
}

/**
 * The database for a command of the operator: the running program's, which neither notices nor has to wait, or one that is
 * started for as long as it is needed. Whoever leaves last ends it, be it the command or the program.
 * @throws {AppError} DATABASE_NOT_FOUND saying what to do
 */
export function visitPostgres(options: ServerOptions): Promise<EmbeddedPostgres> {
  return use(options, async ({ connection }) => {
    const present = await arrive(connection, 'hearback-command');
    return (onLast) => depart(present, connection, onLast);
  });
}

async function use(
  options: ServerOptions,
  enter: (server: Server) => Promise<Leave>,
): Promise<EmbeddedPostgres> {
  const { server, leave } = await enterRunning(options, enter);
  const endLease = holdLease(server.folder);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    let isLast = false;
    await leave(async () => {
      isLast = true;
      await server.shutDown();
      endLease(true);
    });
    if (!isLast) endLease(false);
  };
  try {
    await ensureDatabase(server.connection, ROLE);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    connection: { ...server.connection, database: ROLE },
    version: server.version,
    folder: server.folder,
    stop: () => (stopping ??= stop()),
  };
}

/** Somebody who leaves may just be ending the server that was found running: then it is started anew. */
async function enterRunning(
  options: ServerOptions,
  enter: (server: Server) => Promise<Leave>,
): Promise<{ server: Server; leave: Leave }> {
  for (let arrival = 1; ; arrival += 1) {
    const server = await runServer(options);
    try {
      return { server, leave: await enter(server) };
    } catch (error) {
      if (arrival === ARRIVALS || error instanceof AppError) throw error;
    }
  }
}

/** Two who come at once may both find it missing. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const EXISTS = new Set(['42P04', '23505']);

async function ensureDatabase(connection: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client(connection);
  // Without a listener a connection that is lost between two questions would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (!EXISTS.has((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}
