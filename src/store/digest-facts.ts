import { z } from 'zod';
import { CLOCK_KINDS } from '../cases/case.ts';
import { RATINGS, VERDICTS } from '../cases/close-request.ts';
import type { DigestFacts, DigestQuestion, Listed } from '../cases/digest/facts.ts';
import { CASE_COLUMNS, caseShape, digestCase, within } from './digest-scope.ts';
import { decidedItems, openItems } from './meeting-items.ts';
import { row, rows, type Sql } from './sql.ts';

/** So many of each list are named. */
const NAMED = 4;
/** Somebody comes back when they do within so long. */
const AGAIN = "interval '30 days'";
/** Clocks by which somebody else is kept waiting. */
const OWED = "'first_response', 'next_response', 'update_due', 'department_answer', 'resolution'";

/** A clock that was running at a moment. */
const ranAt = (moment: string) =>
  `k.started_at <= ${moment} and (k.state = 'running' or k.stopped_at > ${moment})`;

/** What there is to tell of a period, as it stood then. */
export async function digestFacts(sql: Sql, question: DigestQuestion): Promise<DigestFacts> {
  return {
    opened: await opened(sql, question),
    overdue: await overdue(sql, question),
    promised: await promised(sql, question),
    promises: await promises(sql, question),
    repeated: await repeated(sql, question),
    unsatisfied: await unsatisfied(sql, question),
    ratings: await ratings(sql, question),
    praise: await praise(sql, question),
    items: await openItems(sql, question.scope, question.asOf, NAMED + 1),
    decided: await decidedItems(sql, question.scope, question.period, NAMED),
    gifts: await gifts(sql, question),
    helpers: await helpers(sql, question),
  };
}

function opened(sql: Sql, { scope, period, before }: DigestQuestion): Promise<DigestFacts['opened']> {
  const { where, values } = within(scope, 5);
  return rows(
    sql,
    z.object({ kind: z.string(), now: z.number(), before: z.number() }),
    `select kind, count(*) filter (where opened_at >= $1 and opened_at < $2) as now,
       count(*) filter (where opened_at >= $3 and opened_at < $4) as before
     from hearback.cases c where (opened_at >= $1 and opened_at < $2 or opened_at >= $3 and opened_at < $4) and ${where}
     group by kind order by now desc, before desc, kind`,
    [period.from, period.to, before?.from ?? period.from, before?.to ?? period.from, ...values],
  );
}

/** The first rows of a query that gives `total` with each. */
async function listed<T>(
  sql: Sql,
  shape: z.ZodType<T>,
  query: string,
  values: readonly unknown[],
): Promise<Listed<T>> {
  const found = await rows(sql, z.intersection(shape, z.object({ total: z.number() })), query, values);
  return { total: found[0]?.total ?? 0, first: found.map(({ total: _total, ...each }) => shape.parse(each)) };
}

function overdue(sql: Sql, { scope, asOf }: DigestQuestion): Promise<DigestFacts['overdue']> {
  const { where, values } = within(scope, 2);
  return listed(
    sql,
    z.object({ ...caseShape, clock: z.enum(CLOCK_KINDS), deadline: z.date() }),
    `select *, count(*) over () as total from (
       select distinct on (c.case_id) ${CASE_COLUMNS}, k.kind as clock, k.deadline
       from hearback.clock k join hearback.cases c using (case_id)
       where k.kind in (${OWED}) and k.deadline <= $1 and ${ranAt('$1')} and ${where}
       order by c.case_id, k.deadline) late order by deadline limit ${NAMED + 1}`,
    [asOf, ...values],
  );
}

function promised(sql: Sql, { scope, asOf, until }: DigestQuestion): Promise<DigestFacts['promised']> {
  const { where, values } = within(scope, 3);
  return listed(
    sql,
    z.object({ ...caseShape, deadline: z.date() }),
    `select ${CASE_COLUMNS}, k.deadline, count(*) over () as total
     from hearback.clock k join hearback.cases c using (case_id)
     where k.kind = 'update_due' and k.deadline > $1 and k.deadline < $2 and ${ranAt('$1')} and ${where}
     order by k.deadline limit ${NAMED}`,
    [asOf, until, ...values],
  );
}

/** As `promisesOf` counts them. */
async function promises(sql: Sql, { scope, period, asOf }: DigestQuestion): Promise<DigestFacts['promises']> {
  const { where, values } = within(scope, 4);
  const found = await row(
    sql,
    z.object({ kept: z.number(), broken: z.number() }),
    `select count(*) filter (where met and stopped_at <= deadline) as kept,
       count(*) filter (where case k.state when 'running' then deadline <= $3 else stopped_at > deadline end) as broken
     from hearback.clock k join hearback.cases c using (case_id)
     where k.kind = 'update_due' and deadline >= $1 and deadline < $2 and ${where}`,
    [period.from, period.to, asOf, ...values],
  );
  return found ?? { kept: 0, broken: 0 };
}

/** Cases that belong together, in the order in which they came. */
const ALIKE = 'array_agg(case_id order by opened_at) as cases, count(*) as size, max(opened_at) as latest';

