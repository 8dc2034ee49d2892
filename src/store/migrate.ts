import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { rows, run } from './sql.ts';
import { holdClient } from './transaction.ts';

/** Any number will do, as long as every process uses the same: one of them migrates, the others wait. */
const MIGRATION_LOCK = 4_332_228;

interface Migration {
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

async function applyMissing(client: PoolClient, known: Migration[]): Promise<void> {
  await run(client, 'create schema if not exists hearback');
  await run(
    client,
    'create table if not exists hearback.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
  );
  const applied = await rows(
    client,
    z.object({ name: z.string(), sha256: z.string() }),
    'select name, sha256 from hearback.migration order by name',
  );
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

async function apply(client: PoolClient, { name, sql, sha256 }: Migration): Promise<void> {
  await run(client, 'begin');
  try {
    // Without parameters, so that one call may hold many statements.
    await client.query(sql);
    await run(client, 'insert into hearback.migration (name, sha256) values ($1, $2)', [name, sha256]);
    await run(client, 'commit');
  } catch (error) {
    await run(client, 'rollback');
    throw error;
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
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
