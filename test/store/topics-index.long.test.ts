import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTopics } from '../../src/store/topics.ts';
import { testRecord, type TestRecord } from '../support/database.ts';

/** Open cases the record has. */
const CASES = 100_000;

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
}, 300_000);
afterAll(() => record.drop());

it('looks cases about the same thing up by an index, however many are open', async () => {
  await record.pool.query(`insert into hearback.workspace (workspace_id) values ('slack:T1')`);
  // Neither the index of the search nor the figures are asked for here, and filling them takes minutes.
  await record.pool.query('alter table hearback.cases disable trigger user');
  await record.pool.query(
    `insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, quote, language, opened_at)
     select 'slack:T1', n, 'open', 'normal', 'feedback', 'm' || n, 'm', 'The export of invoices is broken ' || n, 'en', now() from generate_series(1, $1::int) n`,
    [CASES],
  );
  await record.pool.query(
    `insert into hearback.topic_case (case_id, terms, language)
     select case_id, array['=app*', 'w' || (case_id % 5000), 'v' || (case_id % 7000), case when case_id = 77 then '=invoice' else 'x' end, case when case_id = 77 then '!missing*' else 'y' end], 'en'
     from hearback.cases`,
  );
  await record.pool.query('alter table hearback.cases enable trigger user');
  const [added] = (
    await record.pool.query<{ id: number }>(
      `insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, quote, language, opened_at)
       values ('slack:T1', $1, 'open', 'normal', 'feedback', 'new', 'n', 'The invoice is missing in the app', 'en', now()) returning case_id as id`,
      [CASES + 1],
    )
  ).rows;
  await record.pool.query('analyze hearback.cases; analyze hearback.topic_case');
  const before = await scans();
  const topics = createTopics(record.pool, { now: () => new Date() });
  const scope = { workspaces: ['slack:T1'], without: [], since: new Date(Date.now() - 86_400_000) };
  const found = await topics.find(added!.id, () => scope);
  expect(found?.found).toEqual({ caseId: expect.any(Number) });
  const plan = await record.pool.query<{ 'QUERY PLAN': string }>(
    `explain select t.case_id from hearback.topic_case t join hearback.cases c using (case_id) where t.terms && array['=invoice', '!missing*']`,
  );
  const lines = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(lines).toContain('topic_case_terms');
  expect(lines).not.toContain('Seq Scan');
  expect(await scans()).toEqual(before);
}, 300_000);

/** How many times the two tables were read from end to end. */
async function scans(): Promise<string[]> {
  await record.pool.query('select pg_stat_force_next_flush()');
  const { rows } = await record.pool.query<{ name: string; scans: string }>(
    `select relname as name, seq_scan::text as scans from pg_stat_user_tables
     where schemaname = 'hearback' and relname in ('cases', 'topic_case') order by relname`,
  );
  return rows.map(({ name, scans: count }) => `${name} ${count}`);
}
