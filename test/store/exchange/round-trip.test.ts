import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { use } from '../../../src/store/agree-on-keys.ts';
import type { Standing } from '../../../src/cases/access.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { inTable } from '../../../src/store/exchange/noun.ts';
import { CASE, IDENTITY, NOUNS } from '../../../src/store/exchange/nouns.ts';
import { createExports } from '../../../src/store/exports.ts';
import type { ExportedLine } from '../../../src/store/exports-port.ts';
import { createImports } from '../../../src/store/imports.ts';
import type { ImportWish, PlacedLine } from '../../../src/store/imports-port.ts';
import { newKey } from '../../../src/store/keys.ts';
import { createSeal } from '../../../src/store/seal.ts';
import { testRecord, type TestRecord } from '../../support/database.ts';
import { message, opened, START } from '../record.ts';
import { richRecord } from './rich-record.ts';

const seal = createSeal([newKey(START)]);
const otherSeal = createSeal([newKey(START)]);
let from: TestRecord;
let to: TestRecord;
let lines: ExportedLine[];

async function exported(pool: Pool, key = seal): Promise<ExportedLine[]> {
  const found: ExportedLine[] = [];
  for await (const line of createExports(pool, { seal: key }).lines({ eyes: 'program', withFiles: true }))
    found.push(line);
  return found;
}

async function* placed(all: readonly ExportedLine[]): AsyncGenerator<PlacedLine> {
  for (const [index, line] of all.entries()) yield { line, place: `line ${index + 2}` };
}

const wish = (more: Partial<ImportWish> = {}): ImportWish => ({
  source: 'elsewhere',
  openClocks: false,
  signal: new AbortController().signal,
  ...more,
});

const into = (pool: Pool, all = lines, more: Partial<ImportWish> = {}) =>
  createImports(pool, { now: () => START, seal: otherSeal }).take(placed(all), wish(more));

async function counts(pool: Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ what: string; count: number }>(
    `select 'deliveries' as what, count(*)::int from hearback.delivery where state <> 'sent'
     union all select 'jobs', count(*)::int from hearback.outbox
     union all select 'running', count(*)::int from hearback.clock where state = 'running'
     union all select 'webhooks', count(*)::int from hearback.webhook_message
     union all select 'reminders', count(*)::int from hearback.reminder`,
  );
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}

beforeAll(async () => {
  [from, to] = await Promise.all([testRecord(), testRecord()]);
  await use(from.pool, seal, START);
  await use(to.pool, otherSeal, START);
  await richRecord(from.pool, seal);
  lines = await exported(from.pool);
});
afterAll(() => Promise.all([from.drop(), to.drop()]));

describe('export and import', () => {
  it('write every noun there is', () => {
    const types = new Set(lines.map(({ type }) => type));
    expect([...types].toSorted()).toEqual(['case', 'identity', ...NOUNS.map(({ type }) => type)].toSorted());
  });

  it('give the same lines again from an empty record, with attachments sealed under its own key', async () => {
    const summary = await into(to.pool);

    expect(summary).toMatchObject({ cases: 2, known: 0, renumbered: 0, erased: 0 });
    expect(await exported(to.pool, otherSeal)).toEqual(lines);
    expect(JSON.stringify(lines)).toContain(Buffer.from('plum bytes').toString('base64'));
  });

  it('post nothing, remind nobody and start no clock', async () => {
    expect(await counts(to.pool)).toEqual({ deliveries: 0, jobs: 0, running: 0, webhooks: 0, reminders: 0 });
  });

  it('change nothing the second time', async () => {
    expect(await into(to.pool)).toMatchObject({ cases: 0, known: 2, messages: 0 });
    expect(await exported(to.pool, otherSeal)).toEqual(lines);
  });

  it('do nothing in the record the file was taken from', async () => {
    const header = await createExports(from.pool, { seal }).header('program', START);
    const source = String(header['record']);
    expect(await into(from.pool, lines, { source })).toMatchObject({ cases: 0, known: 2 });
    expect(await exported(from.pool)).toEqual(lines);
  });
});

