import type { Leaving } from './erase-words.ts';
import { run } from './sql.ts';
import type { Work } from './work.ts';

/**
 * Consent ends with whoever gave it; who was praised in their words is forgotten with them. What the helpers were asked was
 * theirs too: the post is drawn again without a word of it. Thanks to a helper who leaves stay without their name.
 */
export async function erasePraise(
  { sql }: Work,
  { workspaceId, userId, caseIds }: Pick<Leaving, 'workspaceId' | 'userId' | 'caseIds'>,
): Promise<void> {
  await run(sql, 'delete from hearback.praised where case_id = any($1)', [caseIds]);
  await run(
    sql,
    `update hearback.delivery set shown_version = -1 where case_id = any($1) and body ->> 'type' = 'reply' and state = 'sent'
       and body ->> 'replyId' in (select reply_id::text from hearback.reply where case_id = any($1) and purpose = 'community')`,
    [caseIds],
  );
  await run(
    sql,
    'update hearback.reply set consent = null, consent_version = null where case_id = any($1) and consent is not null',
    [caseIds],
  );
  await run(
    sql,
    `update hearback.cases set help_channel = null, help_message = null where case_id = any($1)`,
    [caseIds],
  );
  await run(
    sql,
    `update hearback.reply set markdown = '' where purpose = 'thanks' and case_id in (
       select case_id from hearback.credit join hearback.cases using (case_id) where workspace_id = $1 and user_id = $2)`,
    [workspaceId, userId],
  );
}
