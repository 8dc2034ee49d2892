import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { createLetterHook } from '../src/letter-hook.ts';
import { createLog } from '../src/log.ts';
import { readPlan } from '../src/policy/load.ts';
import { createMetrics } from '../src/web/metrics.ts';
import { startWeb } from '../src/web/server.ts';
import { testRecord } from './support/database.ts';
import { blocks } from './support/documents.ts';
import { temporaryFolder } from './support/folder.ts';
import { PAGES, partsFor, wordsOf } from './support/shown-lines.ts';

// What the pages show for setting up, carried out: files that are copied, settings, a mail that is handed over, SQL.

const SECRET = 'sixteen letters and more';
const LINES = partsFor('set-up');
const startingWith = (what: string) => LINES.filter(({ part }) => part.startsWith(what));

describe('what is copied', () => {
  const folder = temporaryFolder();

  it.each(startingWith('cp ').map(({ part }) => part))('is there and good: %s', (line) => {
    const [, from = '', to = ''] = wordsOf(line);
    cpSync(from, join(folder, to));
    if (to.endsWith('.yaml'))
      expect(readPlan(join(folder, to), { playbooksDir: 'playbooks' }).policy().workspaces).not.toEqual([]);
    else
      expect(
        readConfig(parseEnv(readFileSync(join(folder, to), 'utf8')), { withoutPlatform: true }),
      ).toMatchObject({ slack: null });
  });
});

describe('settings', () => {
  const settings = LINES.filter(({ part }) => /^[A-Z_]+=/.test(part));
  const pages = PAGES.filter((page) => settings.some((each) => each.page === page));

  it.each(pages)('of %s are taken as they stand there', (page) => {
    const env = parseEnv(
      settings
        .filter((each) => each.page === page)
        .map(({ part }) => part)
        .join('\n'),
    );
    expect(Object.keys(env).length).toBeGreaterThan(1);
    expect(() => readConfig(env, { withoutPlatform: true })).not.toThrow();
    // None of them is one that is not looked at.
    for (const name of Object.keys(env))
      expect(() => readConfig({ ...env, [name]: 'x\u0000' }, { withoutPlatform: true })).toThrow(name);
  });
});

describe('a mail', () => {
  const taken: string[] = [];
  const web = startWeb(
    {
      problems: async () => [],
      metrics: createMetrics(
        async () => ({ waiting: 0, dead: 0, oldestWaitingS: 0, fileBytes: 0 }),
        () => ({ putOff: 0, limited: 0 }),
        async () => ({ held: 0, shards: 0, unheard: [] }),
      ),
      routes: [],
      streams: [
        createLetterHook({
          secret: SECRET,
          maxBytes: 1_000,
          read: async (raw, _size, passedOn) => {
            taken.push(`${Buffer.from(raw).toString()} for ${passedOn.join()}`);
            return {} as never;
          },
          take: async () => 'noted',
        }),
      ],
      rooms: null,
      root: process.cwd(),
      log: createLog('silent'),
    },
    { port: 0, host: '127.0.0.1', publicUrl: null, trustProxy: [] },
  );
  afterAll(async () => (await web).close());

  it.each(startingWith('curl ').map(({ part }) => part))('is handed over: %s', async (line) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mail.eml'), 'Subject: x');
    const words = wordsOf(line.replace('$MAIL_WEBHOOK_SECRET', SECRET).replace('$RECIPIENT', 'a@b.example'));
    const after = (option: string) =>
      words.flatMap((word, index) => (words[index - 1] === option ? [word] : []));
    const [from = ''] = after('--data-binary');
    const response = await fetch(words.at(-1)!.replace('https://feedback.example.org', (await web).url), {
      method: 'POST',
      headers: after('-H').map((header) => header.split(': ') as [string, string]),
      body: readFileSync(join(folder, from.slice(1))),
    });
    expect([response.status, taken.at(-1)]).toEqual([202, 'Subject: x for a@b.example']);
  });
});

describe('SQL', () => {
  const shown = PAGES.flatMap((page) => blocks(page, 'sql').map((text) => [page, text] as const));

  it.each(shown)('of %s is what the database takes', async (_page, text) => {
    const record = await testRecord();
    await record.pool.query(text);
    await record.drop();
  });
});

it('every line has one of these tests', () => {
  const others = LINES.filter(({ part }) => !/^(?:cp|curl) |^[A-Z_]+=/.test(part));
  expect(others).toEqual([]);
  expect(existsSync('.env.example')).toBe(true);
});
