import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { use } from '../../src/store/agree-on-keys.ts';
import { keyLine, newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import { createStore } from '../../src/store/create-store.ts';
import { message, opened, START } from '../store/record.ts';
import { richRecord } from '../store/exchange/rich-record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { cliOf } from './cli.ts';

const folder = temporaryFolder();
const key = newKey(START);
const seal = createSeal([key]);
let from: TestRecord;
let to: TestRecord;
const whole = { jsonl: join(folder, 'whole.jsonl'), csv: join(folder, 'whole') };
let counted = 0;
let out: string;

const cliTo = (record: TestRecord, more: Parameters<typeof cliOf>[2] = {}) =>
  cliOf(
    { DATABASE_URL: record.url, HEARBACK_DATA_DIR: folder, HEARBACK_KEYS: keyLine(key) },
    undefined,
    more,
  );
const linesIn = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');
/** Without the first line, which says when it was taken and from where. */
const rest = (file: string) => linesIn(file).slice(1);

beforeAll(async () => {
  [from, to] = await Promise.all([testRecord(), testRecord()]);
  await use(from.pool, seal, START);
  await use(to.pool, seal, START);
  const workspaceId = await richRecord(from.pool, seal);
  const store = createStore(from.pool, { now: () => START, seal });
  for (const text of ['=HYPERLINK("x")', 'plain; =1', ' \ttab', '', 'a\r\nb "quoted", 🎉', "'=already"])
    await opened(store, message({ workspaceId, text }));
  await cliTo(from)('export', whole.jsonl);
  await cliTo(from)('export', whole.csv, '--as', 'csv');
});
beforeEach(async () => {
  counted += 1;
  out = join(folder, `export-${counted}`);
  await to.pool.query(
    'truncate hearback.cases, hearback.message, hearback.workspace, hearback.imported, hearback.identity_link, hearback.topic cascade',
  );
});
afterAll(() => Promise.all([from.drop(), to.drop()]));

describe.each(['jsonl', 'csv'])('an export as %s', (as) => {
  it('is brought in, and exported again it is the same', async () => {
    const first = await cliTo(from)('export', out, '--as', as);
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/: 8 cases, \d+ lines\./) });
    expect(existsSync(`${out}.part`)).toBe(false);
    if (as === 'csv') expect(readdirSync(out).join(' ')).not.toContain('written-by');

    const done = await cliTo(to)('import', out);
    expect(done).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Brought in: 8 cases with \d+ messages/),
    });
    expect(await cliTo(to)('import', out)).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 cases with 0 messages and 0 files. 8 cases were here already.'),
    });

    for (const record of [from, to]) await cliTo(record)('export', `${out}-${record === from ? 1 : 2}.jsonl`);
    expect(rest(`${out}-2.jsonl`)).toEqual(rest(`${out}-1.jsonl`));
  });

  it('goes on where it was stopped', async () => {
    const stopping = new AbortController();
    // Stops itself when the export has begun.
    const stopped = cliTo(from, { stopped: stopping.signal })('export', out, '--as', as);
    while (!existsSync(`${out}.part/place.json`)) await new Promise(setImmediate);
    stopping.abort();
    const { code, notes } = await stopped;
    expect({ code, notes }).toMatchObject({ code: 1, notes: expect.stringContaining('it goes on') });
    expect(existsSync(out)).toBe(false);

    expect(await cliTo(from)('export', out, '--as', as)).toMatchObject({ code: 0 });
    const story = (name: string) => (as === 'csv' ? linesIn(join(name, 'history.csv')) : rest(name));
    expect(story(out)).toEqual(story(whole[as as 'csv']));
  });
});

