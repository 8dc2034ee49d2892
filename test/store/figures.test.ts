import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { standingOf } from '../../src/cases/access.ts';
import { OPEN_STATES } from '../../src/cases/states.ts';
import { STATES } from '../../src/cases/case.ts';
import type { CaseCursor, CaseFilter, CaseOrder } from '../../src/store/case-list-port.ts';
import { createCaseLists } from '../../src/store/case-parts.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createFigures } from '../../src/store/figures.ts';
import { noSeal } from '../../src/store/seal.ts';
import type { NewCase } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { workspace } from '../support/factories.ts';
import { after, candidate, fresh, message, START } from './record.ts';

const MIA = 'U0MIA';
const DAY = 24 * 60;

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

/** A community of a test's own, and Mia of its staff. */
function community() {
  const own = { ...workspace, id: fresh('slack:T') };
  const mia = standingOf(own, { userId: MIA, groups: [], channelId: null });
  const store = createStore(record.pool, { now: () => START, seal: noSeal });
  return {
    workspaceId: own.id,
    mia,
    lists: createCaseLists(record.pool),
    figures: createFigures(record.pool),
    /** @param isHidden Mia is kept out of it */
    async opened(
      more: Partial<NewCase> = {},
      { isHidden = false, departments = [] as string[], channelId = 'C1' } = {},
    ) {
      const source = message({ workspaceId: own.id, channelId, userId: fresh('U') });
      const { file } = await store.open(candidate(source, more), () => ({
        change: {
          history: [],
          departments,
          ...(isHidden && { exclude: [{ userId: MIA, reason: 'accused' as const, by: 'lead' }] }),
        },
        answer: null,
      }));
      return file.case;
    },
    /** What the member was answered, and how they rated it. */
    async answered(caseId: number, minutes: number, rating: number | null = null) {
      const { rows } = await record.pool.query<{ id: number }>(
        `insert into hearback.reply (case_id, state, markdown, place, purpose, written_at) values ($1, 'sent', 'x', '{}', 'answer', $2) returning reply_id as id`,
        [caseId, after(minutes)],
      );
      await record.pool.query(
        `insert into hearback.delivery (workspace_id, case_id, key, mark, body, place, state, posted_at, added_at)
         values ($1, $2, 'reply-' || $3, $4, jsonb_build_object('type', 'reply', 'replyId', $3::bigint), '{}', 'sent', $5, $5)`,
        [own.id, caseId, rows[0]!.id, fresh('mark'), after(minutes)],
      );
      if (rating === null) return;
      await record.pool.query(
        `insert into hearback.close_request (reply_id, case_id, asked_at, answer, answered_at, rating, rated_at) values ($1, $2, $3, 'solved', $3, $4, $3)`,
        [rows[0]!.id, caseId, after(minutes), rating],
      );
    },
  };
}

const week = { from: START, until: after(7 * DAY), step: 'day' as const, timeZone: 'UTC' };

