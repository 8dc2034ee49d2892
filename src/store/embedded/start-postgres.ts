import pg from 'pg';
import { claim } from './claim.ts';
import { ROLE } from './cluster.ts';
import { holdLease } from './lease.ts';
import { type ServerOptions, runServer } from './server.ts';

/** The embedded database, for this process alone. */
export interface EmbeddedPostgres {
  connection: pg.PoolConfig;
  /** As the server names itself, for example `18.4`. */
  version: string;
  /** Ends the server. Close every connection first. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on `dataDir`, making the database at the first start and taking over a server that
 * outlived a killed process. Needs nothing installed; never listens on a network.
 * @throws {AppError} DATABASE_NOT_FOUND saying what to do
 */
export async function startPostgres(options: ServerOptions): Promise<EmbeddedPostgres> {
  const server = await runServer(options);
  const release = await claim(server.connection, options.log, () => runServer(options));
  const leave = holdLease(server.folder);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await release();
    await server.shutDown();
    leave();
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
    stop: () => (stopping ??= stop()),
  };
}

async function ensureDatabase(connection: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