describe('hearback export', () => {
  const FILE = 'a file';

  it('says that the disk is full, and goes on when it is not any more', async () => {
    mkdirSync(`${out}.part`);
    symlinkSync('/dev/full', join(`${out}.part`, 'place.json.next'));
    expect(await cliTo(from)('export', out)).toMatchObject({
      code: 1,
      notes: expect.stringMatching(/could not be finished: the disk is full\. .* run the same command again/),
    });
    rmSync(join(`${out}.part`, 'place.json.next'));
    expect(await cliTo(from)('export', out)).toMatchObject({ code: 0 });
    expect(rest(out)).toEqual(rest(whole.jsonl));
  });

  it('leaves a place alone where another process writes, and takes it over from one that was killed', async () => {
    mkdirSync(`${out}.part`);
    const claim = (pid: number) => join(`${out}.part`, `written-by-${pid}-0123456789ab`);
    writeFileSync(claim(process.ppid), '');
    expect(await cliTo(from)('export', out)).toMatchObject({
      code: 1,
      notes: expect.stringContaining(`Another export is writing to ${out}.part (process ${process.ppid}).`),
    });
    rmSync(claim(process.ppid));
    writeFileSync(claim(spawnSync(process.execPath, ['-v']).pid), '');
    expect(await cliTo(from)('export', out)).toMatchObject({ code: 0 });
    expect(rest(out)).toEqual(rest(whole.jsonl));
  });

  it('overwrites nothing, and says what it takes', async () => {
    writeFileSync(out, 'x');
    expect(await cliTo(from)('export', out)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('is there already'),
    });
    expect(await cliTo(from)('export')).toMatchObject({ code: 1 });
    expect(await cliTo(from)('export', `${out}x`, '--as', 'xlsx')).toMatchObject({
      notes: expect.stringContaining('jsonl or csv'),
    });
  });

  it.each([
    [['export', FILE, '--groups', 'S1'], '--groups goes with --as-seen-by'],
    [['export', '--member', 'slack:T1', 'U1', FILE, '--as', 'csv'], '--member goes with none of --as,'],
    [['export', '--member', 'slack:T1', 'U1', FILE, '--no-files'], '--member goes with none of --as,'],
    [['import', 'package.json', '--channels', 'help'], '--channels goes with --from slack.'],
    [['import', 'package.json', '--workspace', 'slack:T1'], '--workspace goes with --from slack or'],
    [
      ['import', 'package.json', '--from', 'slack', '--kind', 'bug'],
      '--kind goes with --from discord-tickets.',
    ],
  ])('passes nothing over in silence: %j', async (args, said) => {
    expect(await cliTo(from)(...args.map((each) => (each === FILE ? out : each)))).toEqual({
      code: 1,
      out: '',
      notes: expect.stringContaining(said),
    });
    expect(existsSync(out)).toBe(false);
  });
});

