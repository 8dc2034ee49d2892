import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Standing } from '../../src/cases/access.ts';
import { wishOf } from '../../src/cases/search/search-wish.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import { createAudit } from '../../src/store/audit.ts';
import { createDoor } from '../../src/store/door.ts';
import { createExports } from '../../src/store/exports.ts';
import { createSearch } from '../../src/store/search.ts';
import { createStore } from '../../src/store/create-store.ts';
import { noSeal } from '../../src/store/seal.ts';
import { casesFile } from '../../src/web/cases-file.ts';
import { recordFile } from '../../src/web/record-file.ts';
import { policyYaml } from '../policy/factory.ts';
import { message, opened, START } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';

const workspaceId = 'slack:T1';
const sam = { workspaceId, userId: 'sam' };
let record: TestRecord;
/** What somebody is, each time it is asked; the last one stays. */
let standings: (Standing | null)[];
let exports: ReturnType<typeof createExports>;

const as = (more: Partial<Standing>): Standing => ({
  ...sam,
  roles: new Set(),
  departments: new Set(),
  colleagues: 'uncounted',
  fellowLeads: 'uncounted',
  ...more,
});
const moderator = as({ roles: new Set(['moderator']) });
const inQa = as({ departments: new Set(['qa']) });
const now = () => START;
const store = () => createStore(record.pool, { now, seal: noSeal });

function deps() {
  return {
    policy: () => parsePolicy(policyYaml(), 'hearback.yaml'),
    standingIn: async () => (standings.length > 1 ? standings.shift()! : standings[0]!),
    now,
    audit: createAudit(record.pool, { now }),
    search: createSearch(record.pool, { now }),
    exports,
  };
}

const bodyOf = async (file: Awaited<ReturnType<typeof casesFile>>) => {
  let text = '';
  for await (const piece of file!.body as AsyncIterable<string>) text += piece;
  return text;
};
const table = async (typed: string) => bodyOf(await casesFile(sam, wishOf(typed), deps()));
const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true, bom: true });
const found = async (typed: string) => rowsOf(await table(typed)).map((row) => row['case']);
const audited = async (action: string) =>
  (
    await record.pool.query<{ cases: string }>(
      `select detail ->> 'cases' as cases from hearback.audit where action = $1 order by seq`,
      [action],
    )
  ).rows.map(({ cases }) => cases);

beforeAll(async () => {
  record = await testRecord();
  const say = (text: string, more: object = {}) =>
    opened(store(), message({ workspaceId, userId: 'alma', text }), { history: [], ...more });
  await say('=HYPERLINK("https://evil.example";"the plum") broke, said she, "again"\nand again');
  await say('the refund never came', { departments: ['qa'] });
  await say('SECRET of the accused', {
    departments: ['qa'],
    exclude: [{ userId: 'sam', reason: 'accused', by: 'lead' }],
  });
  await say('SECRET of leads', { set: { audience: 'leads' } });
});
beforeEach(() => {
  standings = [moderator];
  exports = createExports(record.pool, { seal: noSeal });
});
afterAll(() => record.drop());

it('has the cases a search finds, and never one that they are kept out of', async () => {
  expect(await found('')).toEqual(['FB-2', 'FB-1']);
  expect(await found('refund')).toEqual(['FB-2']);
  expect(await found('state:open newer:7d plum')).toEqual(['FB-1']);
  expect(await found('SECRET')).toEqual([]);
  standings = [inQa];
  expect(await found('')).toEqual(['FB-2']);
});

it('asks once more, when a case is read, whether they may see it', async () => {
  const numbers = async (standing: Standing) =>
    (await exports.table(workspaceId, [4, 3, 1, 2], standing)).map(({ number }) => number);
  expect(await numbers(moderator)).toEqual([1, 2]);
  expect(await numbers(inQa)).toEqual([2]);
});

