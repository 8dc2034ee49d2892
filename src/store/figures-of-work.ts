import { z } from 'zod';
import { HOLDS } from './gifts.ts';
import type { FigureScope, FigureTime, GiftMonth, OpenPromise, PlaybookEffect } from './figures-port.ts';
import { inScope } from './figure-scope.ts';
import { stepsOf } from './figure-steps.ts';
import { middleOf, seenFigures, sightOf, withGroups } from './figure-sight.ts';
import { rows, type Sql } from './sql.ts';

/** As `promisesOf` counts them, step by step. */
export function promiseSteps(
  sql: Sql,
  scope: FigureScope,
  time: FigureTime,
  now: Date,
): Promise<{ at: Date; kept: number; broken: number }[]> {
  const { tables, values } = sightOf(scope);
  const steps = stepsOf(time, values.length + 1);
  const late = `$${values.length + 5}`;
  return rows(
    sql,
    z.object({ at: z.date(), kept: z.number(), broken: z.number() }),
    `with ${tables}, ${steps.table},
       happened as (${withGroups(`${steps.nth} as step, f.at, flags`, seenFigures('= 7', values.length + 1))})
     select ${steps.startOf('step')} as at, (count(*) filter (where flags = 1))::int as kept,
       (count(*) filter (where flags = 2 or flags = 3 and at <= ${late}))::int as broken
     from happened group by step order by step`,
    [...values, ...steps.values, now],
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
  const { tables, values } = sightOf(scope);
  const [kinds, names] = [3, 4].map((place) => `$${values.length + place}`);
  return rows(
    sql,
    effectRow,
    `with ${tables},
       -- Told apart by a number: names take longer to sort.
       played as materialized (select p.kind, p.playbook, dense_rank() over (order by playbook collate "C" nulls last) as nth
         from (select kind, playbook from (select distinct kind from groups) as k left join unnest(${kinds}::text[], ${names}::text[]) as p (kind, playbook) using (kind)) as p),
       heard as materialized (select nth, flags, value
         from (${withGroups('groups.kind, flags, value', seenFigures('= 1', values.length + 1))}) as each join played using (kind)
         where flags & 4 = 0)
     select (select playbook from played where nth = key limit 1) as playbook, cases, solved, reopened, coalesce(answered, 0) as answered, "waitedS", ratings, satisfied
     from (select nth as key, count(*)::int as cases, (count(*) filter (where flags & 1 > 0))::int as solved,
         (count(*) filter (where flags & 2 > 0))::int as reopened, (count(*) filter (where flags >> 3 > 0))::int as ratings,
         (count(*) filter (where flags >> 3 >= 4))::int as satisfied from heard group by 1) as counted
       left join (${middleOf('nth', 'heard where value is not null')}) as waits using (key)
     order by cases desc, playbook`,
    [...values, from, until, [...playbooks.keys()], [...playbooks.values()]],
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
  const { tables, values } = sightOf(scope);
  return rows(
    sql,
    giftRow,
    `with ${tables}
     select g.month, g.gift, count(*) filter (where g.state = 'given') as given,
       count(*) filter (where g.state in ('proposed', 'approved')) as waiting,
       count(*) filter (where g.state = 'failed') as failed, coalesce(sum(g.value), 0)::float8 as value
     from hearback.gift g left join hearback.figure f on f.case_id = g.case_id and f.what = 1 left join groups using (group_id)
     where g.workspace_id = $1 and g.month >= $${values.length + 1} and ${HOLDS} and (g.case_id is null or groups.group_id is not null and
       case when g.case_id in (select case_id from special) then g.case_id in (select case_id from special where seen) else groups.is_open end)
     group by g.month, g.gift order by g.month desc, given desc, g.gift`,
    [...values, since],
  );
}
