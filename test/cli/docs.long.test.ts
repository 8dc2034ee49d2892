import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CliContext } from '../../src/cli/command.ts';
import { cliCommands } from '../../src/cli/index.ts';
import { use } from '../../src/store/agree-on-keys.ts';
import { keyLine } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openReceiver } from '../support/receiver.ts';
import { argsOf, PAGES, partsFor } from '../support/shown-lines.ts';
import { cliOf } from './cli.ts';
import { docsStage, failedAgain, KEYS, type DocsStage } from './docs-stage.ts';

// Every line of `hearback` that any page shows is run, in the order of its page, on a record and in a folder of the page's own. What
// a page says of the output is compared, but for numbers and times.

/** Shown with a plan that has five faults; the sentences are those of check.test.ts and check-online.test.ts. */
const OUTPUT_OF_ANOTHER_PLAN = new Set(['check']);

/** What reads no record. */
const WITHOUT_RECORD = new Set(['init', 'check', 'templates']);

/** Their section begins with the stage as it was at first, whatever stands above it. */
const OF_THEIR_OWN = new Set(['erase', 'keys', 'gifts', 'webhooks']);

let board: Awaited<ReturnType<typeof openReceiver>>;
beforeAll(async () => {
  board = await openReceiver(() => ({ status: 204 }));
});
afterAll(() => board.close());

const LINES = partsFor('hearback').map((each) => ({ ...each, args: argsOf(each.part) ?? [] }));

it('there are lines of every command', () => {
  expect(new Set(LINES.map(({ args }) => args[0]))).toEqual(new Set(cliCommands.map(({ name }) => name)));
});

describe.each(PAGES.filter((page) => LINES.some((each) => each.page === page)))('%s', (page) => {
  let stage: DocsStage;
  /** Another Hearback, which takes in what this one has exported. */
  let other: TestRecord | null = null;
  /** For those that set up. */
  const fresh = temporaryFolder();
  const lines = LINES.filter((each) => each.page === page);
  const hasRecord = lines.some(({ args }) => !WITHOUT_RECORD.has(args[0] ?? ''));

  beforeAll(async () => {
    stage = await docsStage(board.url, hasRecord);
    if (page !== 'docs/export-import.md') return;
    other = await testRecord();
    await use(other.pool, createSeal(KEYS), new Date());
  });
  afterAll(() => Promise.all([stage.record?.drop(), other?.drop()]));

  it.each(lines.map((each) => [each.part, each] as const))('%s', async (_part, { args, output }) => {
    await prepared(args);
    const { code, out, notes, raw } = await run(args);

    expect({ code, notes: code === 0 ? '' : notes }).toEqual({ code: 0, notes: '' });
    if (args.includes('-')) expect(raw.length).toBeGreaterThan(0);
    if (output === '' || OUTPUT_OF_ANOTHER_PLAN.has(args[0] ?? '')) return;
    const isSaidBeside = args[0] === 'restore' || args[0] === 'init';
    expectShown(alike(isSaidBeside ? `${notes}\n${out}` : out), alike(output));
  });

  /** What the page tells of before the line. */
  async function prepared(args: string[]): Promise<void> {
    const [command = ''] = args;
    const at = lines.findIndex((each) => each.args === args);
    if (page === 'docs/cli.md' && OF_THEIR_OWN.has(command) && lines[at - 1]?.args[0] !== command) {
      await stage.record?.drop();
      stage = await docsStage(board.url, true);
    }
    if (!stage.record) return;
    const pool = stage.record.connect();
    if (command === 'queue' && page === 'docs/operating.md') await failedAgain(pool);
    if (args.includes('--moving')) await pool.query('drop schema hearback cascade');
    await pool.end();
  }

  async function run(args: string[]) {
    const raw = new PassThrough();
    let printed = '';
    raw.on('data', (data: Buffer) => (printed += data.toString('latin1')));
    const isSetUp = args[0] === 'init' || args[0] === 'check';
    const record = args[0] === 'import' && other ? other : stage.record;
    const result = await cliOf(
      {
        ...(record && { DATABASE_URL: record.url }),
        HEARBACK_DATA_DIR: stage.folder,
        HEARBACK_KEYS: KEYS.map(keyLine).join(','),
        HEARBACK_CONFIG: isSetUp
          ? join(fresh, 'hearback.yaml')
          : args.includes('discord-tickets')
            ? stage.withServer
            : stage.config,
        BOARD_SECRET: 'a secret with many characters',
      },
      undefined,
      { ask: async () => true, questions: likely, raw },
    )(...args.map(inFolder), ...(args[0] === 'init' ? ['--folder', setUpIn()] : []));
    return { ...result, raw: printed };
  }

  /** Each page sets up once, and then looks at that; a second way to do it has a folder of its own. */
  const setUpIn = () => (existsSync(join(fresh, 'hearback.yaml')) ? temporaryFolder() : fresh);

  /** Names of files are in the folder of the page. */
  const inFolder = (word: string) => {
    const name = word.replace(/^\/backups\//, '').replace(/\$\(date \+\\%F\)/, '2026-11-22');
    return /^(?:[\w-]+\.(backup|marks|jsonl|html|csv|zip)|tables)$/.test(name)
      ? join(stage.folder, name)
      : word;
  };

  const alike = (text: string) => masked(text.replaceAll(`${stage.folder}/`, ''));
});

/** Whoever takes what is offered, and has no tokens yet. */
const likely: CliContext['questions'] = {
  one: async (_question, _choices, initial) => initial,
  many: async (_question, _choices, initial) => [...initial],
  line: async (_question, initial) => initial,
  secret: async () => '',
};

/** Numbers of things, times, names of chance and the level of the record differ from run to run. */
function masked(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC|\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\b00\d\d-[a-z-]+\.sql/g, 'LEVEL')
    .replace(/\b\d{4}-\d\d(?=: \d+ gift)/g, 'MONTH')
    .replace(/\bk\d{8}-\w{6}\b/g, 'KEY')
    .replace(/\b[0-9a-f]{4,64}…?$/gm, 'HASH')
    .replace(/\b\d+(\.\d+)? [kM]?B\b/g, 'SIZE')
    .replace(/^Files in it are sealed .*\n/m, '')
    .replace(/^\d+ sealed/gm, 'N sealed')
    .replace(/\bline \d+\b(?=, )/g, 'line N')
    .replace(/^( +|hearback\.yaml:)\d+:\d+/gm, '$1PLACE')
    .replace(/(?<=^ .*hearback\.yaml:)\d+:\d+/gm, 'PLACE')
    .replace(/\d+ (row|table|case|line|message|file|gift code)s?\b/g, 'N $1')
    .replace(/ {2,}/g, '  ')
    .trim();
}

/** Where a page breaks off with `…`, what is printed may go on. */
function expectShown(said: string, shown: string): void {
  const isCut = shown.endsWith('…');
  const wanted = isCut ? shown.replace(/\s*…$/, '') : shown;
  expect(isCut ? said.slice(0, wanted.length) : said).toBe(wanted);
}

it('the folder of a page is its own', () => {
  expect(existsSync('record.jsonl')).toBe(false);
});
