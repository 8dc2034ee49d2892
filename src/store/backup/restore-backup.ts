import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { z } from 'zod';
import { AppError, NotPossible } from '../../errors.ts';
import { applyMigration, MIGRATION_LOCK, type Migration, prepareSchema, readMigrations } from '../migrate.ts';
import type { ErasureMark } from '../privacy-port.ts';
import { erasures } from '../privacy.ts';
import { row, rows, run, type Sql } from '../sql.ts';
import { afterRestore, continueSequences } from './after-restore.ts';
import { copyTarget, quoted, tablesInOrder } from './catalog.ts';
import { damaged, type Header } from './frames.ts';
import { readBackup, type TableInBackup } from './read-backup.ts';
import type { BackupSummary } from './write-backup.ts';
import { wholly } from './wholly.ts';

export interface RestoreOptions {
  /** Whether a record that is there may be replaced. */
  replace: boolean;
  /** Nothing happened since the backup was taken: numbers go on without a gap. */
  moving: boolean;
  now: Date;
  signal: AbortSignal;
  /** Told before the record is touched: the whole file is in order. */
  onChecked(summary: BackupSummary): void;
  /** Told before the record is replaced: who had been erased from it, and may be in the backup. */
  onErased(erasures: ErasureMark[]): Promise<void>;
}

/** What came of it. */
export interface Restored extends BackupSummary {
  /** The names of the keys that attachments in it are sealed under. */
  keyIds: string[];
}

/** How long to wait for whoever holds something of the record (SQL). */
const WAIT_FOR_OTHERS = `'10s'`;
/** How long a program that was stopped may take to be gone (ms). */
const LEAVE_WITHIN_MS = 3_000;
const BEGIN = 'begin isolation level read committed';
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Puts the record of a backup in place of the one in the database: all of it or, if anything is wrong, nothing. An older
 * backup is brought up to date. The file is read twice: the first time only to see that all of it is in order.
 * @throws {NotPossible} when the file is damaged, the record is not empty, or somebody is using it
 * @throws {AppError} DATABASE_MISMATCH when a newer Hearback made the backup
 */
export async function restoreBackup(pool: Pool, path: string, options: RestoreOptions): Promise<Restored> {
  const known = await readMigrations();
  const checked = await readBackup(path, async () => {}, drain);
  // Only now: in a damaged file the header may say anything.
  levelOf(checked.header, known);
  const summary = summaryOf(checked);
  options.onChecked(summary);
  try {
    const keyIds = await wholly(pool, BEGIN, async (sql) => {
      await makeRoom(sql, options);
      const again = await readBackup(
        path,
        (header) => layOut(sql, levelOf(header, known)),
        (table) => load(sql, table, options.signal),
      );
      if (again.sha256 !== checked.sha256) throw damaged();
      await continueSequences(sql, again.ending.sequences, options.moving);
      await constrainAgain(sql);
      const { applied } = levelOf(again.header, known);
      for (const migration of known) if (!applied.includes(migration)) await applyMigration(sql, migration);
      return afterRestore(sql, again.header, options);
    });
    // Without it the first questions after a restore are answered slowly.
    await pool.query('analyze');
    return { ...summary, keyIds };
  } catch (error) {
    throw (error as { code?: string }).code === LOCK_NOT_AVAILABLE ? inUse() : error;
  }
}

interface Level {
  applied: Migration[];
}

/** The migrations of ours that make the schema the backup has. @throws {AppError} DATABASE_MISMATCH */
function levelOf({ migrations }: Header, known: readonly Migration[]): Level {
  const applied = migrations.map(({ name, sha256 }) => {
    const ours = known.find((migration) => migration.name === name);
    if (ours?.sha256 === sha256) return ours;
    const what = ours
      ? `was made with another ${name} than this Hearback has`
      : `was made by a newer Hearback (${name})`;
    throw new AppError(
      'DATABASE_MISMATCH',
      `This backup ${what}. Nothing was changed. Restore it with the version that made it, or a newer one.`,
      'never',
    );
  });
  return { applied };
}

async function drain({ data }: TableInBackup): Promise<void> {
  for await (const _ of data);
}

function summaryOf({ header, ending }: Awaited<ReturnType<typeof readBackup>>): BackupSummary {
  return {
    takenAt: header.takenAt,
    level: header.migrations.at(-1)?.name ?? '',
    tables: Object.fromEntries(ending.tables.map(({ name, rows: count }) => [name, count])),
    rows: ending.tables.reduce((sum, { rows: count }) => sum + count, 0),
  };
}

