import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Standing } from '../../src/cases/access.ts';
import type { Change, ClockChange } from '../../src/cases/change.ts';
import { byNeed, isFor, LOOKING_MS, PASSED_MS, type Candidate } from '../../src/cases/next.ts';
import { SEVERITIES } from '../../src/policy/schema.ts';
import { createDuty } from '../../src/store/duty.ts';
import type { Duty } from '../../src/store/duty-port.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { NewCase, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, message, START } from './record.ts';

let record: TestRecord;
let store: Store;
let duty: Duty;
let now = START;
let workspaceId: string;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => now });
  duty = createDuty(record.pool, { now: () => now });
});
afterAll(() => record.drop());
beforeEach(() => {
  workspaceId = fresh('slack:T');
  now = START;
});

const who = (userId: string, more: Partial<Standing> = {}): Standing => ({
  workspaceId,
  userId,
  roles: new Set(['moderator']),
  departments: new Set(),
  colleagues: 'uncounted',
  fellowLeads: 'uncounted',
  ...more,
});

const first: Extract<ClockChange, { op: 'start' }> = {
  op: 'start',
  kind: 'first_response',
  dueAt: after(600),
};

async function add(change: Partial<Change> = {}, over: Partial<NewCase> = {}): Promise<number> {
  const { file } = await store.open(candidate(message({ workspaceId }), over), () => ({
    change: { history: [], clocks: [first], ...change },
    answer: null,
  }));
  return file.case.caseId;
}
const numberOf = async (caseId: number) => (await store.read({ workspaceId, caseId }))!.case.number;
const act = (caseId: number, actorId: string) =>
  store.change({ workspaceId, caseId }, () => ({
    change: { history: [{ action: 'noted', actorId }] },
    answer: null,
  }));

describe('giving somebody a case', () => {
  it('gives the one that needs them most, and the same again until they have done with it', async () => {
    await add();
    const urgent = await add({}, { severity: 'urgent' });
    now = after(5);
    expect(await duty.offer(who('anna'))).toBe(urgent);
    expect(await duty.offer(who('anna'))).toBe(urgent);
  });

  it('gives two people two cases, and the third is told that there is nothing left', async () => {
    const both = [await add(), await add()];
    expect([await duty.offer(who('anna')), await duty.offer(who('ben'))]).toEqual(both);
    expect(await duty.offer(who('cleo'))).toBeNull();
    now = new Date(START.getTime() + LOOKING_MS);
    expect(both).toContain(await duty.offer(who('cleo')));
  });

  it('is given again to others once somebody has acted, or wants another one', async () => {
    const [one, two] = [await add(), await add()];
    expect(await duty.offer(who('anna'))).toBe(one);
    await act(one, 'ben');
    expect(await duty.offer(who('ben'))).toBe(two);
    await act(one, 'anna');
    expect(await duty.offer(who('cleo'))).toBe(one);
    await duty.pass(who('cleo'), await numberOf(one));
    expect(await duty.offer(who('cleo'))).toBeNull();
    expect(await duty.offer(who('anna'))).toBe(one);
    now = new Date(START.getTime() + PASSED_MS);
    expect(await duty.offer(who('cleo'))).toBe(one);
  });

  it('gives nothing that rests, waits for the member, is done, is another’s, or belongs to another community', async () => {
    const rested = await add({ set: { snoozedUntil: after(9) } });
    await add({ set: { snoozedUntil: after(9), snoozedForMember: true } });
    await add({ set: { state: 'waiting_on_member' } });
    for (const state of ['solved', 'closed', 'closed_unconfirmed', 'dismissed'] as const)
      await add({ set: { state } });
    const others = await add({ set: { handlerId: 'ben', state: 'open' } });
    await add({ clocks: [first, { op: 'start', kind: 'community', dueAt: after(600) }] });
    expect(await duty.offer(who('anna'))).toBeNull();
    expect(await duty.offer(who('ben'))).toBe(others);
    expect(await duty.offer({ ...who('anna'), workspaceId: fresh('slack:T') })).toBeNull();
    now = after(9);
    expect(await duty.offer(who('anna'))).toBe(rested);
    now = after(600);
    await act(others, 'ben');
    await duty.pass(who('anna'), await numberOf(rested));
    await duty.pass(who('anna'), await numberOf(rested + 1));
    // Both the one that rested until the member writes and this one are back or overdue by now.
    expect([rested + 1, others]).toContain(await duty.offer(who('anna')));
  });

  it('gives nobody a case that is not for them', async () => {
    await add({ exclude: [{ userId: 'anna', reason: 'accused', by: null }] });
    await add({}, { member: { userId: 'anna', name: 'Anna' } });
    const forLeads = await add({}, { audience: 'leads' });
    expect(await duty.offer(who('anna'))).toBeNull();
    expect(await duty.offer(who('lea', { roles: new Set(['lead']) }))).not.toBeNull();
    expect(await duty.offer(who('zoe', { roles: new Set(['lead']) }))).not.toBeNull();
    expect(await duty.offer(who('yan', { roles: new Set(['lead']) }))).toBe(forLeads);
  });

  it('goes in the order of the rule, whatever the cases are', async () => {
    const minutes = fc.integer({ min: -600, max: 600 });
    const cases = fc.sample(
      fc.record({
        severity: fc.constantFrom(...SEVERITIES),
        handler: fc.constantFrom(null, null, 'zoe'),
        opened: fc.integer({ min: -600, max: 0 }),
        waits: fc.option(fc.integer({ min: -600, max: 0 })),
        due: minutes,
        update: fc.option(minutes),
        isWithHelpers: fc.boolean(),
      }),
      { numRuns: 30, seed: 7 },
    );
    const candidates: Candidate[] = [];
    for (const { severity, handler, opened, waits, due, update, isWithHelpers } of cases) {
      now = after(waits ?? opened);
      const caseId = await add(
        {
          set: { handlerId: handler },
          clocks: [
            ...(waits === null ? [] : [{ ...first, dueAt: after(due) }]),
            ...(update === null ? [] : [{ ...first, kind: 'update_due' as const, dueAt: after(update) }]),
            ...(isWithHelpers ? [{ ...first, kind: 'community' as const }] : []),
          ],
        },
        { severity, openedAt: after(opened) },
      );
      const deadlines = [...(waits === null ? [] : [due]), ...(update === null ? [] : [update])];
      candidates.push({
        caseId,
        severity,
        handlerId: handler,
        openedAt: after(opened),
        unansweredSince: waits === null ? null : after(waits),
        updateBy: update === null ? null : after(update),
        dueBy: deadlines.length === 0 ? null : after(Math.min(...deadlines)),
        isWithHelpers,
      });
    }
    now = START;
    const given: (number | null)[] = [];
    for (let person = 0; person < cases.length; person += 1) given.push(await duty.offer(who(`p${person}`)));
    const wanted = byNeed(
      candidates.filter((each) => isFor(each, 'p0', START)),
      START,
    ).map(({ caseId }) => caseId);
    expect(wanted.length).toBeGreaterThan(5);
    expect(given.filter((each) => each !== null)).toEqual(wanted);
  });

  it('never gives the same case to two people who ask at the same moment', async () => {
    const people = Array.from({ length: 6 }, (_, index) => `p${index}`);
    // As many processes ask at once.
    const desks = [record.pool, record.connect()].map((pool) => createDuty(pool, { now: () => now }));
    for (let round = 0; round < 3; round += 1) {
      workspaceId = fresh('slack:T');
      const cases: number[] = [];
      for (let each = 0; each < people.length - 2; each += 1) cases.push(await add());
      const given = await Promise.all(people.map((person, index) => desks[index % 2]!.offer(who(person))));
      const got = given.filter((each) => each !== null);
      expect(new Set(got)).toEqual(new Set(cases));
      expect(got).toHaveLength(cases.length);
    }
  });

  it('passes by a case that is being changed, and waits for it only when there is no other', async () => {
    const [one, two] = [await add(), await add()];
    const other = await record.pool.connect();
    await other.query('begin');
    await other.query('select from hearback.cases where case_id = $1 for update', [one]);
    expect(await duty.offer(who('anna'))).toBe(two);
    const waiting = duty.offer(who('ben'));
    await other.query('commit');
    other.release();
    expect(await waiting).toBe(one);
  });
});

