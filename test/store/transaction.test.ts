import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holdClient, holdClientByKey, transaction } from '../../src/store/transaction.ts';
import type { Sql, SqlInTransaction } from '../../src/store/sql.ts';
import { testRecord, type TestRecord } from '../support/database.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
  await record.pool.query('create table kept (word text primary key)');
});
afterAll(() => record.drop());

const words = async () =>
  (await record.pool.query<{ word: string }>('select word from kept order by word')).rows.map(
    ({ word }) => word,
  );
const keep = 'insert into kept values ($1)';

describe('a transaction', () => {
  it('carries out what nobody waited for, in its order, before what is asked after it', async () => {
    const seen = await transaction(record.pool, async (sql) => {
      sql.later(keep, ['one']);
      sql.later('update kept set word = $1 where word = $2', ['two', 'one']);
      return (await sql.query<{ word: string }>('select word from kept')).rows;
    });

    expect(seen).toEqual([{ word: 'two' }]);
    expect(await words()).toEqual(['two']);
  });

  it('fails whole with the error of what nobody waited for, whether anything was asked after it or not', async () => {
    const unknown = 'insert into nothing values ($1)';
    const failing = (more: (sql: SqlInTransaction) => Promise<unknown>) =>
      transaction(record.pool, async (sql) => {
        sql.later(keep, ['never']);
        sql.later(unknown, ['x']);
        await more(sql);
      });

    await expect(failing(async () => null)).rejects.toMatchObject({ code: '42P01' });
    await expect(failing((sql) => sql.query('select 1'))).rejects.toMatchObject({ code: '42P01' });
    expect(await words()).not.toContain('never');
  });

  it('lets nothing through to its connection once it is over', async () => {
    let escaped: SqlInTransaction | undefined;
    await expect(
      transaction(record.pool, async (sql) => {
        escaped = sql;
        await sql.query(keep, ['undone']);
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');

    await expect(escaped!.query(keep, ['stray'])).rejects.toThrow('the transaction is over');
    expect(await words()).not.toContain('stray');
    expect(await words()).not.toContain('undone');
  });

  it.each([
    [true, 'force_generic_plan'],
    [false, 'auto'],
  ])('that plans once: %s, plans so whatever had its connection before', async (plansOnce, mode) => {
    const pool = record.connect();
    const shown = async (sql: Sql) =>
      (await sql.query<{ plan_cache_mode: string }>('show plan_cache_mode')).rows[0]?.plan_cache_mode;
    const mine = () => transaction(pool, shown, { plansOnce });

    expect(await mine()).toBe(mode);
    await transaction(pool, async () => null, { plansOnce: !plansOnce });
    expect(await mine()).toBe(mode);
    expect(await holdClient(pool, shown)).toBe('auto');
    expect(await holdClientByKey(pool, shown)).toBe('force_generic_plan');
  });
});