describe('hearback import', () => {
  const changed = async (change: (lines: string[]) => string[] | Buffer) => {
    const made = change(linesIn(whole.jsonl));
    writeFileSync(`${out}.bad`, Array.isArray(made) ? `${made.join('\n')}\n` : made);
    const { code, notes } = await cliTo(to)('import', `${out}.bad`);
    const { rows } = await to.pool.query<{ count: number }>('select count(*)::int from hearback.cases');
    return { code, notes, cases: rows[0]!.count };
  };

  it.each<[string, (lines: string[]) => string[] | Buffer, RegExp]>([
    ['was cut between lines', (lines) => lines.slice(0, -3), /line \d+: the file ends here/],
    [
      'was cut in a line',
      (lines) => [...lines.slice(0, 5), lines[5]!.slice(0, 40)],
      /line 6.*this is no JSON/,
    ],
    ['lost a line', (lines) => lines.toSpliced(9, 1), /Lines were lost or added/],
    [
      'is of a later version',
      (lines) => lines.with(0, lines[0]!.replace('"version":1', '"version":9')),
      /version 9/,
    ],
    [
      'has a column less',
      (lines) => lines.map((line) => line.replace('"severity":"normal",', '')),
      /line 3, column severity: is missing/,
    ],
    [
      'has a wrong time',
      (lines) => lines.map((line) => line.replace(/"openedAt":"[^"]*"/, '"openedAt":"today"')),
      /column openedAt: invalid/,
    ],
    ['is UTF-16', (lines) => Buffer.from(`\uFEFF${lines.join('\n')}`, 'utf16le'), /line 1: this is UTF-16/],
    [
      'is Latin-1',
      (lines) => Buffer.concat([Buffer.from(`${lines[0]}\n`), Buffer.from('{"a":"é"}', 'latin1')]),
      /line 2: this is not UTF-8/,
    ],
    ['is something else', () => ['{"hello":1}'], /line 1: this is no export of Hearback/],
    ['is no JSON', () => ['hello'], /line 1: this is no export of Hearback/],
    ['is a zip', () => ['PK..'], /is a zip\. .* --from slack/],
    ['is packed', (lines) => gzipSync(lines.join('\n')), /is packed \(gzip\)\. Unpack it/],
    [
      'is what one person may see',
      (lines) => lines.with(0, lines[0]!.replace('"of":"record"', '"of":"person"')),
      /whom a case is kept from/,
    ],
  ])('refuses a file that %s, with the place, and takes nothing of it', async (_name, change, said) => {
    expect(await changed(change)).toEqual({ code: 1, notes: expect.stringMatching(said), cases: 0 });
  });

  it.each<[string, (text: string) => string | Buffer, RegExp]>([
    [
      'a column nobody knows',
      (text) => text.replace('authorId', 'author'),
      /notes.csv, line 1: there is no column "author"/,
    ],
    [
      'a quote that is never closed, with the line it is opened at',
      (text) => `${text}"slack:T1/1,mia\r\nx,y\r\n`,
      /notes.csv, line 5: in the row that begins here a quote is opened and never closed/,
    ],
    [
      'a blank in front of a quote',
      (text) => text.replace('"', ' "'),
      /notes.csv, line 2: a quote is missing/,
    ],
    ['semicolons', (text) => text.replaceAll(',', ';'), /notes.csv, line 1: the cells are divided/],
    [
      'a cell more',
      (text) => text.replace(/\r\n$/, ',x\r\n'),
      /notes.csv, line \d+: there are 12 cells, and 11 columns/,
    ],
    ['UTF-16', (text) => Buffer.from(text, 'utf16le'), /notes.csv, line 1: this is UTF-16/],
    [
      'Latin-1',
      (text) => Buffer.concat([Buffer.from(text.slice(1)), Buffer.from('é', 'latin1')]),
      /notes.csv, line \d+: this is not UTF-8/,
    ],
  ])('refuses tables with %s', async (_name, change, said) => {
    cpSync(whole.csv, out, { recursive: true });
    const file = join(out, 'notes.csv');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(await cliTo(to)('import', out)).toMatchObject({ code: 1, notes: expect.stringMatching(said) });
    rmSync(file);
    expect((await cliTo(to)('import', out)).notes).toContain('notes.csv is missing');
  });

  it('says what to name instead of one table, a link that leads nowhere, or what can be read only once', async () => {
    expect((await cliTo(to)('import', join(whole.csv, 'notes.csv'))).notes).toContain('name the folder');
    symlinkSync(join(folder, 'nowhere'), `${out}-lost`);
    expect((await cliTo(to)('import', `${out}-lost`)).notes).toBe(`There is no ${out}-lost.`);
    expect((await cliTo(to)('import', '/dev/null')).notes).toContain('save it in a file first');
    symlinkSync(whole.csv, `${out}-link`);
    expect(await cliTo(to)('import', `${out}-link`, '--dry-run')).toMatchObject({ code: 0 });
  });

  it('says what would come, and changes nothing', async () => {
    expect(await cliTo(to)('import', whole.jsonl, '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^8 cases with \d+ messages\.$/),
    });
    expect((await to.pool.query('select 1 from hearback.cases')).rowCount).toBe(0);
  });

  it('takes no file from outside the folder', async () => {
    cpSync(whole.csv, out, { recursive: true });
    writeFileSync(join(folder, 'secret'), 'x');
    const files = join(out, 'files.csv');
    writeFileSync(files, readFileSync(files, 'utf8').replace(/files\/000001-[\w.-]+/, 'files/../../secret'));
    expect((await cliTo(to)('import', out)).notes).toContain('is no file of this export');
  });

  it('reads nothing that a link in the folder leads to', async () => {
    cpSync(whole.csv, out, { recursive: true });
    writeFileSync(join(folder, 'shadow'), 'root:secret');
    const attached = join(out, 'files', readdirSync(join(out, 'files'))[0]!);
    rmSync(attached);
    symlinkSync(join(folder, 'shadow'), attached);
    expect((await cliTo(to)('import', out)).notes).toContain('is only a link');
    rmSync(out, { recursive: true });
    cpSync(whole.csv, out, { recursive: true });
    rmSync(join(out, 'notes.csv'));
    symlinkSync(join(folder, 'shadow'), join(out, 'notes.csv'));
    const { code, notes } = await cliTo(to)('import', out);
    expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('notes.csv is missing') });
    expect(notes).not.toContain('root');
  });
});