describe('an import', () => {
  let other: TestRecord;
  beforeAll(async () => {
    other = await testRecord();
    await use(other.pool, otherSeal, START);
  });
  afterAll(() => other.drop());

  const empty = () =>
    other.pool.query(
      'truncate hearback.cases, hearback.message, hearback.workspace, hearback.imported, hearback.identity_link, hearback.topic, hearback.outbox, hearback.erasure, hearback.opted_out cascade',
    );

  it('gives cases whose number is taken the next one, and says in their history what it was', async () => {
    await empty();
    const workspaceId = String(lines.find(({ type }) => type === 'case')?.['workspace']);
    const store = createStore(other.pool, { now: () => START });
    await opened(store, message({ workspaceId, text: 'here before' }));

    expect(await into(other.pool)).toMatchObject({ cases: 2, renumbered: 2 });
    const { rows } = await other.pool.query<{ number: number; was: string | null }>(
      `select number, (select detail ->> 'was' from hearback.history h where h.case_id = c.case_id and action = 'numbered_anew') as was
       from hearback.cases c order by number`,
    );
    expect(rows).toEqual([
      { number: 1, was: null },
      { number: 2, was: '1' },
      { number: 3, was: '2' },
    ]);
    expect(await into(other.pool)).toMatchObject({ cases: 0, known: 2 });
  });

  it('that was stopped anywhere ends the same when it is run again', async () => {
    // At every ninth line: between cases, and in the middle of one.
    for (let stop = 1; stop < lines.length; stop += 9) {
      await empty();
      const dying = async function* () {
        for await (const each of placed(lines.slice(0, stop))) yield each;
        throw new Error('killed');
      };
      const imports = createImports(other.pool, { now: () => START, seal: otherSeal });
      await expect(imports.take(dying(), wish())).rejects.toThrow('killed');
      const { rows } = await other.pool.query<{ half: number }>(
        `select count(*)::int as half from hearback.cases c where not exists (select from hearback.imported i where i.case_id = c.case_id)`,
      );
      expect(rows).toEqual([{ half: 0 }]);

      await into(other.pool);
      expect(await exported(other.pool, otherSeal)).toEqual(lines);
    }
  });

  it('runs clocks where that was asked for, each with the job that rings it', async () => {
    await empty();
    await into(other.pool, lines, { openClocks: true });

    const running = lines.filter(({ type, state }) => type === 'clock' && state === 'running').length;
    expect(running).toBeGreaterThan(0);
    expect(await counts(other.pool)).toMatchObject({ running, jobs: running, deliveries: 0 });
    expect(await exported(other.pool, otherSeal)).toEqual(lines);
  });

  it('asks for the pages of people’s own on which they belong', async () => {
    await empty();
    const workspaceId = String(lines.find(({ type }) => type === 'case')?.['workspace']);
    await other.pool.query(
      `insert into hearback.home (workspace_id, user_id, opened_at, drawn_at) values ($1, 'HANNA', $2, $2)`,
      [workspaceId, START],
    );
    await into(other.pool);
    await other.pool.query('delete from hearback.home');
    const { rows } = await other.pool.query('select distinct kind from hearback.outbox');
    expect(rows).toEqual([{ kind: 'refresh-home' }]);
  });

  it('brings back nobody who was erased here, and no words of who has opted out', async () => {
    await empty();
    const [own] = lines.filter(({ type }) => type === 'case');
    const workspaceId = String(own?.['workspace']);
    await other.pool.query(
      `insert into hearback.erasure (workspace_id, tag, at, asked_by, counts) values ($1, hearback.person_tag($1, $2), now(), 'member', '{}')`,
      [workspaceId, own?.['memberId']],
    );
    await other.pool.query(
      `insert into hearback.opted_out (workspace_id, tag, at) values ($1, hearback.person_tag($1, 'other'), '2020-01-01Z')`,
      [workspaceId],
    );

    expect(await into(other.pool)).toMatchObject({ cases: 0, erased: 2, messages: 0 });
    const { rows } = await other.pool.query<{ words: string }>(
      'select text as words from hearback.message_version',
    );
    expect(rows).toEqual([]);
  });

  it('says where the record does not take a value, and takes nothing of that case', async () => {
    await empty();
    const wrong = lines.map((line) => (line.type === 'clock' ? { ...line, state: 'melted' } : line));
    await expect(into(other.pool, wrong)).rejects.toThrow(
      /^line \d+: the record does not take this case \(clock_state_check\)/,
    );
    const { rowCount } = await other.pool.query(`select 1 from hearback.cases where member_id = $1`, [
      lines.find(({ type }) => type === 'case')?.['memberId'],
    ]);
    expect(rowCount).toBe(0);
  });
});

