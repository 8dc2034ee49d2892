import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { lineWith, NEW_CASE } from '../../../src/cli/exchange/blank.ts';
import { use } from '../../../src/store/agree-on-keys.ts';
import type { ExportedLine } from '../../../src/store/exports-port.ts';
import { createImports } from '../../../src/store/imports.ts';
import { newKey } from '../../../src/store/keys.ts';
import { createSeal } from '../../../src/store/seal.ts';
import { testRecord, type TestRecord } from '../../support/database.ts';
import { START } from '../record.ts';

const seal = createSeal([newKey(START)]);
const workspaceId = 'slack:T1';
const key = `${workspaceId}/1`;
const at = '2026-11-01T09:00:00.000000Z';
let record: TestRecord;

const lineOf = (type: string, values: Record<string, unknown>) =>
  lineWith(type, { case: key, at, ...values });
const aCase = (more: Record<string, unknown> = {}) =>
  lineWith('case', {
    ...NEW_CASE,
    workspace: workspaceId,
    number: 1,
    kind: 'bug',
    state: 'open',
    memberId: 'alma',
    memberName: 'Alma',
    quote: 'the plum is broken',
    language: 'en',
    openedAt: at,
    ...more,
  });
const said = (authorId: string, messageId: string, more: Record<string, unknown> = {}) =>
  lineOf('message', {
    role: 'thread',
    channelId: 'C1',
    messageId,
    authorId,
    authorName: authorId,
    postedAt: at,
    versions: [{ text: `words of ${authorId}`, at }],
    ...more,
  });

const take = (lines: readonly ExportedLine[]) =>
  createImports(record.pool, { now: () => START, seal }).take(
    (async function* () {
      for (const [index, line] of lines.entries()) yield { line, place: `line ${index + 1}` };
    })(),
    { source: 'elsewhere', openClocks: false, signal: new AbortController().signal },
  );
const inRecord = async (query: string) => (await record.pool.query<Record<string, unknown>>(query)).rows;
const gone = (userId: string) =>
  record.pool.query(
    `insert into hearback.erasure (workspace_id, tag, at, asked_by, counts) values ($1, hearback.person_tag($1, $2), now(), 'member', '{}')`,
    [workspaceId, userId],
  );

beforeAll(async () => {
  record = await testRecord();
  await use(record.pool, seal, START);
});
beforeEach(() =>
  record.pool.query(
    'truncate hearback.cases, hearback.message, hearback.workspace, hearback.imported, hearback.identity_link, hearback.erasure, hearback.opted_out cascade',
  ),
);
afterAll(() => record.drop());

describe('people who are not to be known any more', () => {
  it('do not come back by what they did in the cases of others', async () => {
    for (const userId of ['bo', 'cy']) await gone(userId);
    const lines = [
      {
        type: 'identity',
        workspace: workspaceId,
        userId: 'bo',
        otherWorkspace: 'discord:1',
        otherUser: '9',
        linkedBy: null,
        linkedAt: at,
      },
      aCase({ handlerId: 'bo' }),
      ...['bo', 'cy', 'dan'].map((userId) => lineOf('reporter', { userId, joinedAt: at })),
      lineOf('follower', { userId: 'bo' }),
      lineOf('cc', { userId: 'bo', addedBy: 'dan' }),
      lineOf('gift', {
        memberId: 'bo',
        gift: 'mug',
        value: 5,
        state: 'given',
        proposedBy: 'bo',
        month: '2026-11',
        givenAt: at,
      }),
      said('dan', 'm1', { mentions: ['bo', 'dan'] }),
      said('bo', 'm2'),
      lineOf('note', { authorId: 'bo', text: 'a note' }),
      lineOf('reply', {
        state: 'draft',
        markdown: 'Hi',
        authorId: 'bo',
        purpose: 'answer',
        writtenAt: at,
        place: { type: 'dm', workspaceId, userId: 'bo' },
      }),
      lineOf('history', { action: 'assigned', actorId: 'bo', detail: { to: 'bo' } }),
      lineOf('history', { action: 'assigned', actorId: 'dan', detail: { to: 'dan' } }),
    ];
    expect(await take(lines)).toMatchObject({ cases: 1, messages: 1, leftOut: 1 });

    const tables = [
      'identity_link',
      'cases',
      'case_reporter',
      'follower',
      'case_cc',
      'gift',
      'message',
      'note',
      'reply',
      'history',
    ];
    for (const table of tables) {
      const rows = await inRecord(`select t.*, c.* from hearback.${table} t cross join (select 1) c`);
      expect(`${table} ${/"(?:bo|cy)"/.exec(JSON.stringify(rows))?.[0] ?? ''}`).toBe(`${table} `);
    }
    const reporters = await inRecord('select user_id as who from hearback.case_reporter order by position');
    expect(reporters.map(({ who }) => who)).toEqual([
      expect.stringMatching(/^erased-/),
      expect.stringMatching(/^erased-/),
      'dan',
    ]);
    expect(await inRecord(`select actor_id as who, detail from hearback.history order by 1 limit 1`)).toEqual(
      [{ who: 'dan', detail: { to: 'dan' } }],
    );
  });

  it('have no case of what they wrote after they had opted out, not even its quote', async () => {
    await record.pool.query(
      `insert into hearback.opted_out (workspace_id, tag, at) values ($1, hearback.person_tag($1, 'alma'), '2026-10-01Z')`,
      [workspaceId],
    );
    expect(await take([aCase()])).toMatchObject({ cases: 0, erased: 1 });
    expect(await inRecord('select 1 from hearback.cases')).toEqual([]);
  });
});

