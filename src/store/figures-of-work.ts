import { z } from 'zod';
import { HOLDS } from './gifts.ts';
import type { FigureScope, FigureTime, GiftMonth, OpenPromise, PlaybookEffect } from './figures-port.ts';
import { ANSWERS, inScope } from './figure-scope.ts';
import { rows, type Sql } from './sql.ts';

/** As `promisesOf` counts them, step by step. */
export function promiseSteps(
  sql: Sql,
  scope: FigureScope,
  { from, until, step, timeZone }: FigureTime,
  now: Date,
): Promise<{ at: Date; kept: number; broken: number }[]> {
  const { where, values } = inScope(scope, 6);
  return rows(
    sql,
    z.object({ at: z.date(), kept: z.number(), broken: z.number() }),
    `select date_trunc($3, deadline, $4) as at, count(*) filter (where met and stopped_at <= deadline) as kept,
       count(*) filter (where case k.state when 'running' then deadline <= $5 else stopped_at > deadline end) as broken
     from hearback.clock k join hearback.cases c using (case_id)
     where k.kind = 'update_due' and deadline >= $1 and deadline < $2 and ${where} group by 1 order by 1`,
    [from, until, step, timeZone, now, ...values],
  );
}

export function openPromises(sql: Sql, scope: FigureScope, limit: number): Promise<OpenPromise[]> {
  const { where, values } = inScope(scope, 2);
  return rows(
    sql,
    z.object({
      number: z.number(),
      member: z.string(),
      handlerId: z.string().nullable(),
      deadline: z.date(),
    }),
    `select c.number, c.member_name as member, c.handler_id as "handlerId", k.deadline
     from hearback.clock k join hearback.cases c using (case_id)
     where k.kind = 'update_due' and k.state = 'running' and ${where} order by k.deadline, c.number limit $1`,
    [limit, ...values],
  );
}

const effectRow: z.ZodType<PlaybookEffect> = z.object({
  playbook: z.string().nullable(),
  cases: z.number(),
  solved: z.number(),
  reopened: z.number(),
  answered: z.number(),
  waitedS: z.number().nullable(),
  ratings: z.number(),
  satisfied: z.number(),
});

export function playbookEffects(
  sql: Sql,
  scope: FigureScope,
  { from, until }: FigureTime,
  playbooks: ReadonlyMap<string, string | null>,
): Promise<PlaybookEffect[]> {
  const { where, values } = inScope(scope, 3);
  const next = values.length + 3;
  return rows(
    sql,
    effectRow,
    `with heard as materialized (
       select c.case_id, c.opened_at, c.state, p.playbook from hearback.cases c
         left join unnest($${next}::text[], $${next + 1}::text[]) as p (kind, playbook) on p.kind = c.kind
       where c.opened_at >= $1 and c.opened_at < $2 and c.state <> 'merged' and ${where}),
     answered as materialized (
       select d.case_id, min(d.posted_at) as at from ${ANSWERS} where d.workspace_id = $3 and d.posted_at >= $1 group by d.case_id),
     rated as materialized (
       select distinct on (case_id) case_id, rating from hearback.close_request join heard using (case_id)
       where rating is not null order by case_id, rated_at desc)
     select playbook, count(*) as cases, count(*) filter (where state in ('solved', 'closed', 'closed_unconfirmed')) as solved,
       count(*) filter (where exists (select from hearback.history h where h.case_id = heard.case_id and h.action = 'reopened')) as reopened,
       count(a.at) as answered,
       percentile_cont(0.5) within group (order by extract(epoch from a.at - opened_at)::float8) filter (where a.at is not null) as "waitedS",
       count(rating) as ratings, count(*) filter (where rating >= 4) as satisfied
     from heard left join answered a using (case_id) left join rated using (case_id)
     group by playbook order by cases desc, playbook`,
    [from, until, ...values, [...playbooks.keys()], [...playbooks.values()]],
  );
}

const giftRow: z.ZodType<GiftMonth> = z.object({
  month: z.string(),
  gift: z.string(),
  given: z.number(),
  waiting: z.number(),
  failed: z.number(),
  value: z.number(),
});

/** A gift whose case is gone names nobody: it counts for whoever may see the ledger. */
export function giftMonths(sql: Sql, scope: FigureScope, since: string): Promise<GiftMonth[]> {
  const { where, values } = inScope(scope, 2);
  return rows(
    sql,
    giftRow,
    `select g.month, g.gift, count(*) filter (where g.state = 'given') as given,
       count(*) filter (where g.state in ('proposed', 'approved')) as waiting,
       count(*) filter (where g.state = 'failed') as failed, coalesce(sum(g.value), 0)::float8 as value
     from hearback.gift g left join hearback.cases c using (case_id)
     where g.workspace_id = $2 and g.month >= $1 and ${HOLDS} and (c.case_id is null or ${where})
     group by g.month, g.gift order by g.month desc, given desc, g.gift`,
    [since, ...values],
  );
}
