import { z } from 'zod';
import type { DigestScope } from '../cases/digest/facts.ts';
import type { Period } from '../time/schedule.ts';
import { within } from './digest-scope.ts';
import type { CaseRow } from './digests-port.ts';
import { rows, type Sql } from './sql.ts';

/** What a table says of a case. */
export const caseRow = z.object({
  number: z.number(),
  openedAt: z.date(),
  kind: z.string(),
  severity: z.string(),
  state: z.string(),
  member: z.string(),
  handlerId: z.string().nullable(),
  departments: z.array(z.string()),
  answeredAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  rating: z.number().nullable(),
  permalink: z.string().nullable(),
});

/** What it is read by, from `hearback.cases c`. */
export const ROW_COLUMNS = `c.number, c.opened_at as "openedAt", c.kind, c.severity, c.state, c.member_name as member, c.handler_id as "handlerId",
       array(select department from hearback.case_department d where d.case_id = c.case_id order by position) as departments,
       (select min(d.posted_at) from hearback.delivery d join hearback.reply r on r.reply_id::text = d.body ->> 'replyId'
         where d.case_id = c.case_id and r.case_id = c.case_id and d.body ->> 'type' = 'reply'
           and r.purpose not in ('community', 'thanks', 'nudge')) as "answeredAt",
       c.closed_at as "closedAt",
       (select rating from hearback.close_request q where q.case_id = c.case_id and rating is not null order by rated_at desc limit 1) as rating,
       c.permalink`;

/** Cases opened in a period, the oldest first. */
export function digestCases(
  sql: Sql,
  scope: DigestScope,
  { from, to }: Pick<Period, 'from' | 'to'>,
  limit: number,
): Promise<CaseRow[]> {
  const { where, values } = within(scope, 4);
  return rows(
    sql,
    caseRow,
    `select ${ROW_COLUMNS}
     from hearback.cases c where c.opened_at >= $1 and c.opened_at < $2 and ${where} order by c.opened_at, c.number limit $3`,
    [from, to, limit, ...values],
  );
}
