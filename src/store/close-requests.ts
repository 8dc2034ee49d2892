import { z } from 'zod';
import { RATINGS, VERDICTS, type CloseRequest, type ToCloseRequest } from '../cases/close-request.ts';
import { listColumn } from './list-column.ts';
import { run } from './sql.ts';
import type { Work } from './work.ts';

// Whether a case is solved: each time the member was asked, and the one answer to it.

/** As the column below gives them. */
export const closeRequestsShape: z.ZodType<CloseRequest[]> = z.array(
  z.object({
    replyId: z.number(),
    answer: z.enum(VERDICTS).nullable(),
    rating: z.literal(RATINGS).nullable(),
    comment: z.string().nullable(),
    isOver: z.boolean(),
  }),
);

/** How often a case `c` was asked about, oldest first. */
export const CLOSE_REQUESTS_COLUMN = listColumn(
  'closeRequests',
  `select reply_id as "replyId", answer, rating, comment, over_at is not null as "isOver"
   from hearback.close_request where close_request.case_id = c.case_id order by reply_id`,
);

export async function addCloseRequest(
  { sql, at }: Work,
  caseId: number | null,
  replyId: number,
): Promise<void> {
  await run(sql, 'insert into hearback.close_request (reply_id, case_id, asked_at) values ($1, $2, $3)', [
    replyId,
    caseId,
    at,
  ]);
}

/** From the version that this change makes on, the message that asked shows it. */
const SHOWN = 'version = (select version + 1 from hearback.cases where case_id = $1)';

/** Once each: what was said before stays. */
export async function keepAnswer({ sql, at }: Work, caseId: number, said: ToCloseRequest): Promise<void> {
  const of = 'where case_id = $1 and reply_id = $2 and over_at is null';
  if ('answer' in said) {
    const reason = said.answer === 'not_yet' ? said.reason : null;
    await run(
      sql,
      `update hearback.close_request set answer = $3, answered_at = $4, reason = nullif($5, ''), ${SHOWN} ${of} and answer is null`,
      [caseId, said.replyId, said.answer, at, reason],
    );
  } else if ('rating' in said) {
    await run(
      sql,
      `update hearback.close_request set rating = $3, rated_at = $4, ${SHOWN} ${of} and answer = 'solved' and rating is null`,
      [caseId, said.replyId, said.rating, at],
    );
  } else {
    await run(
      sql,
      `update hearback.close_request set comment = $3, ${SHOWN} ${of} and rating is not null and comment is null`,
      [caseId, said.replyId, said.comment],
    );
  }
}

/** The case is taken up again: what was asked of it before asks nothing any more. */
export async function endCloseRequests({ sql, at }: Work, caseId: number): Promise<void> {
  await run(
    sql,
    `update hearback.close_request set over_at = $2, ${SHOWN} where case_id = $1 and over_at is null`,
    [caseId, at],
  );
}

/** Whoever is erased has said nothing; that somebody answered so, and gave so many points, is about nobody any more. */
export async function eraseCloseRequests({ sql }: Work, caseIds: readonly number[]): Promise<void> {
  await run(
    sql,
    'update hearback.close_request set reason = null, comment = null, version = null where case_id = any($1)',
    [caseIds],
  );
}
