import { z } from 'zod';
import type { Letter, LetterCount, LetterFilter, LetterId } from './dead-letters-port.ts';
import { place } from './shapes.ts';
import { row, rows, type Sql } from './sql.ts';

/** What is due for longer than this is late (SQL's interval). A quiet queue needs a second, a busy one some. */
const LATE = `interval '2 minutes'`;

/** What a job is about is said by its data. Only numbers are ids of ours. */
const id = (name: string) =>
  `case when jsonb_typeof(o.data -> '${name}') = 'number' then (o.data ->> '${name}')::bigint end`;

const PLACE_OF_MESSAGE = (channel: string, workspace: string) =>
  `case when ${channel} is not null then jsonb_build_object('type', 'channel', 'workspaceId', ${workspace}, 'channelId', ${channel}) end`;

/** Whether something was said in place of a delivery; `d` is the delivery. */
const INSTEAD = `(select case other.state when 'sent' then 'said' when 'failed' then null else 'on_its_way' end
  from hearback.delivery other where other.workspace_id = d.workspace_id and other.key = 'instead-' || d.delivery_id)`;

/** $1 is now. */
const JOB_STATE = `case when o.dropped_at is not null then 'dropped' when o.done_at is not null then 'done'
  when o.failed_at is not null then 'given_up'
  when o.run_at <= $1::timestamptz - ${LATE} or o.held_since <= $1::timestamptz - ${LATE} then 'late'
  when o.run_at <= $1 then 'waiting' else 'scheduled' end`;

const JOBS = `select 'job' as type, o.outbox_id as number, ${JOB_STATE} as state, o.kind, d.body ->> 'type' as says,
  coalesce(c.workspace_id, d.workspace_id, i.workspace_id, f.workspace_id, s.workspace_id, o.data ->> 'workspaceId') as "workspaceId",
  c.number as "caseNumber",
  coalesce(d.place, ${PLACE_OF_MESSAGE('i.channel_id', 'i.workspace_id')}, ${PLACE_OF_MESSAGE("nullif(s.channel_id, '*')", 's.workspace_id')}) as place,
  o.added_at as "askedAt", o.run_at as "dueAt", greatest(o.attempts, coalesce(d.attempts, 0)) as attempts,
  o.failed_at as "givenUpAt", o.failure_code as code, o.failure_message as message, null::text as instead,
  o.dropped_at as "droppedAt", o.drop_reason as "dropReason"
from hearback.outbox o
left join hearback.delivery d on d.delivery_id = ${id('deliveryId')}
left join hearback.intake i on i.intake_id = ${id('intakeId')}
left join hearback.file f on f.file_row_id = ${id('fileRowId')}
left join hearback.clock k on k.clock_id = ${id('clockId')}
left join hearback.scan s on s.scan_id = ${id('scanId')}
left join hearback.cases c on c.case_id = coalesce(o.case_id, d.case_id, k.case_id, ${id('caseId')},
  (select min(m.case_id) from hearback.case_message m where m.message_row_id = f.message_row_id),
  (select flagged.case_id from hearback.cases flagged where flagged.workspace_id = i.workspace_id
     and flagged.source_channel = i.channel_id and flagged.source_message = i.message_id))`;

const DELIVERIES = `select 'delivery' as type, d.delivery_id as number,
  case when d.dropped_at is not null then 'dropped' when d.state = 'failed' then 'given_up'
    when d.state = 'sent' then 'done' else 'waiting' end as state,
  'deliver' as kind, d.body ->> 'type' as says, d.workspace_id as "workspaceId", c.number as "caseNumber", d.place,
  d.added_at as "askedAt", d.added_at as "dueAt", d.attempts, d.failed_at as "givenUpAt",
  d.failure_code as code, d.failure_message as message, ${INSTEAD} as instead,
  d.dropped_at as "droppedAt", d.drop_reason as "dropReason"
from hearback.delivery d left join hearback.cases c using (case_id)`;

const letterRow = z
  .object({
    type: z.enum(['job', 'delivery']),
    number: z.number(),
    state: z.enum(['scheduled', 'waiting', 'late', 'given_up', 'dropped', 'done']),
    kind: z.string(),
    says: z.string().nullable(),
    workspaceId: z.string().nullable(),
    caseNumber: z.number().nullable(),
    place: place.nullable(),
    askedAt: z.date(),
    dueAt: z.date(),
    attempts: z.number(),
    givenUpAt: z.date().nullable(),
    code: z.string().nullable(),
    message: z.string().nullable(),
    instead: z.enum(['said', 'on_its_way']).nullable(),
    droppedAt: z.date().nullable(),
    dropReason: z.string().nullable(),
  })
  .transform(({ type, number, ...rest }): Letter => ({ id: { type, number }, ...rest }));

export function findLetter(sql: Sql, { type, number }: LetterId, at: Date): Promise<Letter | null> {
  return type === 'job'
    ? row(sql, letterRow, `${JOBS} where o.outbox_id = $2`, [at, number])
    : row(sql, letterRow, `${DELIVERIES} where d.delivery_id = $1`, [number]);
}

/** The oldest first. */
export async function listLetters(
  sql: Sql,
  { state, kind, code, limit }: LetterFilter,
  at: Date,
): Promise<Letter[]> {
  const open =
    state === 'late'
      ? `o.done_at is null and o.failed_at is null and (${JOB_STATE}) = 'late'`
      : 'o.done_at is null and o.failed_at is not null';
  const jobs = await rows(
    sql,
    letterRow,
    `${JOBS} where ${open} and ($2::text is null or o.kind = $2) and ($3::text is null or o.failure_code = $3)
     order by coalesce(o.failed_at, o.run_at), o.outbox_id limit $4`,
    [at, kind ?? null, code ?? null, limit],
  );
  if (state === 'late' || (kind !== undefined && kind !== 'deliver')) return jobs;
  const deliveries = await rows(
    sql,
    letterRow,
    `${DELIVERIES} where d.state = 'failed' and d.dropped_at is null and ($1::text is null or d.failure_code = $1)
     order by d.failed_at, d.delivery_id limit $2`,
    [code ?? null, limit],
  );
  return [...jobs, ...deliveries]
    .toSorted((a, b) => (a.givenUpAt?.getTime() ?? 0) - (b.givenUpAt?.getTime() ?? 0))
    .slice(0, limit);
}

const countRow: z.ZodType<LetterCount> = z.object({
  kind: z.string(),
  scheduled: z.number(),
  waiting: z.number(),
  late: z.number(),
  givenUp: z.number(),
});

/** By kind; those of which there are none are left out. */
export function countLetters(sql: Sql, at: Date): Promise<LetterCount[]> {
  return rows(
    sql,
    countRow,
    `select kind, count(*) filter (where state = 'scheduled') as scheduled,
       count(*) filter (where state in ('waiting', 'late')) as waiting,
       count(*) filter (where state = 'late') as late, count(*) filter (where state = 'given_up') as "givenUp"
     from (select o.kind, ${JOB_STATE} as state from hearback.outbox o where o.done_at is null
       union all select 'deliver', 'given_up' from hearback.delivery d where d.state = 'failed' and d.dropped_at is null) letter
     group by kind order by kind`,
    [at],
  );
}
