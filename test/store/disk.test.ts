import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { diskProblem } from '../../src/store/disk.ts';
import { transaction } from '../../src/store/transaction.ts';
import { testRecord, type TestRecord } from '../support/database.ts';

let record: TestRecord;

beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

/** The server refuses with this code. */
const refuse = (pool: TestRecord['pool'], code: string) =>
  transaction(pool, (sql) => sql.query(`do $$ begin raise exception using errcode = '${code}'; end $$`));

describe('a database without room', () => {
  it.each(['53100', '53200', '58030', '25006'])('is an outage, which passes: %s', async (code) => {
    await expect(refuse(record.connect(), code)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      retry: 'backoff',
    });
  });

  it('is told of when a write found its disk full, and by nothing else', async () => {
    const pool = record.connect();
    expect(await diskProblem(pool, null)).toBeNull();
    await expect(refuse(pool, '53200')).rejects.toThrow();
    expect(await diskProblem(pool, null)).toBeNull();

    await expect(refuse(pool, '53100')).rejects.toMatchObject({ message: "The database's disk is full." });

    expect(await diskProblem(pool, null)).toMatch(/^The database server's disk is full\. Make room there/);
    expect(await diskProblem(record.pool, null)).toBeNull();
  });

  it('asks the disk itself where it can, and does without where it cannot', async () => {
    const pool = record.connect();
    await expect(refuse(pool, '53100')).rejects.toThrow();

    expect(await diskProblem(pool, '.')).toBeNull();
    expect(await diskProblem(record.pool, '/nowhere/at/all')).toBeNull();
  });
});
