import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { databaseFault, openDatabase } from '../../src/store/database.ts';
import { transaction } from '../../src/store/transaction.ts';
import { type TestDatabase, testServer } from '../support/postgres.ts';

/** Until a transaction that stands still is ended. */
async function forAsLongAs(pool: pg.Pool): Promise<void> {
  const still = await pool.connect();
  const ended = new Promise((resolve) => still.on('error', resolve));
  await still.query('begin; select 1');
  await ended;
  still.release(true);
}

describe('openDatabase', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await (await testServer()).createDatabase();
  });
  afterAll(() => database.drop());
  const openedWith = (options: { mayStandStillMs?: number }) =>
    openDatabase(database.connection, { log: pino({ level: 'silent' }), ...options });

  it('hands over bigint as a number', async () => {
    const pool = openDatabase(database.connection, { log: pino({ level: 'silent' }) });
    const { rows } = await pool.query(
      'select 9007199254740991::bigint as big, 5::int4 as small, now() as at',
    );
    await pool.end();
    expect(rows).toEqual([{ big: 9007199254740991, small: 5, at: expect.any(Date) }]);
  });

  it('has the server notice a vanished host soon, where there is a network between them', async () => {
    const pool = openDatabase(database.connection, { log: pino({ level: 'silent' }) });
    const { rows } = await pool.query<{ idle: string; isLocal: boolean }>(
      `select current_setting('tcp_keepalives_idle') as idle, inet_client_addr() is null as "isLocal"`,
    );
    await pool.end();
    expect(rows[0]?.idle).toBe(rows[0]?.isLocal ? '0' : '30');
  });

  it('ends the transaction of a process that stands still, and whoever waits for it goes on', async () => {
    const [still, other] = [openedWith({ mayStandStillMs: 50 }), openedWith({})];
    await other.query("create table held (word text); insert into held values ('as it was')");
    const frozen = await still.connect();
    const ended = new Promise((resolve) => frozen.on('error', resolve));
    await frozen.query("begin; update held set word = 'never kept'");
    await other.query("update held set word = 'by the other'");
    await ended;
    frozen.release(true);
    expect((await other.query('select * from held')).rows).toEqual([{ word: 'by the other' }]);
    const shown = 'show idle_in_transaction_session_timeout';
    expect((await other.query(shown)).rows).toEqual([{ idle_in_transaction_session_timeout: '10s' }]);
    await Promise.all([still.end(), other.end()]);
  });

  it('tells a transaction that a connection was ended in as one to do again', async () => {
    const pool = openedWith({});
    const cut = transaction(pool, async (sql) => {
      const { rows } = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
      await pool.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
      await sql.query('select 1');
    });
    await expect(cut).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await pool.end();
  });

  it('leaves the transaction of a process alone that waits for something else', async () => {
    const pool = openedWith({ mayStandStillMs: 2_000 });
    await pool.query('create table kept (word text)');
    await transaction(pool, async (sql) => {
      await sql.query("insert into kept values ('before')");
      await forAsLongAs(pool);
      await sql.query("insert into kept values ('after')");
    });
    expect((await pool.query('select word from kept')).rows).toEqual([{ word: 'before' }, { word: 'after' }]);
    // What it says meanwhile is not what went wrong.
    const failing = transaction(pool, async (sql) => {
      const failed = sql.query('select 1 / 0').catch((error: unknown) => error);
      await forAsLongAs(pool);
      throw await failed;
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    await pool.end();
  });

  it('survives the loss of its idle connections', async () => {
    const lines: string[] = [];
    const pool = openDatabase(database.connection, {
      log: pino({}, { write: (line: string) => void lines.push(line) }),
    });
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    const lost = new Promise((resolve) => pool.once('error', resolve));
    const other = new pg.Client(database.connection);
    await other.connect();
    await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await other.end();
    await lost;
    const again = await pool.query('select 1 as one');
    await pool.end();
    expect(again.rows).toEqual([{ one: 1 }]);
    expect(lines.join('')).toContain('"code":"57P01"');
  });

  it('logs nothing of a statement or its values', async () => {
    const pool = openDatabase(database.connection, { log: pino({ level: 'silent' }) });
    const error: unknown = await pool
      .query('select $1::int', ['secret words'])
      .catch((reason: unknown) => reason);
    await pool.end();
    expect(databaseFault(error)).toEqual({ code: '22P02' });
  });
});
