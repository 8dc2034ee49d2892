import type { NewDelivery } from '../cases/delivery.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { addHistory } from './case-lists.ts';
import { readFile } from './cases.ts';
import { raiseVersion } from './change-case.ts';
import { addDeliveries, lockDelivery } from './deliveries.ts';
import { failReply } from './replies.ts';
import { run } from './sql.ts';
import type { Work } from './work.ts';

/** Queues words outside a change. A case of another workspace is none: the words are the workspace's own then. */
export async function say(
  work: Work,
  workspaceId: WorkspaceId,
  delivery: NewDelivery,
  caseId?: number,
): Promise<void> {
  const file = caseId === undefined ? null : await readFile(work.sql, { workspaceId, caseId });
  await addDeliveries(work, { workspaceId, caseId: file?.case.caseId ?? null }, [delivery]);
}

/** Gives up on it for good; its case shows that, and what should be said instead is queued. What was sent meanwhile stays sent. */
export async function failDelivery(
  work: Work,
  deliveryId: number,
  reason: { code: string; message: string },
  instead: NewDelivery[],
): Promise<void> {
  const delivery = await lockDelivery(work.sql, deliveryId);
  if (!delivery || delivery.state === 'sent' || delivery.state === 'failed') return;
  await run(
    work.sql,
    `update hearback.delivery set state = 'failed', failed_at = $4, failure_code = $2, failure_message = $3 where delivery_id = $1`,
    [deliveryId, reason.code, reason.message, work.at],
  );
  if (delivery.body.type === 'reply' && delivery.caseId !== null)
    await replyFailed(work, delivery.caseId, delivery.body.replyId, reason.code);
  await addDeliveries(work, delivery, instead);
}

/** The member was not answered: that is a change of the case, with its line in the history. */
async function replyFailed(work: Work, caseId: number, replyId: number, code: string): Promise<void> {
  await run(work.sql, 'select 1 from hearback.cases where case_id = $1 for update', [caseId]);
  await failReply(work, caseId, replyId);
  await addHistory(work, caseId, [{ action: 'reply_failed', actorId: null, detail: { code } }]);
  raiseVersion(work, caseId);
}
