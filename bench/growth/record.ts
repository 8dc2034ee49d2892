import { join } from 'node:path';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { openDatabase } from '../../src/store/database.ts';
import { runServer } from '../../src/store/embedded/server.ts';
import { migrate } from '../../src/store/migrate.ts';
import { fill } from './fill.ts';

/** A record of so many cases in an embedded database of its own. */
export interface GrownRecord {
  cases: number;
  pool: Pool;
  /** Null: it was there already. */
  filledMs: number | null;
  bytes: number;
  close(): Promise<void>;
}

/** While it is filled: whatever a crash would lose is made again. */
const FILLING = { fsync: 'off', full_page_writes: 'off', max_wal_size: '4GB', autovacuum: 'off' };

/** Opens the record of that size in the folder, and fills it when it is not there yet. */
export async function openRecord(folder: string, cases: number): Promise<GrownRecord> {
  const dataDir = join(folder, String(cases));
  const filledMs = await filled(dataDir, cases);
  const { pool, close } = await serve(dataDir, {});
  const { rows } = await pool.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  );
  return { cases, pool, filledMs, bytes: Number(rows[0]?.bytes), close };
}

async function filled(dataDir: string, cases: number): Promise<number | null> {
  const { pool, close } = await serve(dataDir, FILLING);
  try {
    await migrate(pool);
    const { rows } = await pool.query<{ isBegun: boolean; isOver: boolean }>(
      `select exists (select from hearback.workspace) as "isBegun", to_regclass('hearback.bench_text') is null as "isOver"`,
    );
    if (rows[0]?.isBegun && !rows[0].isOver)
      throw new Error(`The record in ${dataDir} was not filled to its end; remove the folder.`);
    if (rows[0]?.isBegun) return null;
    const tookMs = await fill(pool, cases);
    await pool.query('vacuum analyze');
    await pool.query('checkpoint');
    return Math.round(tookMs);
  } finally {
    await close();
  }
}

async function serve(dataDir: string, settings: Record<string, string>) {
  const log = pino({ level: 'silent' });
  const server = await runServer({ dataDir, log, settings });
  const pool = openDatabase(server.connection, { log, max: 4 });
  return {
    pool,
    async close() {
      await pool.end();
      await server.shutDown();
    },
  };
}