describe('what somebody has to do with', () => {
  it('is what they look after and what they have begun to answer, as far as they may see it', async () => {
    const place = { type: 'thread' as const, workspaceId, channelId: 'C1', messageId: 'm' };
    const draft = { markdown: 'Hello', authorId: 'anna', place, send: false };
    const mine = await add({ set: { handlerId: 'anna' }, replies: [draft] });
    const begun = await add({ replies: [draft, { ...draft, authorId: 'ben' }] });
    await add({ set: { handlerId: 'anna', state: 'solved' } });
    await add({ set: { handlerId: 'anna' }, exclude: [{ userId: 'anna', reason: 'conflict', by: null }] });
    await add({ replies: [{ ...draft, authorId: 'ben' }] });
    const tasks = await duty.tasks(who('anna'));
    expect(
      tasks.map(({ case: { caseId }, drafts, clocks }) => [caseId, drafts, clocks.map(({ kind }) => kind)]),
    ).toEqual([
      [mine, 1, ['first_response']],
      [begun, 1, ['first_response']],
    ]);
  });

  it('is also what nobody has taken on, with what decides whose it is, as far as they may see it', async () => {
    const place = { type: 'thread' as const, workspaceId, channelId: 'C1', messageId: 'm' };
    const out = (userId: string) => [{ userId, reason: 'conflict' as const, by: null }];
    const free = await add({ exclude: out('ben') });
    await add({ set: { handlerId: 'ben' } });
    await add({ set: { state: 'solved' } });
    await add({ exclude: out('anna') });
    await add({ replies: [{ markdown: 'Hello', authorId: 'anna', place, send: false }] });
    const untaken = await duty.untaken(who('anna'));
    expect(untaken.map((task) => task.case.caseId)).toEqual([free]);
    expect(untaken[0]).toMatchObject({
      clocks: [{ kind: 'first_response' }],
      guard: { case: { caseId: free, handlerId: null }, excluded: [{ userId: 'ben' }] },
    });
    expect(await duty.untaken({ ...who('anna'), workspaceId: fresh('slack:T') })).toEqual([]);
  });
});