/** Whoever was erased is nobody any more, and no two cases of theirs belong together. What is of one topic is listed once, as that. */
function repeated(sql: Sql, { scope, period }: DigestQuestion): Promise<DigestFacts['repeated']> {
  const { where, values } = within(scope, 3);
  return listed(
    sql,
    z.object({ topic: z.string().nullable(), cases: z.array(digestCase) }),
    `with heard as materialized (
       select c.case_id, c.member_id, c.opened_at, c.opened_at >= $1 as is_new, c.state = 'dismissed' as is_dismissed,
         (select topic_id from hearback.topic_case t where t.case_id = c.case_id and t.topic_id is not null and t.linked_at < $2) as topic_id
       from hearback.cases c where c.opened_at >= $1::timestamptz - ${AGAIN} and c.opened_at < $2 and c.erased_at is null and c.state <> 'merged' and ${where}),
     again as (
       select topic_id, null as member_id, ${ALIKE} from heard
         where topic_id is not null and not is_dismissed group by topic_id having count(*) > 1 and bool_or(is_new)
       union all
       select null, member_id, ${ALIKE} from heard
         group by member_id having count(*) > 1 and bool_or(is_new) and count(distinct coalesce(topic_id, -case_id)) > 1),
     -- What is told of each is read of the few that are named alone.
     named as (select *, count(*) over () as total from again order by topic_id is null, size desc, latest desc limit 5)
     select 'T-' || topic_id || coalesce(' · ' || title, '') as topic, total,
       (select jsonb_agg(jsonb_build_object('caseId', case_id, 'number', number, 'kind', kind, 'permalink', permalink, 'handlerId', handler_id) order by nth)
         from unnest(named.cases) with ordinality as each (case_id, nth) join hearback.cases c using (case_id)) as cases
     from named left join hearback.topic using (topic_id) order by topic_id is null, size desc, latest desc`,
    [period.from, period.to, ...values],
  );
}

function unsatisfied(
  sql: Sql,
  { scope, period, unsatisfied: kinds }: DigestQuestion,
): Promise<DigestFacts['unsatisfied']> {
  const { where, values } = within(scope, 4);
  return listed(
    sql,
    z.object({
      ...caseShape,
      answer: z.enum(VERDICTS).nullable(),
      rating: z.literal(RATINGS).nullable(),
    }),
    `select ${CASE_COLUMNS}, q.answer, q.rating, count(*) over () as total
     from (select case_id from hearback.close_request where answer = 'not_yet' and answered_at >= $1 and answered_at < $2
       union select case_id from hearback.close_request where rating <= 2 and rated_at >= $1 and rated_at < $2
       union select case_id from hearback.cases where workspace_id = $4 and kind = any($3::text[]) and opened_at >= $1 and opened_at < $2) heard
     join hearback.cases c using (case_id) left join lateral (
       select answer, rating, coalesce(rated_at, answered_at) as at from hearback.close_request q
       where q.case_id = c.case_id and (answer = 'not_yet' and answered_at >= $1 and answered_at < $2
         or rating <= 2 and rated_at >= $1 and rated_at < $2)
       order by rating, answered_at desc limit 1) q on true
     where ${where}
     order by q.rating nulls last, coalesce(q.at, c.opened_at) desc limit ${NAMED}`,
    [period.from, period.to, kinds, ...values],
  );
}

async function ratings(sql: Sql, { scope, period }: DigestQuestion): Promise<DigestFacts['ratings']> {
  const { where, values } = within(scope, 3);
  const found = await row(
    sql,
    z.object({ count: z.number(), mean: z.number().nullable() }),
    `select count(*) as count, avg(rating)::float8 as mean
     from hearback.close_request q join hearback.cases c using (case_id) where rated_at >= $1 and rated_at < $2 and ${where}`,
    [period.from, period.to, ...values],
  );
  return found ?? { count: 0, mean: null };
}

function praise(sql: Sql, { scope, period, praise: kinds }: DigestQuestion): Promise<DigestFacts['praise']> {
  const { where, values } = within(scope, 4);
  return listed(
    sql,
    digestCase,
    `select ${CASE_COLUMNS}, count(*) over () as total from hearback.cases c
     where c.kind = any($3::text[]) and c.opened_at >= $1 and c.opened_at < $2 and ${where}
     order by c.opened_at desc limit ${NAMED}`,
    [period.from, period.to, kinds, ...values],
  );
}

/** Those of cases that are shown alone: what others were given would say that there is another case. */
function gifts(sql: Sql, { scope, period }: DigestQuestion): Promise<DigestFacts['gifts']> {
  const { where, values } = within(scope, 3);
  return rows(
    sql,
    z.object({ gift: z.string(), count: z.number(), value: z.number() }),
    `select g.gift, count(*) as count, sum(g.value)::float8 as value
     from hearback.gift g join hearback.cases c using (case_id)
     where g.state = 'given' and g.given_at >= $1 and g.given_at < $2 and ${where} group by g.gift order by count desc, g.gift`,
    [period.from, period.to, ...values],
  );
}

function helpers(sql: Sql, { scope, period }: DigestQuestion): Promise<DigestFacts['helpers']> {
  const { where, values } = within(scope, 3);
  return rows(
    sql,
    z.object({ userId: z.string(), cases: z.number() }),
    `select h.user_id as "userId", count(*) as cases from hearback.credit h join hearback.cases c using (case_id)
     where h.at >= $1 and h.at < $2 and ${where} group by h.user_id order by cases desc, h.user_id limit 5`,
    [period.from, period.to, ...values],
  );
}
