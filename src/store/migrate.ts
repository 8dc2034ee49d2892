import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';

/** Any number will do, as long as every process uses the same: one of them migrates, the others wait. */
export const MIGRATION_LOCK = 4_332_228;

/** A file of SQL that was or will be applied once. */
export interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

/**
 * Brings the database up to this program: every file of `folder` that was not applied yet, in order, each in a transaction
 * of its own. Safe when several processes start at once, and to repeat.
 * @throws {AppError} DATABASE_MISMATCH when an applied file is different today, or is not known to this program.
 */
export async function migrate(pool: Pool, folder = migrationFolder()): Promise<void> {
  const known = await readMigrations(folder);
  await holdClient(pool, async (client) => {
    await run(client, 'select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await applyMissing(client, known);
    } finally {
      await run(client, 'select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  });
}

/**
 * For whoever only uses what is there: the program alone brings its database up to date.
 * @throws {AppError} DATABASE_MISMATCH when the database is empty, or of another version.
 */
export async function requireMigrated(pool: Pool, folder = migrationFolder()): Promise<void> {
  const known = await readMigrations(folder);
  const applied = await holdClient(pool, appliedMigrations);
  for (const { name, sha256 } of applied) refuseOther(name, sha256, known);
  const names = new Set(applied.map(({ name }) => name));
  const missing = known.find(({ name }) => !names.has(name));
  if (!missing) return;
  const what =
    applied.length === 0
      ? 'There is no record in this database yet'
      : `This database belongs to an older Hearback (${missing.name} is missing)`;
  throw new AppError(
    'DATABASE_MISMATCH',
    `${what}: start Hearback once, and it brings the database up to date.`,
    'never',
  );
}

/** What has been applied to a database so far, in order. Nothing in one that Hearback has never used. */
export async function appliedMigrations(sql: Sql): Promise<{ name: string; sha256: string }[]> {
  const there = await row(
    sql,
    z.object({ there: z.boolean() }),
    `select to_regclass('hearback.migration') is not null as there`,
  );
  if (!there?.there) return [];
  return rows(
    sql,
    z.object({ name: z.string(), sha256: z.string() }),
    'select name, sha256 from hearback.migration order by name',
  );
}

/** The schema itself, which is no migration's. */
export async function prepareSchema(sql: Sql): Promise<void> {
  await run(sql, 'create schema if not exists hearback');
  await run(
    sql,
    'create table if not exists hearback.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
  );
}

async function applyMissing(client: PoolClient, known: Migration[]): Promise<void> {
  await prepareSchema(client);
  const applied = await appliedMigrations(client);
  for (const { name, sha256 } of applied) refuseOther(name, sha256, known);
  const names = new Set(applied.map(({ name }) => name));
  for (const migration of known) if (!names.has(migration.name)) await apply(client, migration);
}

function refuseOther(name: string, sha256: string, known: Migration[]): void {
  const file = known.find((migration) => migration.name === name);
  if (file?.sha256 === sha256) return;
  const what = file
    ? `${name} was changed after it had been applied to this database`
    : `this database was migrated by a newer Hearback (${name})`;
  throw new AppError(
    'DATABASE_MISMATCH',
    `${what}; start the version of Hearback that belongs to it.`,
    'never',
  );
}

/** Applies one within the caller's transaction. */
export async function applyMigration(client: Sql, { name, sql, sha256 }: Migration): Promise<void> {
  // Without parameters, so that one call may hold many statements.
  await client.query(sql);
  await run(client, 'insert into hearback.migration (name, sha256) values ($1, $2)', [name, sha256]);
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  await run(client, 'begin');
  try {
    await applyMigration(client, migration);
    await run(client, 'commit');
  } catch (error) {
    await run(client, 'rollback');
    throw error;
  }
}

/** Every migration of this program, in order. */
export async function readMigrations(folder = migrationFolder()): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      // A checkout on Windows may have other line ends.
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The compiled program has no .sql files next to it: they stay where the package has its sources. */
function migrationFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new AppError(
        'DATABASE_MISMATCH',
        'The package.json above the program is missing, and with it the migrations.',
        'never',
      );
    folder = parent;
  }
  return join(folder, 'src', 'store', 'migrations');
}
