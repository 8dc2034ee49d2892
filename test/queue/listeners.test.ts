import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { postgresBackend } from '../../src/queue/postgres-backend.ts';
import { testServer, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await (await testServer()).createDatabase();
});
afterAll(() => database.drop());

it('a queue that is opened again and again in an outage leaves no listener behind', async () => {
  const on = jest.spyOn(pg.Pool.prototype, 'on');
  const backend = postgresBackend(
    database.connection,
    { record: 1, deliver: 1, files: 1, scan: 1, programs: 1 },
    pino({ level: 'silent' }),
  );
  await backend.prepare();
  for (let outage = 0; outage < 5; outage += 1) {
    const queue = backend.openQueue('deliver');
    expect(await queue.getJobState('ob-1-1')).toBe('unknown');
    await queue.close();
  }
  await backend.close();

  expect(on.mock.calls.filter(([event]) => (event as string) === 'error')).toHaveLength(1);
  on.mockRestore();
});
