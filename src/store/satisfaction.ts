import type { Pool } from 'pg';
import { z } from 'zod';
import type { Eyes } from '../cases/access.ts';
import { RATINGS, VERDICTS } from '../cases/close-request.ts';
import { visibleTo } from './eyes.ts';
import type { Comment, Satisfaction, Satisfied } from './satisfaction-port.ts';
import { row, rows, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';

type Period = Parameters<Satisfaction['sums']>[1];

/** What members said about their cases, on a PostgreSQL database that `migrate` has brought up to date. */
export function createSatisfaction(pool: Pool): Satisfaction {
  return {
    sums: (workspaceId, period, eyes) => holdClient(pool, (sql) => sums(sql, workspaceId, period, eyes)),
    comments: (workspaceId, period, eyes, limit) =>
      holdClient(pool, (sql) => comments(sql, workspaceId, period, eyes, limit)),
  };
}

const sumsRow: z.ZodType<Satisfied> = z.object({
  asked: z.number(),
  solved: z.number(),
  notYet: z.number(),
  ratings: z.number(),
  mean: z.number().nullable(),
});

const inPeriod = (column: string) => `${column} >= $2 and ${column} < $3`;

/** Whoever has answered has received the question, whatever is known of its delivery. */
async function sums(sql: Sql, workspaceId: string, { from, until }: Period, eyes: Eyes): Promise<Satisfied> {
  const visible = visibleTo(eyes, 4);
  const found = await row(
    sql,
    sumsRow,
    `select count(*) filter (where ${inPeriod('asked_at')} and (r.state = 'sent' or answer is not null)) as asked,
       count(*) filter (where ${inPeriod('answered_at')} and answer = 'solved') as solved,
       count(*) filter (where ${inPeriod('answered_at')} and answer = 'not_yet') as "notYet",
       count(*) filter (where ${inPeriod('rated_at')}) as ratings,
       (avg(rating) filter (where ${inPeriod('rated_at')}))::float8 as mean
     from hearback.close_request join hearback.reply r using (reply_id) join hearback.cases c on c.case_id = close_request.case_id
     where c.workspace_id = $1 and ${visible.where}`,
    [workspaceId, from, until, ...visible.values],
  );
  return found ?? { asked: 0, solved: 0, notYet: 0, ratings: 0, mean: null };
}

const commentRow: z.ZodType<Comment> = z.object({
  caseId: z.number(),
  number: z.number(),
  answer: z.enum(VERDICTS),
  rating: z.literal(RATINGS).nullable(),
  text: z.string(),
  at: z.date(),
});

function comments(
  sql: Sql,
  workspaceId: string,
  { from, until }: Period,
  eyes: Eyes,
  limit: number,
): Promise<Comment[]> {
  const visible = visibleTo(eyes, 5);
  return rows(
    sql,
    commentRow,
    `select c.case_id as "caseId", number, answer, rating, coalesce(reason, comment) as text, answered_at as at
     from hearback.close_request q join hearback.cases c using (case_id)
     where c.workspace_id = $1 and ${inPeriod('answered_at')} and coalesce(reason, comment) is not null and ${visible.where}
     order by answered_at desc, reply_id desc limit $4`,
    [workspaceId, from, until, limit, ...visible.values],
  );
}
