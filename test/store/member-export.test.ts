import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEPARTMENT_STATES } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import { noticeIn, noticeTo } from '../../src/cases/notice.ts';
import { use } from '../../src/store/agree-on-keys.ts';
import { createAudit } from '../../src/store/audit.ts';
import { createStore } from '../../src/store/create-store.ts';
import { newKey } from '../../src/store/keys.ts';
import type { Privacy } from '../../src/store/privacy-port.ts';
import { createPeople } from '../../src/store/people.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { createSeal } from '../../src/store/seal.ts';
import type { Store } from '../../src/store/store.ts';
import { textsIn } from '../../src/texts/index.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { aPersonWhoWasEverywhere } from './person.ts';
import { candidate, deliveryIdOf, fresh, message, START } from './record.ts';

/** Steps that concern the member: docs/privacy.md. */
const THEIRS = [
  'closed_unconfirmed',
  'commented',
  'community_asked',
  'consent_given',
  'consent_refused',
  'dismissed',
  'flag_taken_back',
  'flagged_again',
  'gift_given',
  'member_erased',
  'member_wrote',
  'message_deleted',
  'message_edited',
  'nudged',
  'opened',
  'rated',
  'reopened',
  'replied',
  'resolved',
  'said_not_yet',
  'said_solved',
  'solved_by_community',
  'thread_message',
];

/** What staff, or the program for them, did among themselves. */
const INTERNAL = [
  'answer_renewed',
  'assigned',
  'claimed',
  'community_did_not_solve',
  'copied_in',
  'copy_ended',
  'department_answered',
  'department_asked',
  'department_declined',
  'department_elsewhere',
  'department_fixed',
  'department_needs_more',
  'department_taken',
  'department_told',
  'draft_discarded',
  'drafted',
  'escalated',
  'excluded',
  'followed',
  'followed_up',
  'gift_approved',
  'gift_failed',
  'gift_prepared',
  'gift_proposed',
  'gift_refused',
  'gift_tried_again',
  'gift_withdrawn',
  'included',
  'issue_asked',
  'issue_closed',
  'issue_failed',
  'issue_gone',
  'issue_made',
  'issue_reopened',
  'kept_to_leads',
  'kind_changed',
  'language_chosen',
  'not_reached',
  'note_deleted',
  'note_edited',
  'noted',
  'numbered_anew',
  'nudge_left_out',
  'opened_to_staff',
  'praised',
  'recommended',
  'reminded',
  'reminder_set',
  'reply_approved',
  'reply_failed',
  'reply_queued_again',
  'routed',
  'said_again',
  'severity_changed',
  'snoozed',
  'template_chosen',
  'ticked',
  'topic_fixed',
  'topic_fixed_untold',
  'unfollowed',
  'unticked',
];

/** What is put together, by how it begins; and what is chosen a line above. */
const BEGINS: ReadonlyMap<string, string[]> = new Map([
  ['gift_', ['gift_given', 'gift_failed', 'gift_withdrawn']],
  ['department_', DEPARTMENT_STATES.map((state) => `department_${state}`)],
  ['issue_made', ['issue_made', 'issue_closed', 'issue_reopened']],
]);

/** Every action the program writes into a history, as its source says. Those of the audit log name their actor first. */
function actionsWritten(): string[] {
  const files = ['cases', 'store'].flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`src/${room}/${name}`, 'utf8')),
  );
  const found = files.flatMap((source) =>
    [...source.matchAll(/\baction: ([^;]*?),\s*actorId\b/g)].flatMap(([, value = '']) =>
      [...value.replaceAll(/=== '\w+'/g, '').matchAll(/['`]([a-z_]+)/g)].flatMap(
        ([, action = '']) => BEGINS.get(action) ?? [action],
      ),
    ),
  );
  return [...new Set(found)].toSorted();
}

let record: TestRecord;
let store: Store;
let privacy: Privacy;

beforeAll(async () => {
  record = await testRecord();
  const seal = createSeal([newKey(START)]);
  const now = () => START;
  store = createStore(record.pool, { now, seal });
  privacy = createPrivacy(record.pool, { now, seal });
  await use(record.pool, seal, START);
});
afterAll(() => record.drop());

async function linesOf(member: { workspaceId: string; userId: string }): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  for await (const line of privacy.export(member)) lines.push(JSON.parse(line) as Record<string, unknown>);
  return lines;
}