describe('what a person takes along', () => {
  const standing = (more: Partial<Standing>): Standing => ({
    workspaceId: String(lines.find(({ type }) => type === 'case')?.['workspace']),
    userId: 'somebody',
    roles: new Set(),
    departments: new Set(),
    colleagues: 'uncounted',
    fellowLeads: 'uncounted',
    ...more,
  });
  const seen = async (eyes: Standing) => {
    const found: ExportedLine[] = [];
    for await (const line of createExports(from.pool, { seal }).lines({ eyes, withFiles: true }))
      found.push(line);
    return found;
  };

  it('is what they may see, without whom a case is kept from', async () => {
    const staff = await seen(standing({ roles: new Set(['moderator']) }));
    expect(staff.filter(({ type }) => type === 'case')).toHaveLength(2);
    const types = new Set(staff.map(({ type }) => type));
    for (const hidden of ['exclusion', 'cc', 'follower', 'clock', 'identity', 'topic', 'issue'])
      expect(types).not.toContain(hidden);
    expect(types).toContain('note');
    const kept = staff.filter(({ action }) => action === 'excluded');
    expect(kept.map(({ detail }) => detail)).toEqual([null]);

    const kim = await seen(standing({ userId: 'kim', roles: new Set(['moderator']) }));
    expect(kim.filter(({ type }) => type === 'case')).toHaveLength(1);
    expect(await seen(standing({ workspaceId: 'slack:ELSEWHERE', roles: new Set(['admin']) }))).toEqual([]);
  });

  it('is for a department what was brought to it, without drafts', async () => {
    const found = await seen(standing({ departments: new Set(['qa']) }));
    expect(found.filter(({ type }) => type === 'case')).toHaveLength(1);
    const replies = found.filter(({ type }) => type === 'reply');
    expect(replies.map(({ state }) => state)).toEqual(replies.map(() => 'sent'));
    expect(found.filter(({ type }) => type === 'gift' || type === 'mailFile')).toEqual([]);
    const words = found
      .filter(({ type }) => type === 'department')
      .map((line) => [line['department'], line['words']]);
    expect(words).toEqual([
      ['support', ''],
      ['qa', ''],
    ]);
    expect(await seen(standing({ departments: new Set(['finance']) }))).toEqual([]);
  });
});

/** Why a column does not come along: a number of this database's own, or something only the running program needs. */
const LEFT = new Map([
  ['cases', ['case_id', 'workspace_id', 'number']],
  ['message', ['message_row_id', 'workspace_id']],
  ['file', ['file_row_id', 'message_row_id', 'workspace_id', 'bytes', 'sealed_with']],
  ['mail_file', ['mail_file_id', 'note_id', 'bytes', 'sealed_with']],
  ['gift', ['gift_id', 'workspace_id', 'case_id']],
  ['reply', ['reply_id', 'case_id', 'gift_id']],
  ['close_request', ['reply_id', 'case_id']],
  ['issue', ['issue_id', 'case_id', 'etag']],
  ['topic', ['topic_id']],
  ['topic_case', ['case_id', 'topic_id']],
  ['topic_apart', ['case_id', 'other_id']],
  ['identity_link', ['workspace_id']],
  ['case_cc', ['cc_id', 'case_id']],
  ['clock', ['clock_id', 'case_id']],
  ['note', ['note_id', 'case_id']],
  ['history', ['history_id', 'case_id']],
]);

describe('the nouns of an export', () => {
  it('have every column of their tables, or say why not', async () => {
    const { rows } = await from.pool.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns where table_schema = 'hearback'`,
    );
    for (const { table, columns } of [CASE, IDENTITY, ...NOUNS]) {
      const there = rows.filter((each) => each.table === table).map(({ column }) => column);
      const left = LEFT.get(table) ?? ['case_id', 'position'];
      const known = Object.keys(columns).map(inTable);
      expect(
        `${table} ${there.filter((column) => !known.includes(column) && !left.includes(column)).join()}`,
      ).toBe(`${table} `);
    }
  });
});