/** Keeps programs that start from migrating, and takes away what is there, if that is allowed. */
async function makeRoom(sql: PoolClient, { replace, onErased }: RestoreOptions): Promise<void> {
  await sql.query(`set local lock_timeout = ${WAIT_FOR_OTHERS}; set local idle_in_transaction_session_timeout = 0;
    set local statement_timeout = 0; set local datestyle = 'ISO'; set local client_encoding = 'UTF8';
    set local hearback.restoring = 'on'`);
  await run(sql, 'select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  if (!(await isAlone(sql))) throw inUse();
  if (!replace && (await isFilled(sql)))
    throw new NotPossible(
      'There is a record in this database already. Nothing was changed. Add --replace to put the backup in its place; make a backup of what is there first.',
    );
  if (await isThere(sql, 'erasure')) await onErased(await erasures(sql));
  await run(sql, 'drop schema if exists hearback cascade');
}

/** Connections of a program that has just ended may take a moment to go. */
async function isAlone(sql: Sql): Promise<boolean> {
  for (const until = Date.now() + LEAVE_WITHIN_MS; ; await pause(LEAVE_WITHIN_MS / 30)) {
    // Who is there is looked up once in a transaction, unless it is to be forgotten.
    await run(sql, 'select pg_stat_clear_snapshot()');
    const others = await row(
      sql,
      z.object({ count: z.number() }),
      `select count(*) from pg_stat_activity where datname = current_database() and application_name = 'hearback'
         and pid <> pg_backend_pid()`,
    );
    if (others?.count === 0) return true;
    if (Date.now() > until) return false;
  }
}

function inUse(): NotPossible {
  return new NotPossible(
    'Hearback is running on this database, or another command is. Nothing was changed. Stop every process of it, and try again.',
  );
}

/** Whether anything came in, or anybody asked for something, that a restore would lose. */
async function isFilled(sql: Sql): Promise<boolean> {
  for (const table of ['cases', 'intake', 'opted_out', 'erasure']) {
    if (!(await isThere(sql, table))) continue;
    if (await row(sql, z.object({}), `select from hearback.${quoted(table)} limit 1`)) return true;
  }
  return false;
}

async function isThere(sql: Sql, table: string): Promise<boolean> {
  const found = await row(
    sql,
    z.object({ there: z.boolean() }),
    'select to_regclass($1) is not null as there',
    [`hearback.${table}`],
  );
  return found?.there === true;
}

/** The schema as the backup has it, without a row, and without rules that only rows of later days have to follow. */
async function layOut(sql: PoolClient, { applied }: Level): Promise<void> {
  await prepareSchema(sql);
  for (const migration of applied) await applyMigration(sql, migration);
  const tables = await tablesInOrder(sql);
  // And what is made of them.
  await run(sql, `truncate ${tables.map(({ name }) => `hearback.${quoted(name)}`).join(', ')} cascade`);
  await sql.query(
    'create temporary table not_valid (relation text not null, name text not null, definition text not null) on commit drop',
  );
  await run(
    sql,
    `insert into not_valid select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
     where not convalidated and connamespace = 'hearback'::regnamespace`,
  );
  for (const { relation, name } of await notValid(sql))
    await run(sql, `alter table ${relation} drop constraint ${quoted(name)}`);
}

async function constrainAgain(sql: Sql): Promise<void> {
  for (const { relation, name, definition } of await notValid(sql))
    await run(sql, `alter table ${relation} add constraint ${quoted(name)} ${definition}`);
}

function notValid(sql: Sql) {
  return rows(
    sql,
    z.object({ relation: z.string(), name: z.string(), definition: z.string() }),
    'select relation, name, definition from not_valid order by name',
  );
}

/** What the file calls a table has to be one of ours, with our columns. */
async function load(sql: PoolClient, { table, data }: TableInBackup, signal: AbortSignal): Promise<void> {
  const ours = (await tablesInOrder(sql)).find(({ name }) => name === table.name);
  if (!ours || table.columns.some((column) => !ours.columns.includes(column))) throw damaged();
  try {
    await pipeline(Readable.from(data), sql.query(copyFrom(`copy ${copyTarget(table)} from stdin`)), {
      signal,
    });
  } catch (error) {
    // Which of the two ends first tells of a stop is up to the version of Node.
    signal.throwIfAborted();
    // Class 22: data that is none, 23: rows that contradict each other. https://www.postgresql.org/docs/current/errcodes-appendix.html
    if (/^2[23]/.test((error as { code?: string }).code ?? '')) throw damaged();
    throw error;
  }
}
