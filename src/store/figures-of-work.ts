import { z } from 'zod';
import { HOLDS } from './gifts.ts';
import type { FigureScope, FigureTime, GiftMonth, OpenPromise, PlaybookEffect } from './figures-port.ts';
import { inScope } from './figure-scope.ts';
import { type Counting, countByStep } from './figure-days.ts';
import { sightOf } from './figure-sight.ts';
import { isNothing, middleOf, type Sum, together } from './figure-tally.ts';
import type { KeptDays } from './kept-days.ts';
import { rows, type Sql } from './sql.ts';

/** Promises by how they stand; one that still runs is broken once its moment has come. */
const promised = (now: Date): Counting => ({
  name: 'promises',
  whats: [7],
  split: `case when flags = 3 and at > '${now.toISOString()}' then 0 else flags end`,
  counts: ['sum(n) filter (where split = 1)', 'sum(n) filter (where split in (2, 3))'],
  isOfStanding: false,
  waits: 'false',
  by: "''",
});

/** As `promisesOf` counts them, step by step; a step without any is left out. */
export async function promiseSteps(
  sql: Sql,
  scope: FigureScope,
  time: FigureTime,
  { now, kept }: { now: Date; kept: KeptDays },
): Promise<{ at: Date; kept: number; broken: number }[]> {
  const { steps } = await countByStep(sql, { sight: sightOf(scope), time, kept }, promised(now));
  return steps.flatMap(({ at, sums }) => {
    const [keptOnes = 0, broken = 0] = sums.get('')?.counts ?? [];
    return keptOnes + broken === 0 ? [] : [{ at, kept: keptOnes, broken }];
  });
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

const EFFECTS: Counting = {
  name: 'playbooks',
  whats: [1],
  which: 'flags & 4 = 0',
  split: 'flags',
  counts: [
    'sum(n)',
    ...['split & 1 > 0', 'split & 2 > 0', 'split >> 3 > 0', 'split >> 3 >= 4'].map(
      (which) => `sum(n) filter (where ${which})`,
    ),
  ],
  isOfStanding: true,
  waits: 'value is not null',
  by: 'kind collate "C"',
};

export async function playbookEffects(
  sql: Sql,
  scope: FigureScope,
  time: FigureTime,
  { playbooks, kept }: { playbooks: ReadonlyMap<string, string | null>; kept: KeptDays },
): Promise<PlaybookEffect[]> {
  const { all } = await countByStep(sql, { sight: sightOf(scope), time, kept }, EFFECTS);
  const byPlaybook = new Map<string | null, Sum>();
  for (const [kind, sum] of all) {
    if (isNothing(sum)) continue;
    const playbook = playbooks.get(kind) ?? null;
    const known = byPlaybook.get(playbook);
    byPlaybook.set(playbook, known ? together(known, sum) : sum);
  }
  return [...byPlaybook]
    .map(([playbook, sum]) => {
      const [cases = 0, solved = 0, reopened = 0, ratings = 0, satisfied = 0] = sum.counts;
      return { playbook, cases, solved, reopened, ...middleOf(sum), ratings, satisfied };
    })
    .toSorted(
      (a, b) =>
        b.cases - a.cases || (a.playbook === null ? 1 : a.playbook < (b.playbook ?? '\u{10FFFF}') ? -1 : 1),
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
