import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, fresh } from './record.ts';

// What the dashboard counts, when much happens to a case at once: in two transactions, and in one statement.

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

const ask = <Row extends object>(text: string, values: unknown[] = []) =>
  record.pool.query<Row>(text, values);

async function newCase(kind = fresh('kind')): Promise<number> {
  const workspaceId = fresh('slack:T');
  await ask('insert into hearback.workspace (workspace_id) values ($1)', [workspaceId]);
  const { rows } = await ask<{ case_id: number }>(
    `insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, quote, language, opened_at)
     values ($1, 1, 'open', 'low', $2, 'alma', 'Alma', 'q', 'en', $3) returning case_id`,
    [workspaceId, kind, after(0)],
  );
  return rows[0]!.case_id;
}

/** An answer that is on its way, and asks whether it is solved. */
async function asked(caseId: number): Promise<number> {
  const { rows } = await ask<{ reply_id: number }>(
    `with said as (insert into hearback.reply (case_id, state, markdown, place, purpose, written_at)
         values ($1, 'sent', 'x', '{}', 'answer', $2) returning reply_id),
       queued as (insert into hearback.delivery (workspace_id, case_id, key, mark, body, place, state, added_at)
         select workspace_id, $1, 'reply-' || reply_id, $3, jsonb_build_object('type', 'reply', 'replyId', reply_id), '{}', 'sending', $2
         from said, hearback.cases where case_id = $1)
     insert into hearback.close_request (reply_id, case_id, asked_at) select reply_id, $1, $2 from said returning reply_id`,
    [caseId, after(1), fresh('mark')],
  );
  return rows[0]!.reply_id;
}

/** Kept and not true, or true and not kept. */
async function wrong(caseId: number) {
  const kept = `select f.what, f.nth, f.at, f.value, f.flags, g.kind, g.departments
    from hearback.figure f join hearback.figure_group g using (group_id) where case_id = $1`;
  const is = `select s.what, s.nth, s.at, s.value, s.flags, c.kind,
      array(select department from hearback.case_department d where d.case_id = $1 order by department)
    from hearback.figure_source s join hearback.cases c using (case_id) where case_id = $1`;
  const { rows } = await ask(`(${kept} except ${is}) union all (${is} except ${kept})`, [caseId]);
  return rows;
}

async function waits(sql: PoolClient): Promise<boolean> {
  const { rows } = await ask('select 1 from pg_locks where pid = $1 and not granted', [pidOf(sql)]);
  return rows.length > 0;
}

const pidOf = (sql: PoolClient) => (sql as unknown as { processID: number }).processID;

type Change = (sql: PoolClient, caseId: number, replyId: number) => Promise<unknown>;

const CHANGES: [string, Change][] = [
  ['a kind', (sql, id) => sql.query(`update hearback.cases set kind = 'other' where case_id = $1`, [id])],
  [
    'a department',
    (sql, id) =>
      sql.query(
        `insert into hearback.case_department (case_id, department, routed_at) values ($1, 'qa', now())`,
        [id],
      ),
  ],
  [
    'an answer that arrives',
    (sql, id) => sql.query(`update hearback.delivery set posted_at = $2 where case_id = $1`, [id, after(7)]),
  ],
  [
    'a rating',
    (sql, id, replyId) =>
      sql.query(
        `update hearback.close_request set answer = 'solved', answered_at = $3, rating = 5, rated_at = $3 where case_id = $1 and reply_id = $2`,
        [id, replyId, after(9)],
      ),
  ],
  [
    'a promise',
    (sql, id) =>
      sql.query(
        `insert into hearback.clock (case_id, kind, due_at, deadline, started_at) values ($1, 'update_due', $2, $2, $2)`,
        [id, after(60)],
      ),
  ],
  [
    'a reopening',
    (sql, id) =>
      sql.query(`insert into hearback.history (case_id, action, at) values ($1, 'reopened', $2)`, [
        id,
        after(11),
      ]),
  ],
  [
    'an end',
    (sql, id) =>
      sql.query(`update hearback.cases set state = 'closed', closed_at = $2 where case_id = $1`, [
        id,
        after(12),
      ]),
  ],
];
const PAIRS = CHANGES.flatMap(([first, one], nth) =>
  CHANGES.slice(nth + 1).map(([second, other]) => [first, second, one, other] as const),
);

describe('what is kept for the figures', () => {
  it.each(PAIRS)(
    'is true after %s and %s in two transactions at once',
    async (_first, _second, one, other) => {
      const caseId = await newCase();
      const replyId = await asked(caseId);
      const [first, second] = await Promise.all([record.pool.connect(), record.pool.connect()]);
      try {
        await first.query('begin');
        await second.query('begin');
        await one(first, caseId, replyId);
        // Is done, or waits, before the other has ended: it cannot see it yet.
        const late = other(second, caseId, replyId);
        while (!(await Promise.race([late.then(() => true), waits(second)])));
        await first.query('commit');
        await late;
        await second.query('commit');
      } finally {
        first.release(true);
        second.release(true);
      }
      expect(await wrong(caseId)).toEqual([]);
    },
  );

  it('keeps nobody waiting who puts a case into a group that somebody else is just making', async () => {
    const [one, other] = [await newCase('idea'), await newCase('idea')];
    // Of one community, so that their groups are alike.
    await ask(
      `update hearback.cases set number = 2, workspace_id = (select workspace_id from hearback.cases where case_id = $1) where case_id = $2`,
      [one, other],
    );
    const [first, second] = await Promise.all([record.pool.connect(), record.pool.connect()]);
    try {
      const turn = (sql: PoolClient, kind: string, caseId: number) =>
        sql.query('update hearback.cases set kind = $1 where case_id = $2', [kind, caseId]);
      await first.query('begin');
      await second.query(`begin; set local lock_timeout = '3s'`);
      await turn(first, 'north', one);
      await turn(second, 'south', other);
      await turn(first, 'south', one);
      await turn(second, 'north', other);
      await first.query('commit');
      await second.query('commit');
    } finally {
      first.release(true);
      second.release(true);
    }
    expect([await wrong(one), await wrong(other)]).toEqual([[], []]);
    // And made anew there is one of each.
    await ask('select hearback.figures_anew()');
    expect([await wrong(one), await wrong(other)]).toEqual([[], []]);
    const { rows } = await ask(
      'select 1 from hearback.figure_group group by workspace_id, audience, kind, channel_id, departments having count(*) > 1',
    );
    expect(rows).toEqual([]);
  });

  it('is made once for each statement, so that a case with a thousand promises comes in like any other', async () => {
    const caseId = await newCase();
    const sql = await record.pool.connect();
    try {
      // Made for each row it took minutes.
      await sql.query(`begin; set local statement_timeout = '20s'`);
      await sql.query(
        `insert into hearback.clock (case_id, kind, subject, state, due_at, deadline, started_at)
         select $1, 'update_due', 's' || nth, 'stopped', $2, $2::timestamptz + nth * interval '1 minute', $2 from generate_series(1, 1500) as nth`,
        [caseId, after(0)],
      );
      await sql.query('commit');
    } finally {
      sql.release(true);
    }
    const { rows } = await ask('select 1 from hearback.figure where case_id = $1 and what = 7', [caseId]);
    expect(rows).toHaveLength(1500);
    expect(await wrong(caseId)).toEqual([]);
  });
});
