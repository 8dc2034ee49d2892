import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DigestScope } from '../../src/cases/digest/facts.ts';
import { digestFacts } from '../../src/store/digest-facts.ts';
import { digestPoints } from '../../src/store/digest-points.ts';
import type { Sql } from '../../src/store/sql.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, START } from './record.ts';

const WEEK = 7 * 24 * 60;
const CASES = 3_000;
const scope: DigestScope = { workspaceId: 'slack:T', eyes: 'channel', departments: null, kinds: null };
const week = (ago: number) => ({ from: after(-(ago + 1) * WEEK), to: after(-ago * WEEK) });
const weeks = [0, 1, 2, 3, 4, 5, 6, 7].map(week);

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
  await fill();
});
afterAll(() => record.drop());

/** A case a week, up to START: each is thanked for at once, answered after ten days, and closed and rated after twenty. And as many for leads alone. */
async function fill(): Promise<void> {
  const statements = [
    // What the figures of the dashboard are counted from is not asked for here.
    `set local hearback.restoring = 'on'`,
    `insert into hearback.workspace (workspace_id) values ('slack:T')`,
    `insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, quote, language, opened_at, audience)
     select 'slack:T', i * 2 + (audience = 'leads')::integer, 'solved', 'normal', (array['feedback', 'praise', 'unsatisfied'])[1 + i % 3], 'm' || i, 'n', 'q', 'en',
       timestamptz '${START.toISOString()}' - i * interval '1 week', audience
     from generate_series(1, ${CASES}) i, unnest(array['staff', 'leads']) audience`,
    `insert into hearback.clock (case_id, kind, state, due_at, started_at, deadline, stopped_at)
     select case_id, 'update_due', 'stopped', opened_at, opened_at, opened_at, opened_at from hearback.cases`,
    `insert into hearback.reply (case_id, state, markdown, place, written_at, purpose)
     select case_id, 'sent', 'x', '{}', opened_at + n * interval '10 days', (array['thanks', 'answer', 'closing'])[n + 1]
     from hearback.cases, generate_series(0, 2) n`,
    `insert into hearback.delivery (workspace_id, case_id, key, mark, body, place, state, posted_channel, posted_message, posted_at, added_at)
     select 'slack:T', case_id, reply_id, reply_id, jsonb_build_object('type', 'reply', 'replyId', reply_id), '{}', 'sent', 'c', reply_id,
       written_at, written_at from hearback.reply`,
    `insert into hearback.close_request (reply_id, case_id, asked_at, answer, answered_at, rating, rated_at)
     select reply_id, case_id, written_at, 'solved', written_at, case audience when 'leads' then 1 else 2 end, written_at
     from hearback.reply join hearback.cases using (case_id) where purpose = 'closing'`,
    'analyze',
  ];
  await record.pool.query(statements.join(';\n'));
}

interface Plan {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** How many rows were looked at. */
function looked(plan: Plan): number {
  const own = plan.Plans
    ? 0
    : (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  return (plan.Plans ?? []).reduce((sum, each) => sum + looked(each), own);
}

/** The record, and the most rows that one of the questions asked of it has looked at. */
function counting(): { sql: Sql; most: () => number } {
  const counts: number[] = [];
  const query = async ({ text, values }: { text: string; values: unknown[] }) => {
    const explained = await record.pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
      text: `explain (analyze, format json) ${text}`,
      values,
    });
    counts.push(looked(explained.rows[0]!['QUERY PLAN'][0]!.Plan));
    return record.pool.query({ text, values });
  };
  // What `rows` of src/store/sql.ts asks it.
  return { sql: { query } as unknown as Sql, most: () => Math.max(...counts) };
}

it('the chart of a digest reads what happened in its weeks, however long the record is', async () => {
  const { sql, most } = counting();
  const points = await digestPoints(sql, scope, weeks);
  // Thanks are no answer, and the closing message is not the first one.
  expect(points).toEqual(weeks.map(({ to }) => ({ to, opened: 1, answered: 1, mean: 2 })).toReversed());
  expect(most()).toBeLessThan(CASES / 2);
});

it('the lists of a digest do too', async () => {
  const { sql, most } = counting();
  const facts = await digestFacts(sql, {
    scope,
    period: week(0),
    before: week(1),
    asOf: START,
    until: after(WEEK),
    praise: ['praise'],
    unsatisfied: ['unsatisfied'],
  });
  expect(facts.unsatisfied).toMatchObject({ total: 1 });
  expect(facts.ratings).toEqual({ count: 1, mean: 2 });
  expect(most()).toBeLessThan(CASES / 2);
});
