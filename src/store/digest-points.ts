import { z } from 'zod';
import type { DigestPoint, DigestScope } from '../cases/digest/facts.ts';
import type { Period } from '../time/schedule.ts';
import { within } from './digest-scope.ts';
import { rows, type Sql } from './sql.ts';

/** The replies that answer somebody, as their posts. */
const ANSWERS = `hearback.delivery d join hearback.reply r on r.reply_id = (d.body ->> 'replyId')::bigint
  and d.body ->> 'type' = 'reply' and r.purpose not in ('community', 'thanks', 'nudge')`;

/** Periods in numbers, in their order. Reads what happened in them alone, however long the record is. */
export function digestPoints(
  sql: Sql,
  scope: DigestScope,
  periods: readonly Pick<Period, 'from' | 'to'>[],
): Promise<DigestPoint[]> {
  const { where, values } = within(scope, 5);
  const since = periods.map(({ from }) => from);
  const until = periods.map(({ to }) => to);
  return rows(
    sql,
    z.object({ to: z.date(), opened: z.number(), answered: z.number(), mean: z.number().nullable() }),
    `with opened as materialized (select opened_at as at from hearback.cases c where opened_at >= $3 and opened_at < $4 and ${where}),
       answered as materialized (select d.case_id, min(d.posted_at) as at from ${ANSWERS}
         where d.workspace_id = $5 and d.posted_at >= $3 and d.posted_at < $4 group by d.case_id),
       first_answer as materialized (select at from answered join hearback.cases c using (case_id) where ${where}
         and not exists (select from ${ANSWERS} where d.case_id = c.case_id and d.posted_at < $3)),
       rated as materialized (select rated_at as at, rating from hearback.close_request q join hearback.cases c using (case_id)
         where rated_at >= $3 and rated_at < $4 and ${where})
     select p.until as to,
       (select count(*) from opened where at >= p.since and at < p.until) as opened,
       (select count(*) from first_answer where at >= p.since and at < p.until) as answered,
       (select avg(rating)::float8 from rated where at >= p.since and at < p.until) as mean
     from unnest($1::timestamptz[], $2::timestamptz[]) as p (since, until) order by p.until`,
    [since, until, earliest(since), latest(until), ...values],
  );
}

const earliest = (moments: readonly Date[]) => new Date(Math.min(...moments.map(Number)));
const latest = (moments: readonly Date[]) => new Date(Math.max(...moments.map(Number)));
