import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { createStore } from '../../src/store/create-store.ts';
import { keyLine, newKey } from '../../src/store/keys.ts';
import { noSeal } from '../../src/store/seal.ts';
import { deliveryIdOf, jobs, message, opened, reaction } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { cliOf, type CliResult } from './cli.ts';

/** The community of the documents. */
const WORKSPACE = 'slack:T0RIVERSIDE';
const MEMBER = 'U0ALMA';
const KEY = newKey(new Date());

let record: TestRecord;
let folder: string;

beforeAll(async () => {
  folder = temporaryFolder();
  record = await testRecord();
  await setStage();
  // A restore wants the database for itself.
  await record.pool.end();
});
afterAll(() => record.drop());

/** What the documents show: a case FB-12 whose answer `d57` could not be delivered, and a flag `812` that could not be read. */
async function setStage(): Promise<void> {
  const [store, outbox] = [
    createStore(record.pool, { now: () => new Date(), seal: noSeal }),
    createOutbox(record.pool, { now: () => new Date() }),
  ];
  await record.pool.query(`insert into hearback.workspace values ($1, 11)`, [WORKSPACE]);
  await record.pool.query(`select setval('hearback.delivery_delivery_id_seq', 56)`);
  await record.pool.query(`select setval('hearback.outbox_outbox_id_seq', 811)`);
  await store.takeIn(reaction('reaction_added', WORKSPACE, 'flagged', new Date()));
  const [flag] = await jobs(record.pool, 'record-flag');
  await outbox.fail(flag!.outboxId, {
    code: 'PERMISSION_MISSING',
    message: 'slack: invite the bot to the channel.',
  });
  const place = { type: 'dm' as const, workspaceId: WORKSPACE, userId: MEMBER };
  const { file } = await opened(store, message({ workspaceId: WORKSPACE, userId: MEMBER }), {
    history: [],
    replies: [{ markdown: 'words', authorId: 'anna', place, send: true }],
  });
  const answer = await deliveryIdOf(record.pool, WORKSPACE, `reply-${file.replies[0]!.replyId}`);
  await record.pool.query('update hearback.outbox set done_at = now() where outbox_id > 812');
  await record.pool.query('update hearback.delivery set attempts = 3');
  await store.failDelivery(
    answer,
    { code: 'PERSON_UNREACHABLE', message: 'slack: direct messages are closed (cannot_dm_bot).' },
    [],
  );
}

interface Line {
  args: string[];
  /** What is said to be printed. */
  output: string;
}

/** Every command line of a document, in its order: after `$` with its output, or alone in a block of shell. */
function linesOf(path: string): Line[] {
  const text = readFileSync(path, 'utf8');
  const blocks = [...text.matchAll(/^ *```(?:text|sh)\n([\s\S]*?)^ *```/gm)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^ *(?:\$ )?(?=(?:\$ )?hearback )/m)
      .filter((part) => part.startsWith('hearback '))
      .map((part) => {
        const [command = '', ...output] = part.split('\n');
        return {
          args: wordsOf(command.replace(/^hearback /, '').replace(/ > \S+$/, '')),
          output: output.join('\n').trim(),
        };
      }),
  );
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Names of files are in a folder of the test's own. */
const inFolder = (word: string) =>
  /^[\w-]+\.(backup|marks|jsonl|html)$/.test(word) ? join(folder, word) : word;

/** Numbers, times and folders differ from run to run. */
const alike = (text: string) =>
  text
    .replaceAll(`${folder}/`, '')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, 'TIME')
    .replace(/\b00\d\d-[a-z-]+\.sql/g, 'LEVEL')
    .replace(/\b\d+(\.\d+)? [kM]?B\b/g, 'SIZE')
    .replace(/^Files in it are sealed .*\n/m, '')
    .replace(/\d+ (rows?|tables?)/g, 'N $1')
    .replace(/ {2,}/g, '  ');

const run = (args: string[]): Promise<CliResult> =>
  cliOf(
    {
      DATABASE_URL: record.url,
      HEARBACK_DATA_DIR: folder,
      HEARBACK_KEYS: keyLine(KEY),
      HEARBACK_CONFIG: 'hearback.example.yaml',
    },
    undefined,
    { ask: async () => true },
  )(...args.map(inFolder));

/** Those others have written are shown to work; mine are shown to say what the document says. */
const COMPARED = ['queue', 'backup', 'restore'];

describe('docs/cli.md', () => {
  const all = linesOf('docs/cli.md');
  const lines = all.filter(({ args }) => COMPARED.includes(args[0] ?? ''));

  it('shows every command of the queue, of backups and of restoring', () => {
    expect(new Set(lines.map(({ args }) => args.slice(0, args[0] === 'queue' ? 2 : 1).join(' ')))).toEqual(
      new Set(['queue', 'queue show', 'queue replay', 'queue drop', 'backup', 'restore']),
    );
  });

  it.each(lines)('prints what it says: $args', async ({ args, output }) => {
    const { code, out, notes } = await run(args);

    const said = args[0] === 'restore' ? `${notes}\n${out}` : out;
    expect({ code, said: alike(said) }).toEqual({ code: 0, said: alike(output) });
  });

  it.each(all.filter((line) => !lines.includes(line)))('has a line that works: $args', async ({ args }) => {
    expect(await run(args)).toMatchObject({ code: 0 });
  });
});

describe('docs/operating.md', () => {
  beforeAll(() => {
    folder = temporaryFolder();
  });

  it.each(linesOf('docs/operating.md'))('has a line that works: $args', async ({ args }) => {
    await again();
    if (args.includes('--moving')) await empty();

    const { code, notes } = await run(args);

    expect({ code, notes: code === 0 ? '' : notes }).toEqual({ code: 0, notes: '' });
  });
});

/** The stage once more, as it was at first. */
async function again(): Promise<void> {
  const pool = record.connect();
  await pool.query(`update hearback.outbox set failed_at = now(), done_at = null, dropped_at = null,
    failure_code = 'PERMISSION_MISSING' where outbox_id = 812`);
  await pool.end();
}

async function empty(): Promise<void> {
  const pool = record.connect();
  await pool.query('drop schema hearback cascade');
  await pool.end();
}