describe('figures', () => {
  it('count what happened in each step, and nothing of a case somebody is kept out of', async () => {
    const { workspaceId, mia, figures, opened, answered } = community();
    const first = await opened({}, { departments: ['qa'] });
    const second = await opened(
      { openedAt: after(DAY) },
      { departments: ['qa', 'support'], channelId: 'C2' },
    );
    const hidden = await opened({}, { isHidden: true, departments: ['qa'], channelId: 'C3' });
    await answered(first.caseId, 30, 5);
    await answered(first.caseId, 90);
    await answered(second.caseId, DAY + 120, 2);
    await answered(hidden.caseId, 10, 1);
    const scope = { workspaceId, eyes: mia };
    const { steps, channels, departments, whole } = await figures.barometer(scope, week, 9);
    expect(steps).toEqual([
      expect.objectContaining({
        at: new Date('2026-11-20T00:00:00Z'),
        opened: 1,
        answered: 1,
        waitedS: 1_800,
        ratings: 1,
        rated: 5,
        solved: 1,
      }),
      expect.objectContaining({
        at: new Date('2026-11-21T00:00:00Z'),
        opened: 1,
        answered: 1,
        waitedS: 7_200,
        ratings: 1,
        rated: 2,
      }),
    ]);
    expect(whole).toMatchObject({ opened: 2, answered: 2, waitedS: 4_500, rated: 3.5, solved: 2 });
    expect(channels.map(({ channelId, opened: count }) => [channelId, count])).toEqual([
      ['C1', 1],
      ['C2', 1],
    ]);
    expect(departments.map((each) => [each.department, each.opened, each.rated])).toEqual([
      ['qa', 2, 3.5],
      ['support', 1, 2],
    ]);
    // Whoever sees all of it has the third case as well.
    const all = await figures.barometer({ workspaceId, eyes: 'program' }, week, 9);
    expect(all.channels.map(({ channelId }) => channelId)).toEqual(['C1', 'C2', 'C3']);
    const support = await figures.barometer({ ...scope, department: 'support' }, week, 9);
    expect(support.whole).toMatchObject({ opened: 1 });
    // Whoever was answered before has no first answer once more; whoever waited until then has their first.
    const waiting = await opened();
    await answered(waiting.caseId, 100);
    const later = await figures.barometer(scope, { ...week, from: after(60) }, 9);
    expect(later.whole).toMatchObject({ opened: 1, answered: 2, waitedS: (6_000 + 7_200) / 2 });
  });

  it('tell what each playbook came to, and what was promised and given', async () => {
    const { workspaceId, mia, figures, opened, answered } = community();
    const solved = await opened({ kind: 'refund' });
    const open = await opened({ kind: 'feedback' });
    const hidden = await opened({ kind: 'refund' }, { isHidden: true });
    await answered(solved.caseId, 60, 4);
    await record.pool.query(`update hearback.cases set state = 'closed' where case_id = any($1)`, [
      [solved.caseId, hidden.caseId],
    ]);
    await record.pool.query(
      `insert into hearback.history (case_id, action, at) values ($1, 'reopened', $2), ($3, 'reopened', $2)`,
      [solved.caseId, START, hidden.caseId],
    );
    for (const { caseId } of [solved, open, hidden]) {
      await record.pool.query(
        `insert into hearback.clock (case_id, kind, due_at, deadline, started_at, set_by) values ($1, 'update_due', $2, $2, $3, 'policy')
         on conflict (case_id, kind, subject) where state = 'running' do update set deadline = excluded.deadline`,
        [caseId, after(DAY), START],
      );
      await record.pool.query(
        `insert into hearback.gift (workspace_id, case_id, gift, value, state, month, at, given_at) values ($1, $2, 'credit', 10, 'given', '2026-11', $3, $3)`,
        [workspaceId, caseId, START],
      );
    }
    const scope = { workspaceId, eyes: mia };
    const effects = await figures.playbooks(
      scope,
      week,
      new Map([
        ['refund', 'refund'],
        ['feedback', null],
      ]),
    );
    expect(effects).toEqual([
      {
        playbook: 'refund',
        cases: 1,
        solved: 1,
        reopened: 1,
        answered: 1,
        waitedS: 3_600,
        ratings: 1,
        satisfied: 1,
      },
      {
        playbook: null,
        cases: 1,
        solved: 0,
        reopened: 0,
        answered: 0,
        waitedS: null,
        ratings: 0,
        satisfied: 0,
      },
    ]);
    expect(await figures.promises(scope, week, after(2 * DAY))).toEqual([
      { at: new Date('2026-11-21T00:00:00Z'), kept: 0, broken: 2 },
    ]);
    expect((await figures.openPromises(scope, 9)).map(({ number }) => number)).toEqual([
      solved.number,
      open.number,
    ]);
    expect(await figures.gifts(scope, '2026-01')).toEqual([
      { month: '2026-11', gift: 'credit', given: 2, waiting: 0, failed: 0, value: 20 },
    ]);
    expect(await figures.moods(workspaceId, week)).toEqual([]);
  });
});

describe('what a day came to that is over', () => {
  it('is counted once, and again when something of it has changed', async () => {
    const { workspaceId, mia, figures, opened } = community();
    const days = (ago: number) => new Date(Date.now() - ago * 24 * 3_600_000);
    const time = { from: days(20), until: days(0), step: 'week' as const, timeZone: 'Europe/Copenhagen' };
    const counted = async () => [
      (await figures.barometer({ workspaceId, eyes: mia }, time, 9)).whole.opened,
      (await figures.playbooks({ workspaceId, eyes: mia }, time, new Map())).map(({ cases }) => cases),
    ];
    const first = await opened({ openedAt: days(10) });
    const second = await opened({ openedAt: days(10) });
    expect(await counted()).toEqual([2, [2]]);
    // Behind the back of the record: nobody is told.
    await record.pool.query(
      `begin; set local session_replication_role = replica; delete from hearback.figure where case_id = ${first.caseId}; commit`,
    );
    await opened({ openedAt: days(0.01) });
    expect(await counted()).toEqual([3, [3]]);
    // How a case stands by now is no part of what happened on its day.
    await record.pool.query(`update hearback.cases set state = 'solved' where case_id = $1`, [second.caseId]);
    expect(await counted()).toEqual([3, [2]]);
    await opened({ openedAt: days(10) });
    expect(await counted()).toEqual([3, [3]]);
  });

  it('counts a promise again that turns out to have been kept', async () => {
    const { workspaceId, mia, figures, opened } = community();
    const days = (ago: number) => new Date(Date.now() - ago * 24 * 3_600_000);
    const time = { from: days(20), until: days(0), step: 'month' as const, timeZone: 'Europe/Copenhagen' };
    const promised = async () => {
      const steps = await figures.promises({ workspaceId, eyes: mia }, time, days(0));
      return steps.map(({ kept, broken }) => [kept, broken]);
    };
    const { caseId } = await opened({ openedAt: days(12) });
    await record.pool.query(
      `insert into hearback.clock (case_id, kind, due_at, deadline, started_at) values ($1, 'update_due', $2, $2, $3)`,
      [caseId, days(10), days(11)],
    );
    expect(await promised()).toEqual([[0, 1]]);
    const stop = (at: Date) =>
      record.pool.query(
        `update hearback.clock set state = 'stopped', met = true, stopped_at = $2 where case_id = $1`,
        [caseId, at],
      );
    await stop(days(1));
    expect(await promised()).toEqual([[0, 1]]);
    await stop(days(10.5));
    expect(await promised()).toEqual([[1, 0]]);
  });
});

