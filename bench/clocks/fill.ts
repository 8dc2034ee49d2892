import type { Pool, PoolClient } from 'pg';
import { ADDED } from '../../src/store/jobs.ts';

/** The sandbox's community on Slack. */
const COMMUNITY = 'slack:T0RIVERSIDE';
/** What runs in one case at the same time. */
const KINDS = ['first_response', 'update_due', 'department_answer', 'resolution'];

/** Open cases, from one number to another. */
const CASES = `insert into hearback.cases (case_id, workspace_id, number, state, severity, kind, member_id, member_name, source_channel,
    source_message, permalink, quote, language, opened_at)
  select n, '${COMMUNITY}', n, 'open', 'normal', 'feedback', 'U0ALMA', 'Alma Berg', 'C0PRODUCT', 'bench-' || n, 'https://chat.example/' || n,
    'The export has been broken since Tuesday', 'en', now() from generate_series($1::bigint, $2) as n`;

/** Their jobs as `turnClocks` adds them. */
const JOBS = `insert into hearback.outbox (kind, data, key, run_at, added_at, workspace_id)
  select 'ring-clock', jsonb_build_object('clockId', clock_id, 'generation', generation), 'ring-' || clock_id || '-' || generation, due_at, now(), '${COMMUNITY}'
  from hearback.clock where case_id between $1 and $2`;

/**
 * So many clocks that run for a month and more, four in a case, each with its job.
 * @param pool of a user who may turn triggers off: what is searched and counted of these cases is not wanted
 */
export async function fillClocks(pool: Pool, clocks: number): Promise<void> {
  const cases = Math.ceil(clocks / KINDS.length);
  await withoutTriggers(pool, async (sql) => {
    await sql.query('insert into hearback.workspace (workspace_id, last_case_number) values ($1, $2)', [
      COMMUNITY,
      cases,
    ]);
    await sql.query(CASES, [1, cases]);
    await sql.query(
      `insert into hearback.clock (case_id, kind, due_at, deadline, started_at)
       select n, kind, due, due, now() from generate_series(1, $1::bigint) as n, unnest($2::text[]) as kind,
         lateral (select now() + interval '30 days' + n * interval '3 seconds' as due) as moment`,
      [cases, KINDS],
    );
    await sql.query(JOBS, [1, cases]);
    await sql.query(`select setval(pg_get_serial_sequence('hearback.cases', 'case_id'), $1)`, [cases]);
  });
  await pool.query('vacuum analyze');
}

/**
 * Cases of which a clock falls due one after the other.
 * @param from the number of the first
 * @param everyMs between two of them
 */
export async function addDue(
  pool: Pool,
  from: number,
  count: number,
  { inMs, everyMs }: { inMs: number; everyMs: number },
): Promise<void> {
  await withoutTriggers(pool, async (sql) => {
    const to = from + count - 1;
    await sql.query('begin');
    await sql.query(CASES, [from, to]);
    await sql.query(
      `insert into hearback.clock (case_id, kind, due_at, deadline, started_at)
       select n, 'first_response', due, due, now() from generate_series($1::bigint, $2) as n,
         lateral (select now() + ($3 + (n - $1) * $4) * interval '1 millisecond' as due) as moment`,
      [from, to, inMs, everyMs],
    );
    await sql.query(JOBS, [from, to]);
    await sql.query(`select setval(pg_get_serial_sequence('hearback.cases', 'case_id'), $1)`, [to]);
    await sql.query(`select pg_notify($1, '')`, [ADDED]);
    await sql.query('commit');
  });
}

async function withoutTriggers(pool: Pool, work: (sql: PoolClient) => Promise<void>): Promise<void> {
  const sql = await pool.connect();
  try {
    await sql.query('set session_replication_role = replica');
    await work(sql);
  } finally {
    sql.release(true);
  }
}
