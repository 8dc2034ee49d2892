import type { Pool } from 'pg';
import { pino } from 'pino';
import { openDatabase } from '../../src/store/database.ts';
import { testServer, urlOf } from './postgres.ts';

/** A migrated database of a test file's own. */
export interface TestRecord {
  pool: Pool;
  /** As `DATABASE_URL` names it. */
  url: string;
  /** One more pool on the same database, as another process would have it. */
  connect(): Pool;
  /** Ends every pool and removes the database. */
  drop(): Promise<void>;
}

export async function testRecord(): Promise<TestRecord> {
  const server = await testServer();
  const database = await server.createMigrated();
  const pools: Pool[] = [];
  const connect = () => {
    const pool = openDatabase(database.connection, { log: pino({ level: 'silent' }), max: 25 });
    pools.push(pool);
    return pool;
  };
  const pool = connect();
  return {
    pool,
    url: urlOf(database.connection),
    connect,
    async drop() {
      await Promise.all(pools.filter(({ ending }) => !ending).map((each) => each.end()));
      await database.drop();
    },
  };
}