describe('a list by parts', () => {
  const all: CaseFilter = { states: STATES };

  it('has each case once and in order, wherever its parts end, and none somebody is kept out of', async () => {
    const { workspaceId, mia, lists, opened } = community();
    const severities = ['low', 'urgent', 'normal', 'high'] as const;
    for (let each = 0; each < 12; each += 1)
      await opened(
        { severity: severities[each % 4]!, openedAt: after(each % 5) },
        { isHidden: each % 6 === 0 },
      );
    const inParts = async (order: CaseOrder, limit: number) => {
      const numbers: number[] = [];
      let cursor: CaseCursor | null = null;
      do {
        const part: Awaited<ReturnType<typeof lists.part>> = await lists.part(
          workspaceId,
          { states: OPEN_STATES },
          mia,
          { order, after: cursor, limit },
        );
        numbers.push(...part.cases.map(({ number }) => number));
        cursor = part.next;
      } while (cursor);
      return numbers;
    };
    for (const order of ['urgent', 'newest'] as const) {
      const whole = await inParts(order, 100);
      expect(whole).toHaveLength(10);
      for (const limit of [1, 3, 9, 10]) expect(await inParts(order, limit)).toEqual(whole);
    }
    const store = createStore(record.pool, { now: () => START, seal: noSeal });
    const before = await store.list(workspaceId, { states: OPEN_STATES, eyes: mia, limit: 99 });
    expect(await inParts('urgent', 4)).toEqual(before.map(({ number }) => number));
    expect(await lists.count(workspaceId, all, mia, 100)).toBe(10);
    expect(await lists.count(workspaceId, all, mia, 7)).toBe(7);
  });

  it('goes on behind what was opened in a part of a millisecond', async () => {
    const { workspaceId, mia, lists, opened } = community();
    for (const us of [1, 2, 3]) {
      const { caseId } = await opened();
      await record.pool.query(
        `update hearback.cases set opened_at = $2::timestamptz + $3 * interval '1 microsecond' where case_id = $1`,
        [caseId, START, us],
      );
    }
    const first = await lists.part(workspaceId, all, mia, { order: 'newest', after: null, limit: 2 });
    const rest = await lists.part(workspaceId, all, mia, { order: 'newest', after: first.next, limit: 2 });
    expect([...first.cases, ...rest.cases].map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('is narrowed by what each filter says', async () => {
    const { workspaceId, mia, lists, opened } = community();
    await opened(
      { kind: 'refund', severity: 'urgent', handlerId: 'U1' },
      { departments: ['qa'], channelId: 'C7' },
    );
    await opened({ openedAt: after(DAY) });
    const seen = async (filter: Partial<CaseFilter>) =>
      (
        await lists.part(workspaceId, { ...all, ...filter }, mia, { order: 'newest', after: null, limit: 9 })
      ).cases.map(({ number }) => number);
    for (const filter of [
      { kind: 'refund' },
      { severity: 'urgent' },
      { handlerId: 'U1' },
      { department: 'qa' },
      { channelId: 'C7' },
      { until: after(1) },
    ] as const)
      expect([filter, await seen(filter)]).toEqual([filter, [1]]);
    for (const filter of [{ handlerId: null }, { from: after(1) }] as const)
      expect([filter, await seen(filter)]).toEqual([filter, [2]]);
    expect(await seen({ kind: 'refund', handlerId: null })).toEqual([]);
  });
});
