import { json, prepared, run, sent, type Sql } from './sql.ts';
import type { Step, Work } from './work.ts';

/** The name under which PostgreSQL tells every process that outbox rows were added. */
export const ADDED = 'hearback_outbox';

/** Something that must happen after this transaction. */
export interface Job {
  /** A handler's name. */
  kind: string;
  /** Ids only. */
  data: Record<string, number | string>;
  /** A second row with the same key is left out while the first is not done. */
  key?: string;
  /** At once, when left out. */
  runAt?: Date;
}

/** The community of a row, by the first id in its data (as `job.data`). None is not an error: it takes its turn by itself then. */
const COMMUNITY = `coalesce(job.data ->> 'workspaceId',
  (select workspace_id from hearback.intake where intake_id = (job.data ->> 'intakeId')::bigint),
  (select workspace_id from hearback.delivery where delivery_id = (job.data ->> 'deliveryId')::bigint),
  (select workspace_id from hearback.cases where case_id = (job.data ->> 'caseId')::bigint),
  (select cases.workspace_id from hearback.clock join hearback.cases using (case_id) where clock_id = (job.data ->> 'clockId')::bigint),
  (select message.workspace_id from hearback.file join hearback.message using (message_row_id)
    where file_row_id = (job.data ->> 'fileRowId')::bigint),
  (select cases.workspace_id from hearback.issue join hearback.cases using (case_id) where issue_id = (job.data ->> 'issueId')::bigint),
  (select workspace_id from hearback.home where home_id = (job.data ->> 'homeId')::bigint),
  (select workspace_id from hearback.hot_thread where hot_thread_id = (job.data ->> 'hotThreadId')::bigint),
  (select workspace_id from hearback.topic_case linked join hearback.cases using (case_id)
    where linked.topic_id = (job.data ->> 'topicId')::bigint order by case_id limit 1),
  (select workspace_id from hearback.scan where scan_id = (job.data ->> 'scanId')::bigint), '')`;

/** Adds outbox rows; every process is told when the transaction commits. */
export async function addJobs(step: Step, jobs: readonly Job[]): Promise<void> {
  if (jobs.length > 0) await sent(step.sql, TELLING_ADD, columnsOf(step, jobs));
}

/** The same. @returns how many were added */
export async function countAdded(step: Step, jobs: readonly Job[]): Promise<number> {
  const added = await run(step.sql, ADD, columnsOf(step, jobs));
  if (added > 0) await tellAdded(step.sql);
  return added;
}

function columnsOf({ at }: Step, jobs: readonly Job[]): unknown[] {
  return [
    jobs.map(({ kind }) => kind),
    jobs.map(({ data }) => json(data)),
    jobs.map(({ key }) => key ?? null),
    jobs.map(({ runAt }) => runAt ?? at),
    at,
  ];
}

/** Adds a row where a condition of the record is met when its turn comes: `exists` is a query, whose values are counted from $1. */
export function addJobIf(
  { sql, at }: Work,
  { kind, data }: Pick<Job, 'kind' | 'data'>,
  exists: string,
  values: readonly unknown[],
): void {
  const [ofKind, ofData, ofAt] = [1, 2, 3].map((place) => `$${values.length + place}`);
  sql.later(
    telling(`insert into hearback.outbox (kind, data, run_at, added_at, workspace_id)
     select kind, data, ${ofAt}, ${ofAt}, ${COMMUNITY} from (select ${ofKind}::text as kind, ${ofData}::jsonb as data) as job
     where exists (${exists}) returning 1`),
    [...values, kind, json(data), at],
  );
}

/**
 * A statement that writes rows of the outbox and answers what it wrote, and wakes every relay at the commit when it wrote any.
 * @param first what it reads, as `name as (…)`
 */
export function telling(statement: string, first?: string): string {
  return `with ${first ? `${first}, ` : ''}written as (${statement}) select pg_notify('${ADDED}', '') from (select from written limit 1) as any_written`;
}

const ADD = `insert into hearback.outbox (kind, data, key, run_at, added_at, workspace_id)
     select kind, data, key, run_at, $5, ${COMMUNITY}
     from unnest($1::text[], $2::jsonb[], $3::text[], $4::timestamptz[]) as job (kind, data, key, run_at)
     on conflict (key) where done_at is null do nothing returning 1`;

const TELLING_ADD = prepared(telling(ADD));

/**
 * Open jobs with these keys that were given up, or wait for later, are done now: else whatever is added under the same key
 * would wait with them. One that somebody holds is under way; nobody waits for it here, it may be waiting for us.
 */
export async function hurryJobs({ sql, at }: Step, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sent(
    sql,
    telling(`update hearback.outbox set run_at = least(run_at, $2), generation = generation + 1, dispatched_at = null, failed_at = null,
       failure_code = null, failure_message = null, held_since = null
     where outbox_id in (
       select outbox_id from hearback.outbox
       where key = any($1) and done_at is null and (failed_at is not null or run_at > $2) for update skip locked) returning 1`),
    [keys, at],
  );
}

/** Wakes every relay at the commit. */
export async function tellAdded(sql: Sql): Promise<void> {
  await run(sql, prepared('select pg_notify($1, $2)'), [ADDED, '']);
}

/**
 * The effects of these rows are in the record. What people wrote is then there too, so the copy of it that came in is emptied.
 * @param caseId the case the effects were about, for whoever asks again
 */
export async function markDone(
  { sql, at }: Step,
  outboxIds: readonly number[],
  caseId: number | null,
): Promise<void> {
  await sent(sql, DONE, [outboxIds, at, caseId]);
}

// In one order, so that two who have rows in common wait for each other and not both ways.
const DONE = prepared(`with due as (
     select outbox_id from hearback.outbox where outbox_id = any($1) and done_at is null order by outbox_id for update),
   done as (
     update hearback.outbox set done_at = $2, case_id = coalesce($3, case_id), failed_at = null, failure_code = null, failure_message = null
     from due where outbox.outbox_id = due.outbox_id returning (outbox.data ->> 'intakeId')::bigint as intake_id)
   update hearback.intake set event = case meaning
     when 'edit' then jsonb_set(event, '{text}', '""')
     else jsonb_set(jsonb_set(event, '{message,text}', '""'), '{message,files}', '[]') end
   where intake_id in (select intake_id from done) and meaning in ('edit', 'message')`);