describe('the export of a member', () => {
  it('has all they said in every version, what was said to them, and their files as they were', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);
    const { rows } = await record.pool.query<{ key: string }>(
      `select 'reply-' || reply_id as key from hearback.reply where case_id = $1 order by reply_id limit 1`,
      [person.caseId],
    );
    await store.deliver(
      await deliveryIdOf(record.pool, person.workspaceId, rows[0]!.key),
      async () => ({ posted: null }),
      (file) => ({ history: [], replyStates: [{ replyId: file.replies[0]!.replyId, state: 'sent' }] }),
    );

    const lines = await linesOf(person);
    const ofType = (type: string) => lines.filter((line) => line['type'] === type);

    expect(lines[0]).toEqual({
      type: 'export',
      version: 1,
      workspace: person.workspaceId,
      user: person.userId,
      at: START.toISOString(),
    });
    expect(ofType('case')).toMatchObject([
      { case: person.number, state: 'new', quote: 'the plum pudding is quite broken', name: person.name },
    ]);
    expect(
      ofType('message')
        .flatMap((line) => (line['versions'] as { text: string }[]).map(({ text }) => text))
        .toSorted(),
    ).toEqual([
      'plum around it',
      'plum in their thread',
      'plum one',
      'the plum pudding is broken',
      'the plum pudding is quite broken',
    ]);
    expect(ofType('reply')).toMatchObject([{ markdown: `Hi ${person.name}, thank you for the plum.` }]);
    expect(ofType('flag')).toMatchObject([{ case: expect.any(Number) }]);
    expect(ofType('file')).toMatchObject([
      { name: 'plum-screenshot.png', base64: Buffer.from('plum bytes').toString('base64') },
    ]);
  });

  it('has what they were told directly in the words that reached them', async () => {
    const member = { workspaceId: fresh('slack:T'), userId: 'ada' };
    const place = { type: 'dm' as const, ...member };
    const body = noticeTo(place, { language: 'en' }, ({ says }) => ({
      title: says.flags.thanks,
      blocks: [],
    }));
    await store.say(member.workspaceId, { key: 'told', place, body });
    const said = noticeIn(body, textsIn('pt'));
    const deliveryId = await deliveryIdOf(record.pool, member.workspaceId, 'told');
    await store.deliver(
      deliveryId,
      async () => ({ posted: null, said }),
      () => null,
    );
    const direct = (await linesOf(member)).filter(({ type }) => type === 'direct');
    expect(direct).toMatchObject([{ title: textsIn('pt').says.flags.thanks }]);
    expect(direct[0]!['title']).not.toBe(body.title);
  });

  it('has what they have set for themselves when they work on cases', async () => {
    const member = { workspaceId: fresh('slack:T'), userId: 'mia' };
    const people = createPeople(record.pool, { now: () => START });
    await people.set(member.workspaceId, member.userId, {
      timeZone: 'Europe/Paris',
      awayUntil: START,
      standIn: 'sam',
      toDoAt: '08:30',
      locale: 'da',
    });
    await people.set(member.workspaceId, 'sam', { standIn: 'mia' });
    expect((await linesOf(member)).slice(1)).toEqual([
      {
        type: 'settings',
        timeZone: 'Europe/Paris',
        zoneAskedAt: null,
        awayUntil: expect.any(String),
        standIn: 'sam',
        toDoAt: '08:30',
        locale: 'da',
      },
    ]);
  });

  it('has nothing others wrote about them for each other, and none of what others said', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);

    const text = JSON.stringify(await linesOf(person));

    for (const internal of [
      'wrote about plum twice',
      'one more plum',
      'mia',
      'the tea is cold',
      'ask the kitchen',
      'excluded',
    ])
      expect(text).not.toContain(internal);
  });

  it('tells neither who is kept out of a case, nor that anybody is, to its member or to whoever flagged it', async () => {
    const workspaceId = fresh('slack:T');
    const open = async (change: Partial<Change>) => {
      const { file } = await store.open(
        candidate(message({ workspaceId }), { reporters: ['victor'] }),
        () => ({
          change: { history: [], ...change },
          answer: null,
        }),
      );
      return file.case.number;
    };
    const free = await open({});
    const exclude = [{ userId: 'victor', reason: 'accused' as const, by: null }];
    const history = [
      { action: 'excluded', actorId: null, detail: { person: 'victor', reason: 'accused' } },
      { action: 'kept_to_leads', actorId: 'lena' },
    ];
    await open({ exclude, history });
    await open({ set: { audience: 'leads' }, history });

    const flags = await linesOf({ workspaceId, userId: 'victor' });
    expect(flags.filter(({ type }) => type === 'flag').map((line) => line['case'])).toEqual([
      free,
      null,
      null,
    ]);
    const own = JSON.stringify(await linesOf({ workspaceId, userId: 'member' }));
    expect(own).not.toMatch(/victor|lena|excluded|accused|leads/);
  });

  it('has which cases of others they follow or read along, without the number where it is kept from somebody', async () => {
    const workspaceId = fresh('slack:T');
    const open = (change: Partial<Change>) =>
      store.open(candidate(message({ workspaceId })), () => ({
        change: { history: [], ...change },
        answer: null,
      }));
    const reads = { cc: { add: [{ userId: 'olga' }], by: 'mia' } };
    const { file } = await open({ ...reads, follow: { add: ['olga'] } });
    await open({ ...reads, exclude: [{ userId: 'olga', reason: 'accused', by: null }] });
    const found = (await linesOf({ workspaceId, userId: 'olga' })).filter(({ type }) => type === 'reads');
    expect(found).toMatchObject([
      { case: file.case.number, how: 'follows' },
      { case: file.case.number, how: 'reads_along' },
      { case: null, how: 'reads_along' },
    ]);
    expect(JSON.stringify(found)).not.toContain('mia');
  });

  it('has the steps that concern them, and no other: not one that is new either', async () => {
    expect(actionsWritten()).toEqual([...THEIRS, ...INTERNAL].toSorted());
    // Each is told in words of every language where the story of a case is read.
    expect(actionsWritten().filter((action) => !Object.hasOwn(textsIn('en').history, action))).toEqual([]);
    const workspaceId = fresh('slack:T');
    const history = [...INTERNAL, ...THEIRS, 'something_new'].map((action) => ({ action, actorId: 'mia' }));
    await store.open(candidate(message({ workspaceId })), () => ({ change: { history }, answer: null }));

    const steps = (await linesOf({ workspaceId, userId: 'member' })).filter(({ type }) => type === 'step');
    expect(steps.map(({ action }) => action)).toEqual(THEIRS);
  });

  it('is in the audit log before its first line, and holds no connection when its reader goes away', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);
    const audit = createAudit(record.pool, { now: () => START });
    const lines = privacy.export(person, { actorId: null })[Symbol.asyncIterator]();

    await lines.next();
    expect((await audit.verify()).faults).toEqual([]);
    expect(
      (
        await record.pool.query(
          `select actor_id, detail from hearback.audit where action = 'member_exported' and workspace_id = $1`,
          [person.workspaceId],
        )
      ).rows,
    ).toEqual([{ actor_id: null, detail: { person: person.userId } }]);
    expect(record.pool.totalCount - record.pool.idleCount).toBe(1);
    await lines.return?.();

    expect(record.pool.totalCount - record.pool.idleCount).toBe(0);
  });

  it('of somebody nobody knows is one line', async () => {
    expect(await linesOf({ workspaceId: 'slack:T0', userId: 'U0' })).toHaveLength(1);
  });
});
