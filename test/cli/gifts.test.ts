import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { csv } from '../../src/cli/frame/csv.ts';
import { openRecord } from '../../src/store/index.ts';
import { keyLine, newKey } from '../../src/store/keys.ts';
import { voucher } from '../store/gift.ts';
import { message, opened } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { cliOf } from './cli.ts';

const HOME = 'slack:T1';
const KEY = newKey(new Date());

let database: TestRecord;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  database = await testRecord();
  folder = temporaryFolder();
  const policy = join(folder, 'hearback.yaml');
  writeFileSync(
    policy,
    `gifts:
  voucher: { name: a voucher, type: codes, value: 10 }
  mug: { name: a mug, type: item }
workspaces: [{ id: ${HOME} }, { id: slack:T2, timeZone: Nowhere/At-All }]
`,
  );
  env = {
    DATABASE_URL: database.url,
    HEARBACK_DATA_DIR: folder,
    HEARBACK_KEYS: keyLine(KEY),
    HEARBACK_CONFIG: policy,
  };
  // Makes the key known to the database, as the program's first start does.
  await using(async () => {});
});
afterAll(() => database.drop());

async function using(work: (record: Awaited<ReturnType<typeof openRecord>>) => Promise<void>): Promise<void> {
  const record = await openRecord({
    databaseUrl: database.url,
    dataDir: folder,
    keys: [KEY],
    log: pino({ level: 'silent' }),
    now: () => new Date(),
  });
  try {
    await work(record);
  } finally {
    await record.close();
  }
}

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const hearback = (...args: string[]) => cliOf(env)('gifts', ...args);
const take = (path: string, ...more: string[]) =>
  hearback('import', 'voucher', path, '--workspace', HOME, ...more);

describe('hearback gifts import', () => {
  it('takes one code a line, names what it refuses by its line, and prints no code', async () => {
    const lines = ['SECRET-1', '', ' SECRET-2 ', 'SECRET-1', `SECRET-${'x'.repeat(200)}`, 'SECRET\u202E-3'];
    const { code, out, notes } = await take(file('plain.txt', lines.join('\r\n')));

    expect({ code, out }).toEqual({
      code: 0,
      out: [
        'voucher: 2 new, 0 known already, 3 refused.',
        'line 4: the same code stands further up',
        'line 5: longer than 200 characters',
        'line 6: characters nobody can type; save the file as UTF-8',
      ].join('\n'),
    });
    expect(out + notes).not.toContain('SECRET');
    expect((await take(file('again.txt', 'SECRET-2\nSECRET-4'))).out).toBe(
      'voucher: 1 new, 1 known already, 0 refused.',
    );
  });

  it.each([
    ['commas and a heading', 'id,code,left\n1,A-1,x\n2,"A-2, with a comma",y', []],
    ['semicolons and a byte order mark', '\uFEFFCODE;until\nB-1;2027\nB-2;2027', []],
    [
      'tabs and a column of another name',
      'until\tGutschein\n2027\tC-1\n2027\tC-2',
      ['--column', 'gutschein'],
    ],
    ['no heading', 'D-1\nD-2\n', []],
  ])('reads %s', async (_, content, more) => {
    expect((await take(file('list.csv', content), ...more)).out).toBe(
      'voucher: 2 new, 0 known already, 0 refused.',
    );
  });

  it('takes many at once', async () => {
    const codes = Array.from({ length: 1_203 }, (_, index) => `MANY-${index}`);
    expect((await take(file('many.txt', codes.join('\n')))).out).toContain('1203 new');
  });

  it.each<[string, string | Buffer, string[], RegExp]>([
    ['several columns and none called code', 'a,b\n1,2', [], /2 columns.*--column/],
    ['no such column', 'a,b\n1,2', ['--column', 'c'], /no column called "c"/],
    ['quotes that never end', '"SECRET-9\n', [], /is not a list of codes/],
    ['a line as long as a book', `code\n${'SECRET'.repeat(9_000)}`, [], /is not a list of codes/],
  ])('refuses a file with %s, without a word of it', async (_, content, more, sentence) => {
    const { code, out, notes } = await take(file('bad.csv', content), ...more);
    expect([code, out]).toEqual([1, '']);
    expect(notes).toMatch(sentence);
    expect(notes).not.toContain('SECRET');
  });

  it('says what is missing: the file, the gift, the community', async () => {
    const path = file('one.txt', 'E-1');
    expect((await take(join(folder, 'nowhere.csv'))).notes).toContain('There is no file');
    expect((await hearback('import', 'mug', path, '--workspace', HOME)).notes).toContain('There is voucher');
    expect((await hearback('import', 'voucher', path)).notes).toContain(`--workspace ${HOME} or slack:T2`);
    expect((await hearback('import', 'voucher', path, '--workspace', 'slack:T3')).notes).toContain(
      'no community slack:T3',
    );
  });
});

describe('hearback gifts show', () => {
  it('shows the ledger as text, JSON and CSV, where no spreadsheet runs what a member is called', async () => {
    const month = new Date().toISOString().slice(0, 7);
    await using(async ({ store }) => {
      const source = message({ workspaceId: HOME, userId: '=cmd()' });
      const { key } = await opened(store, { ...source, author: { ...source.author, name: '=cmd()' } });
      const gift = voucher(HOME, { month });
      await store.give(key, { gift: gift.key, month }, () => ({ history: [], gift }));
    });

    const asText = await hearback('show', '--workspace', HOME);
    expect(asText.out).toMatch(/voucher +0 +1 +0 +10 +1213 +0/);
    expect(asText.out).toContain('FB-1');
    const json = JSON.parse((await hearback('show', '--month', month, '--json')).out) as unknown[];
    expect(json).toMatchObject([
      { workspaceId: HOME, sums: [{ waiting: 1 }], gifts: [{ key: 'voucher' }] },
      { gifts: [] },
    ]);
    const [, row] = (await hearback('show', '--csv')).out.split('\n');
    expect(row).toMatch(
      new RegExp(`^${month},${HOME},FB-1,voucher,10,approved,'=cmd\\(\\),'=cmd\\(\\),mia,,`),
    );
    expect((await hearback('show', '--month', '2026-13')).notes).toContain('is not a month');
  });
});

describe('hearback gifts drop', () => {
  it('asks, and removes only what nobody was given', async () => {
    const refused = await hearback('drop', 'voucher', '--workspace', HOME);
    expect([refused.code, refused.notes]).toEqual([
      1,
      expect.stringContaining('1213 codes of voucher will be removed'),
    ]);
    expect((await hearback('drop', 'voucher', '--workspace', HOME, '--yes')).out).toBe('1213 codes removed.');
    expect((await hearback('drop', 'voucher', '--workspace', HOME, '--yes')).notes).toContain('no codes');
    expect((await hearback('show', '--workspace', HOME)).out).toMatch(/voucher +0 +1/);
  });
});

describe('CSV', () => {
  it('keeps numbers, and makes texts harmless', () => {
    expect(
      csv([
        ['a', 1, null],
        ['-2+3', -2, 'x "y", z'],
        ['@SUM', 0, '\tTab'],
      ]),
    ).toEqual(['a,1,', `'-2+3,-2,"x ""y"", z"`, `'@SUM,0,'\tTab`]);
  });
});
