import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { inNewFile } from '../../../src/store/new-file.ts';
import { decode, encode, type Frame } from '../../../src/store/backup/frames.ts';
import {
  restoreBackup,
  type Restored,
  type RestoreOptions,
} from '../../../src/store/backup/restore-backup.ts';
import { type BackupSummary, writeBackup } from '../../../src/store/backup/write-backup.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { testServer } from '../../support/postgres.ts';
import { after, START } from '../record.ts';

/** A database nothing has been done to, as a new machine has one. */
export interface EmptyDatabase {
  pool: Pool;
  drop(): Promise<void>;
}

export async function emptyDatabase(): Promise<EmptyDatabase> {
  const database = await (await testServer()).createDatabase();
  // One connection: a restore refuses when there are others.
  const pool = openDatabase(database.connection, { log: pino({ level: 'silent' }), max: 1 });
  return {
    pool,
    async drop() {
      await pool.end();
      await database.drop();
    },
  };
}

export const never = new AbortController().signal;

/** Where a backup can be written. */
export function newFile(name = 'record.backup'): string {
  return join(temporaryFolder(), name);
}

export async function backupOf(
  pool: Pool,
  signal = never,
): Promise<{ file: string; summary: BackupSummary }> {
  const file = newFile();
  let summary: BackupSummary | undefined;
  await inNewFile(file, 'backup', async (sink) => {
    summary = await writeBackup(pool, sink, { now: START, signal });
  });
  return { file, summary: summary! };
}

export function restoreInto(
  pool: Pool,
  file: string,
  options: Partial<RestoreOptions> = {},
): Promise<Restored> {
  return restoreBackup(pool, file, {
    replace: false,
    moving: false,
    now: after(60),
    signal: never,
    onChecked: () => {},
    onErased: async () => {},
    ...options,
  });
}

/** The frames of a backup, to be changed. */
export async function framesOf(file: string): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of decode(Readable.from([gunzipSync(readFileSync(file))]))) frames.push(frame);
  return frames;
}

/** A backup made of these frames. */
export function fileOf(frames: readonly Frame[], more = Buffer.alloc(0)): string {
  return fileWith(gzipSync(Buffer.concat([...frames.flatMap((frame) => [...encode(frame)]), more])));
}

export function fileWith(bytes: Buffer): string {
  const file = newFile();
  writeFileSync(file, bytes);
  return file;
}

/** Every row of every table of a database, as text. */
export async function everything(pool: Pool): Promise<Record<string, string[]>> {
  const tables = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'hearback' and tablename <> 'migration' order by 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ row: string }>(
      `select t::text as row from hearback."${name}" t order by 1`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
