import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { createLog, type Log } from '../src/log.ts';
import { testRecord, type TestRecord } from './support/database.ts';
import { hasRedis, testRedis } from './support/redis.ts';

const WORDS = 'what a member wrote';

function lineOf(write: (log: Log) => void): string {
  const lines: string[] = [];
  write(createLog('trace', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('a logged error', () => {
  let record: TestRecord;

  beforeAll(async () => {
    record = await testRecord();
  });
  afterAll(() => record.drop());

  it.each([
    ['a wrong type', 'select $1::integer'],
    ['a wrong json', 'select $1::jsonb'],
    ['a duplicate', 'insert into hearback.workspace (workspace_id) values ($1), ($1)'],
  ])('of the database has its code and place, not the words it quotes: %s', async (_, query) => {
    const error: unknown = await record.pool.query(query, [WORDS]).catch((refused: unknown) => refused);
    const line = lineOf((log) => log.error({ err: error }, 'it failed'));
    expect(line).toMatch(/"code":"\w{5}","message":"the database refused it \(\w{5}\)"/);
    expect(line).toContain('log.test.ts');
    expect(line).not.toContain(WORDS);
  });

  (hasRedis ? it : it.skip)('of Redis has its kind, not the words it quotes', async () => {
    const redis = await testRedis();
    const client = new Redis(redis.url);
    try {
      const error: unknown = await client.call('nonsense', WORDS).catch((refused: unknown) => refused);
      expect(String(error)).toContain(WORDS);
      const line = lineOf((log) => log.error({ err: error }, 'it failed'));
      expect(line).toContain('Redis refused it (ERR)');
      expect(line).not.toContain(WORDS);
    } finally {
      client.disconnect();
      await redis.down();
    }
  });

  it('of ours keeps its sentence and its stack', () => {
    const line = lineOf((log) => log.error({ err: new TypeError('it is not a function') }, 'it failed'));
    expect(line).toContain(
      '"type":"TypeError","message":"it is not a function","stack":"TypeError: it is not',
    );
  });
});

describe('a log line', () => {
  it('hides what is called a secret or somebody’s words', () => {
    const line = lineOf((log) =>
      log.info(
        { token: 'S1', a: { password: 'S2', text: 'S3' }, b: { c: { content: 'S4' } }, count: 5 },
        'seen',
      ),
    );
    expect(line).not.toMatch(/S\d/);
    expect(line).toContain('"count":5,"msg":"seen"');
  });
});
