import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { testServer, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let pools: Pool[];
let folder: string;

const connect = (): Pool => {
  const pool = openDatabase(database.connection, { log: pino({ level: 'silent' }), max: 3 });
  pools.push(pool);
  return pool;
};

beforeEach(async () => {
  database = await (await testServer()).createDatabase();
  pools = [];
  folder = await mkdtemp(join(tmpdir(), 'hearback-migrations-'));
});
afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
  await rm(folder, { recursive: true });
});

async function applied(pool: Pool): Promise<string[]> {
  const found = await pool.query<{ name: string }>('select name from hearback.migration order by name');
  return found.rows.map(({ name }) => name);
}

describe('migrating', () => {
  it('makes the record, once, however often it is run', async () => {
    const pool = connect();
    await migrate(pool);
    await pool.query(`insert into hearback.workspace (workspace_id, last_case_number) values ('slack:T', 7)`);

    await migrate(pool);

    expect(await applied(pool)).toContain('0001-record.sql');
    expect((await pool.query('select last_case_number from hearback.workspace')).rows).toEqual([
      { last_case_number: 7 },
    ]);
  });

  it('gives every row that goes with another one an index: a deletion reads no whole table', async () => {
    const pool = connect();
    await migrate(pool);

    const { rows } = await pool.query(
      `select fk.conrelid::regclass::text as of_table, fk.conname as name from pg_constraint fk
       where fk.contype = 'f' and fk.confdeltype = 'c' and fk.connamespace = 'hearback'::regnamespace
         and not exists (
           select from pg_index i where i.indrelid = fk.conrelid and i.indkey[0] = fk.conkey[1]
             and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) like '(% IS NOT NULL)'))`,
    );
    expect(rows).toEqual([]);
  });

  it('is safe when several processes start at once', async () => {
    const starting = [connect(), connect(), connect(), connect()];

    await Promise.all(starting.map((pool) => migrate(pool)));

    expect(await applied(connect())).toContain('0001-record.sql');
  });

  it('applies new files in order, each whole or not at all', async () => {
    const pool = connect();
    await writeFile(
      join(folder, '0001-first.sql'),
      'create table hearback.first (id int); insert into hearback.first values (1);',
    );
    await migrate(pool, folder);
    await writeFile(
      join(folder, '0003-broken.sql'),
      'insert into hearback.second values (3); select broken;',
    );
    await writeFile(join(folder, '0002-second.sql'), 'create table hearback.second as table hearback.first;');
    await writeFile(join(folder, 'notes.txt'), 'no migration');

    await expect(migrate(pool, folder)).rejects.toMatchObject({ code: '42703' });

    expect(await applied(pool)).toEqual(['0001-first.sql', '0002-second.sql']);
    expect((await pool.query('select id from hearback.second')).rows).toEqual([{ id: 1 }]);
    await writeFile(join(folder, '0003-broken.sql'), 'insert into hearback.second values (3);');
    await migrate(pool, folder);
    expect(await applied(pool)).toHaveLength(3);
  });

  it('refuses a file that was changed after it had been applied, and changes nothing', async () => {
    const pool = connect();
    await writeFile(join(folder, '0001-first.sql'), 'create table hearback.first (id int);');
    await migrate(pool, folder);
    await writeFile(join(folder, '0001-first.sql'), 'create table hearback.first (id bigint);');
    await writeFile(join(folder, '0002-second.sql'), 'create table hearback.second (id int);');

    await expect(migrate(pool, folder)).rejects.toMatchObject({ code: 'DATABASE_MISMATCH', retry: 'never' });

    expect(await applied(pool)).toEqual(['0001-first.sql']);
  });

  it('takes a file with the line ends of Windows for the same file', async () => {
    const pool = connect();
    await writeFile(join(folder, '0001-first.sql'), 'create table\nhearback.first (id int);\n');
    await migrate(pool, folder);
    await writeFile(join(folder, '0001-first.sql'), 'create table\r\nhearback.first (id int);\r\n');

    await migrate(pool, folder);

    expect(await applied(pool)).toEqual(['0001-first.sql']);
  });

  it('refuses a database that a newer program has migrated', async () => {
    const pool = connect();
    await writeFile(join(folder, '9999-future.sql'), 'create table hearback.future (id int);');
    await migrate(pool, folder);

    await expect(migrate(pool)).rejects.toMatchObject({ code: 'DATABASE_MISMATCH' });
  });

  it('works when the queue has its own schema first in the search path', async () => {
    const pool = connect();
    await pool.query('create schema bullmq');
    await pool.query('create table bullmq.cases (id int)');
    await pool.query('create table bullmq.migration (id int)');
    await pool.query(`alter database ${database.name} set search_path to bullmq, public`);

    await migrate(connect());

    expect((await pool.query('select count(*) as count from hearback.cases')).rows).toEqual([{ count: 0 }]);
  });

  it('gives the lock back after a failure, so that the next start is not kept waiting', async () => {
    const pool = connect();
    await cp('src/store/migrations', folder, { recursive: true });
    await writeFile(join(folder, '0002-broken.sql'), 'broken');
    await expect(migrate(pool, folder)).rejects.toThrow();

    await migrate(connect());

    expect(await applied(pool)).not.toContain('0002-broken.sql');
  });

  it('says that the database is away', async () => {
    const pool = connect();
    await pool.query('select 1');
    const gone = openDatabase({ host: folder, database: 'none' }, { log: pino({ level: 'silent' }) });
    pools.push(gone);

    await expect(migrate(gone)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