describe('a file somebody has changed', () => {
  it.each<[string, ExportedLine, RegExp]>([
    ['a number that leaves none for the next case', aCase({ number: 999_999_999 }), /column number/],
    ['a negative number', aCase({ number: -1 }), /column number/],
    ['a state there is none of', aCase({ state: 'haunted' }), /column state/],
    ['a level there is none of', aCase({ level: -4 }), /does not take this case/],
    ['versions that are no texts', said('bo', 'm1', { versions: [{ text: 7, at }] }), /column versions/],
    [
      'a place nobody can read again',
      lineOf('reply', {
        state: 'draft',
        markdown: 'x',
        purpose: 'answer',
        writtenAt: at,
        place: { type: 'moon' },
      }),
      /column place/,
    ],
    [
      'a step nobody can read again',
      lineOf('history', { action: 'x', detail: { to: { a: 1 } } }),
      /column detail/,
    ],
    [
      'a line of another case',
      lineOf('history', { case: `${workspaceId}/2`, action: 'x' }),
      /stand right behind it/,
    ],
  ])('with %s is refused, with the place', async (_name, line, why) => {
    const lines = line.type === 'case' ? [line] : [aCase(), line];
    await expect(take(lines)).rejects.toThrow(why);
    await expect(take(lines)).rejects.toThrow(`line ${lines.length}`);
    expect(await inRecord('select 1 from hearback.cases')).toEqual([]);
  });

  it('is refused with the very line, also among many that are written together', async () => {
    const many = Array.from({ length: 40 }, (_each, index) =>
      lineOf('reporter', { userId: `u${index === 30 ? 29 : index}`, joinedAt: at }),
    );
    await expect(take([aCase(), ...many])).rejects.toThrow(/^line 32: the record does not take this case/);
    await expect(take([aCase(), ...many.toSpliced(30, 1)])).resolves.toMatchObject({ cases: 1 });
  });

  it('makes of a draft that claims to be sent a draft that still can be', async () => {
    const place = { type: 'dm', workspaceId, userId: 'alma' };
    await take([
      aCase(),
      lineOf('reply', { state: 'draft', markdown: 'x', purpose: 'answer', writtenAt: at, place, sentAt: at }),
    ]);
    expect(await inRecord('select state from hearback.reply')).toEqual([{ state: 'draft' }]);
    expect(await inRecord('select 1 from hearback.delivery')).toEqual([]);
  });

  it('waits for nobody: while one is brought in, another is refused', async () => {
    const imports = createImports(record.pool, { now: () => START, seal });
    const wish = { source: 'elsewhere', openClocks: false, signal: new AbortController().signal };
    async function* slowly() {
      yield { line: aCase(), place: 'line 1' };
      const second = imports.take((async function* () {})(), wish);
      await expect(second).rejects.toThrow(/Another import is running/);
      yield { line: said('bo', 'm1'), place: 'line 2' };
    }
    expect(await imports.take(slowly(), wish)).toMatchObject({ cases: 1, messages: 1 });
    expect(await imports.take((async function* () {})(), wish)).toMatchObject({ cases: 0 });
  });

  it('names no address from which a file would be fetched', async () => {
    const file = { channelId: 'C1', messageId: 'm1', fileId: 'F1', name: 'x', mime: 'image/png', size: 1 };
    await take([
      aCase(),
      said('bo', 'm1'),
      lineOf('file', { ...file, url: 'http://169.254.169.254/', state: 'waiting' }),
    ]);
    expect(await inRecord('select state from hearback.file')).toEqual([{ state: 'problem' }]);
  });

  it('does not bring what somebody said in another case here into its own', async () => {
    await take([aCase(), said('bo', 'm1'), said('cy', 'm2')]);
    const file = { channelId: 'C1', messageId: 'm1', fileId: 'F9', name: 'x', mime: 'image/png', size: 1 };
    const forged = [
      aCase({ number: 2, sourceChannel: 'C1', sourceMessage: 'm9' }),
      said('eve', 'm1', { versions: [{ text: 'made up', at }] }),
      said('eve', 'm2', { versions: [] }),
      said('eve', 'm9'),
      lineOf('file', { ...file, url: 'https://evil.example', state: 'problem' }),
    ].map((line, index) => (index === 0 ? line : { ...line, case: `${workspaceId}/2` }));

    expect(await take(forged)).toMatchObject({
      cases: 1,
      messages: 1,
      files: 0,
      apart: ['line 2', 'line 3'],
    });
    expect(
      await inRecord(`select number, message_id as message from hearback.case_message join hearback.cases using (case_id)
        join hearback.message using (message_row_id) order by 1, 2`),
    ).toEqual([
      { number: 1, message: 'm1' },
      { number: 1, message: 'm2' },
      { number: 2, message: 'm9' },
    ]);
    expect(await inRecord('select 1 from hearback.file')).toEqual([]);
  });

  it('brings a message that several of its cases have into each, also where it was edited here since', async () => {
    await take([aCase(), said('bo', 'm1')]);
    await record.pool.query(
      `insert into hearback.message_version (message_row_id, version, text, at) select message_row_id, 2, 'edited', now() from hearback.message`,
    );
    const second = { ...said('bo', 'm1'), case: `${workspaceId}/2` };
    expect(await take([aCase({ number: 2 }), second])).toMatchObject({ cases: 1, messages: 0, apart: [] });
    expect(await inRecord('select 1 from hearback.case_message')).toHaveLength(2);
  });

  it('has a case twice, and it is taken once', async () => {
    expect(await take([aCase(), said('bo', 'm1'), aCase(), said('bo', 'm2')])).toMatchObject({
      cases: 1,
      known: 1,
      messages: 1,
    });
  });
});
