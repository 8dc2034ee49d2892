import { z } from 'zod';
import { raiseVersion } from './change-case.ts';
import { moveReplies } from './replies.ts';
import { rows, run } from './sql.ts';
import type { Leaving } from './erase-words.ts';
import type { Work } from './work.ts';

/**
 * What was given stays in the ledger: month, kind and value, without who got it (their id goes with the other traces). What
 * nobody has sent is taken back, and so is what they proposed themselves and nobody has approved. A code that may have reached them is never given again, but nobody can read it any more.
 */
export async function eraseGifts(
  work: Work,
  { workspaceId, userId, caseIds }: Pick<Leaving, 'workspaceId' | 'userId' | 'caseIds'>,
): Promise<{ gifts: number }> {
  const { sql } = work;
  await withdrawProposals(work, { workspaceId, userId });
  // Queued answers count as sent: an attempt may have reached them.
  await run(
    sql,
    `update hearback.gift g set state = case when exists (
         select from hearback.reply r where r.gift_id = g.gift_id and r.state in ('queued', 'failed')) then 'failed' else 'withdrawn' end
     where case_id = any($1) and state in ('proposed', 'approved')`,
    [caseIds],
  );
  await run(
    sql,
    `update hearback.gift_code c set gift_id = null from hearback.gift g
     where g.gift_id = c.gift_id and g.case_id = any($1) and g.state in ('withdrawn', 'refused')`,
    [caseIds],
  );
  await run(
    sql,
    `update hearback.gift_code c set code = null, sealed_with = null from hearback.gift g
     where g.gift_id = c.gift_id and g.workspace_id = $1 and (g.member_id = $2 or g.case_id = any($3))`,
    [workspaceId, userId, caseIds],
  );
  const gifts = await run(
    sql,
    'update hearback.gift set member_id = null where workspace_id = $1 and (member_id = $2 or case_id = any($3))',
    [workspaceId, userId, caseIds],
  );
  return { gifts };
}

/** Once nobody knows who proposed it, they could approve it themselves. */
async function withdrawProposals(
  work: Work,
  { workspaceId, userId }: Pick<Leaving, 'workspaceId' | 'userId'>,
): Promise<void> {
  const proposals = await rows(
    work.sql,
    z.object({ caseId: z.number(), replyId: z.number() }),
    `select c.case_id as "caseId", reply_id as "replyId" from hearback.cases c join hearback.gift g using (case_id) join hearback.reply r using (gift_id)
     where g.workspace_id = $1 and g.proposed_by = $2 and g.state = 'proposed' and r.state <> 'discarded'
     order by c.case_id, reply_id for update of c`,
    [workspaceId, userId],
  );
  for (const { caseId, replyId } of proposals) {
    await moveReplies(work, { workspaceId, caseId }, [{ replyId, state: 'discarded' }]);
    raiseVersion(work, caseId);
  }
}
