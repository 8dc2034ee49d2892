import { z } from 'zod';
import { NotYet } from '../errors.ts';
import { rows, run, type Sql } from './sql.ts';

/** How long a deletion waits while the question is being posted (ms). */
const WAIT_FOR_SENDER_MS = 2_000;

/** PostgreSQL's code for a lock that somebody else has. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const LOCK_NOT_AVAILABLE = '55P03';

const ASKS_HELPERS = `d.body ->> 'type' = 'reply' and exists (select from hearback.reply q
  where q.case_id = d.case_id and q.purpose = 'community' and q.reply_id::text = d.body ->> 'replyId')`;

/**
 * Holds what asks the helpers about these cases. Before the cases themselves: whoever posts it holds it, and takes its case
 * afterwards.
 * @throws {NotYet} while it is being posted
 */
export async function holdQuestions(sql: Sql, caseIds: readonly number[]): Promise<void> {
  try {
    await rows(
      sql,
      z.object({}),
      `select from hearback.delivery d where d.case_id = any($1) and ${ASKS_HELPERS} order by delivery_id for update nowait`,
      [caseIds],
    );
  } catch (error) {
    if ((error as { code?: unknown }).code === LOCK_NOT_AVAILABLE)
      throw new NotYet('The helpers are being asked at this moment.', WAIT_FOR_SENDER_MS);
    throw error;
  }
}

/**
 * The member took their words back, so the helpers read them no longer: what is posted is drawn again without them, what is
 * queued is not sent. The case is held, and what asks the helpers too.
 */
export async function takeBackQuestion(sql: Sql, caseId: number): Promise<void> {
  await run(
    sql,
    // A post that is drawn again has to say something, were it nothing.
    `update hearback.reply r set markdown = '…', state = case when state = 'sent' or exists (
         select from hearback.delivery d where d.case_id = r.case_id and d.state = 'sent'
           and d.body ->> 'type' = 'reply' and d.body ->> 'replyId' = r.reply_id::text) then 'sent' else 'discarded' end
     where case_id = $1 and purpose = 'community'`,
    [caseId],
  );
  await run(
    sql,
    `delete from hearback.delivery d where d.case_id = $1 and d.state <> 'sent' and ${ASKS_HELPERS}`,
    [caseId],
  );
  await run(
    sql,
    `update hearback.delivery d set shown_version = -1
     where d.case_id = $1 and d.state = 'sent' and d.body -> 'part' is null and ${ASKS_HELPERS}`,
    [caseId],
  );
}
