import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Standing } from '../../src/cases/access.ts';
import { createAudit } from '../../src/store/audit.ts';
import { createExports } from '../../src/store/exports.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createTranscripts } from '../../src/store/transcripts.ts';
import { use } from '../../src/store/agree-on-keys.ts';
import { newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import { recordFile } from '../../src/web/record-file.ts';
import { transcriptFile } from '../../src/web/transcript-file.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import { policyYaml } from '../policy/factory.ts';
import { message, opened, START } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';

const workspaceId = 'slack:T1';
const sam = { workspaceId, userId: 'sam' };
const seal = createSeal([newKey(START)]);
let record: TestRecord;
/** What somebody is at this moment. */
let standing: Standing | null;

const as = (more: Partial<Standing>): Standing => ({
  ...sam,
  roles: new Set(),
  departments: new Set(),
  colleagues: 'uncounted',
  fellowLeads: 'uncounted',
  ...more,
});
const moderator = as({ roles: new Set(['moderator']) });

function deps() {
  const now = () => START;
  return {
    policy: () => parsePolicy(policyYaml(), 'hearback.yaml'),
    standingIn: async () => standing,
    now,
    store: createStore(record.pool, { now, seal }),
    audit: createAudit(record.pool, { now }),
    exports: createExports(record.pool, { seal }),
    transcripts: createTranscripts(record.pool),
  };
}
const oneCase = async (which = '1/md/staff/en') => {
  const file = await transcriptFile(sam, which, async () => (id) => id, deps());
  return file && (file.body as string);
};
const everything = async () => {
  const file = await recordFile(sam, deps());
  if (!file) return null;
  let text = '';
  for await (const piece of file.body as AsyncIterable<Uint8Array>) text += String(piece);
  return text;
};

beforeAll(async () => {
  record = await testRecord();
  await use(record.pool, seal, START);
  await opened(deps().store, message({ workspaceId, userId: 'alma', text: 'the plum is broken' }));
});
afterAll(() => record.drop());

it('a link brings what its owner may see when it is opened, and says that it was taken', async () => {
  standing = moderator;
  expect(await oneCase()).toContain('the plum is broken');
  expect(await oneCase('1/json/member/en')).toContain('the plum is broken');
  expect(await everything()).toContain('the plum is broken');
  const { rows } = await record.pool.query<{ action: string }>(
    'select action from hearback.audit where actor_id = $1 order by 1',
    [sam.userId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'record_exported',
    'transcript_taken',
    'transcript_taken',
  ]);
});

it.each([
  ['has lost their role', () => as({})],
  ['has left', () => null],
  ['belongs to a department that has nothing to do with it', () => as({ departments: new Set(['qa']) })],
])('a link brings nothing of it to somebody who %s since', async (_what, now) => {
  standing = now();
  expect(await oneCase()).toBeNull();
  expect(await oneCase('1/json/member/en')).toBeNull();
  expect((await everything()) ?? '').not.toContain('plum');
});

it.each(['1/exe/staff/en', '1/md/nobody/en', '0/md/staff/en', '2/md/staff/en', '1/md/staff/en/../x', ''])(
  'a link to %j opens nothing',
  async (which) => {
    standing = moderator;
    expect(await oneCase(which)).toBeNull();
  },
);

it('a link brings nothing to somebody the case is kept from since', async () => {
  standing = moderator;
  await record.pool.query(
    `insert into hearback.case_exclusion (case_id, user_id, reason, excluded_by, at) select case_id, 'sam', 'conflict', 'mia', now() from hearback.cases`,
  );
  expect(await oneCase()).toBeNull();
  expect(await oneCase('1/md/member/en')).toBeNull();
  expect(await everything()).not.toContain('plum');
});
