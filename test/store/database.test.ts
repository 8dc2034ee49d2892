import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { databaseFault, openDatabase } from '../../src/store/database.ts';
import { type TestDatabase, testServer } from '../support/postgres.ts';

describe('openDatabase', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await (await testServer()).createDatabase();
  });
  afterAll(() => database.drop());

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
