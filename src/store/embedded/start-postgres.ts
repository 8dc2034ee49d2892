import pg from 'pg';
import { claim } from './claim.ts';
import { ROLE } from './cluster.ts';
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
  const release = await claim(server.connection, options.log);
  await ensureDatabase(server.connection, ROLE);
  let stopping: Promise<void> | undefined;
  return {
    connection: { ...server.connection, database: ROLE },
    version: server.version,
    stop: () => (stopping ??= release().then(() => server.shutDown())),
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
