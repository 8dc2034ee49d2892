import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { NotPossible } from '../../errors.ts';
import { appliedMigrations } from '../migrate.ts';
import { run } from '../sql.ts';
import { copyTarget, quoted, sequences, tablesInOrder } from './catalog.ts';
import { encode, FORMAT, type Frame, type TableEnd, type TableStart } from './frames.ts';
import { wholly } from './wholly.ts';

/** What a backup has in it. */
export interface BackupSummary {
  takenAt: Date;
  /** The newest migration of the database it was taken from. */
  level: string;
  tables: Readonly<Record<string, number>>;
  rows: number;
}

/** Everything is of one moment, while the program goes on writing. */
const BEGIN = 'begin isolation level repeatable read read only';

/** The byte at the end of each row in COPY's text format; within a row it is written otherwise. */
const LINE_END = 0x0a;

/**
 * Writes the whole record as it is at this moment. Nobody is held up meanwhile. Memory stays small however much there is.
 * @param signal ends it; what was written then is no whole backup, and `restore` says so
 */
export function writeBackup(
  pool: Pool,
  sink: Writable,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<BackupSummary> {
  return wholly(pool, BEGIN, async (sql) => {
    const ends: TableEnd[] = [];
    const migrations = await prepare(sql);
    const header = { hearback: 'backup' as const, format: FORMAT, takenAt: now, migrations };
    await pipeline(Readable.from(bytes(everything(sql, header, ends))), createGzip(), sink, { signal });
    return {
      takenAt: now,
      level: migrations.at(-1)?.name ?? '',
      tables: Object.fromEntries(ends.map(({ name, rows }) => [name, rows])),
      rows: ends.reduce((sum, { rows }) => sum + rows, 0),
    };
  });
}

/** Makes COPY write the same on every server, and keeps migrations away until it is through. */
async function prepare(sql: PoolClient): Promise<{ name: string; sha256: string }[]> {
  await sql.query(`set local idle_in_transaction_session_timeout = 0; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
    set local extra_float_digits = 3; set local client_encoding = 'UTF8'; set local bytea_output = 'hex'`);
  const migrations = await appliedMigrations(sql);
  if (migrations.length === 0)
    throw new NotPossible('There is no record in this database yet, so there is nothing to back up.');
  for (const { name } of await tablesInOrder(sql))
    await run(sql, `lock table hearback.${quoted(name)} in access share mode`);
  return migrations;
}

async function* everything(
  sql: PoolClient,
  header: Extract<Frame, { type: 'H' }>['header'],
  ends: TableEnd[],
): AsyncGenerator<Frame> {
  yield { type: 'H', header };
  for (const table of await tablesInOrder(sql)) yield* wholeTable(sql, table, ends);
  yield { type: 'Z', ending: { tables: ends, sequences: await sequences(sql) } };
}

async function* wholeTable(sql: PoolClient, table: TableStart, ends: TableEnd[]): AsyncGenerator<Frame> {
  yield { type: 'T', table };
  const hash = createHash('sha256');
  let count = 0;
  const copy = sql.query(copyTo(`copy ${copyTarget(table)} to stdout`));
  for await (const data of copy as AsyncIterable<Buffer>) {
    hash.update(data);
    count += rowsIn(data);
    yield { type: 'D', data };
  }
  const end = { name: table.name, rows: count, sha256: hash.digest('hex') };
  ends.push(end);
  yield { type: 'E', end };
}

/** How many rows end in this piece of a table. */
export function rowsIn(data: Buffer): number {
  let count = 0;
  for (let at = data.indexOf(LINE_END); at !== -1; at = data.indexOf(LINE_END, at + 1)) count += 1;
  return count;
}

async function* bytes(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const frame of frames) yield* encode(frame);
}