it('says what stands in a case, and nothing of it is a formula', async () => {
  const text = await table('plum');
  const [row] = rowsOf(text);
  expect(row).toMatchObject({ case: 'FB-1', kind: 'Feedback', state: 'new', member: 'name of alma' });
  expect(row!['feedback']).toMatch(
    /^'=HYPERLINK\("https:\/\/evil\.example","the plum"\) broke, said she, "again" and again$/,
  );
  // Nor for a spreadsheet that divides cells at semicolons or tabs.
  expect(text).not.toMatch(/[;\t]|(?:^|,)"?[=+@-]/m);
});

it('is for whoever holds its link, once; the record cannot say what they looked for', async () => {
  const door = createDoor(record.pool, { now });
  const what = `cases:${wishOf('what Alma said of her illness')}`;
  const { token } = await door.makeLink(sam, { purpose: 'download', what });
  const dump = async () =>
    (await record.pool.query<{ what: string }>('select what from hearback.access_link')).rows[0]!.what;
  for (const form of [await dump(), Buffer.from(await dump(), 'base64').toString('latin1')])
    expect(form).not.toMatch(/cases|alma|illness/i);
  expect(await door.takeDownload(token)).toEqual({ ...sam, what });
  expect(await door.takeDownload(token)).toBeNull();
  // Two links to the same thing are not alike, and what was made before there was a lock opens nothing.
  const before = await dump();
  await record.pool.query('delete from hearback.access_link');
  const other = await door.makeLink(sam, { purpose: 'download', what });
  expect(await dump()).not.toBe(before);
  await record.pool.query('update hearback.access_link set what = $1', [what]);
  expect(await door.takeDownload(other.token)).toEqual({ ...sam, what: '' });
});

it('stands in the audit log before it is handed over, also when nothing is in it', async () => {
  await record.pool.query('truncate hearback.audit cascade');
  await table('');
  await table('nothing-of-that-kind');
  expect(await audited('cases_exported')).toEqual(['2 1', '']);
});

it.each([
  ['has lost their role', () => as({})],
  ['has left', () => null],
])('brings nothing to somebody who %s since', async (_what, standing) => {
  standings = [standing()];
  expect(await casesFile(sam, wishOf(''), deps())).toBeNull();
});

it.each([
  ['signs that are broken', '%'],
  ['bytes that are no text', '%FF'],
  ['a kind that is not there', wishOf('kind:nothing-of-ours')],
  ['more than anybody types', wishOf('x'.repeat(500))],
])('brings nothing for %s', async (_what, which) => {
  expect(await casesFile(sam, which, deps())).toBeNull();
});

it.each([
  ['a table', () => casesFile(sam, wishOf(''), deps())],
  ['the record', () => recordFile(sam, deps())],
])('%s breaks off for somebody who loses the right to read while it is sent', async (_what, make) => {
  standings = [moderator, null];
  const file = await make();
  const stream = file!.body as NodeJS.ReadableStream;
  let text = '';
  stream.on('data', (piece: string) => (text += piece));
  await expect(
    new Promise((resolve, reject) => stream.on('error', reject).on('end', resolve)),
  ).rejects.toThrow('may not read cases any more');
  expect(text).not.toMatch(/FB-|"type":"(?:case|end)"/);
});

it('asks again what they may see after some cases, and brings each once', async () => {
  for (const text of ['third', 'fourth', 'fifth']) await opened(store(), message({ workspaceId, text }));
  const taken = async (atATime: number) => {
    const text = await bodyOf(await recordFile(sam, deps(), atATime));
    return {
      numbers: [...text.matchAll(/"type":"case",.*?"number":(\d+)/g)].map(([, number]) => Number(number)),
      end: JSON.parse(text.trim().split('\n').at(-1)!) as object,
    };
  };
  const whole = await taken(100);
  expect(whole).toEqual({
    numbers: [1, 2, 5, 6, 7],
    end: { type: 'end', lines: expect.any(Number), cases: 5 },
  });
  for (const atATime of [1, 2, 5]) expect(await taken(atATime)).toEqual(whole);
  // A moderator at first; after two cases only somebody of QA, to whom none of the others was brought.
  standings = [moderator, moderator, inQa];
  expect((await taken(2)).numbers).toEqual([1, 2]);
  standings = [moderator, moderator, null];
  await expect(taken(2)).rejects.toThrow('may not read cases any more');
});
