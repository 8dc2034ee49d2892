import { z } from 'zod';
import type { State } from '../cases/case.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import type { Refusal } from './dead-letters-port.ts';
import { row, type Sql } from './sql.ts';

/** Words that could not be delivered, held by this transaction together with their case. */
export interface FailedDelivery {
  deliveryId: number;
  workspaceId: string;
  caseId: number | null;
  key: string;
  body: DeliveryBody;
  failedAt: Date;
}

/** Nobody expects an answer or a reminder about a case in one of these. */
const OVER: readonly State[] = ['closed', 'closed_unconfirmed', 'dismissed', 'merged'];

const found = z.object({});

/**
 * Whether saying it now would be wrong: since it was given up, something may have been said in its place, or the member
 * been answered another way. Nothing is said twice.
 */
export async function refuseReplay(sql: Sql, failed: FailedDelivery): Promise<Refusal | null> {
  const { body, key } = failed;
  if (body.type === 'reply' || body.type === 'reminder') {
    if (await isOver(sql, failed)) return 'case_closed';
  }
  if (body.type === 'reply') return refuseReply(sql, failed, body.replyId);
  if (
    (body.type === 'reminder' || body.type === 'reminders' || body.type === 'notice') &&
    (await isSaidInstead(sql, failed))
  )
    return 'said_instead';
  const original = /^instead-(\d+)$/.exec(key)?.[1];
  return original !== undefined && (await isSaid(sql, Number(original))) ? 'said_instead' : null;
}

async function refuseReply(
  sql: Sql,
  { caseId, deliveryId, failedAt }: FailedDelivery,
  replyId: number,
): Promise<Refusal | null> {
  const reply = await row(
    sql,
    z.object({ state: z.string() }),
    'select state from hearback.reply where case_id = $1 and reply_id = $2',
    [caseId, replyId],
  );
  if (reply?.state !== 'failed') return 'reply_changed';
  const later = await row(
    sql,
    found,
    `select from hearback.delivery where case_id = $1 and delivery_id <> $2 and body ->> 'type' = 'reply'
       and (state in ('pending', 'sending') or state = 'sent' and posted_at >= $3) limit 1`,
    [caseId, deliveryId, failedAt],
  );
  return later ? 'answered_since' : null;
}

async function isOver(sql: Sql, { caseId }: FailedDelivery): Promise<boolean> {
  const over = await row(sql, found, 'select from hearback.cases where case_id = $1 and state = any($2)', [
    caseId,
    OVER,
  ]);
  return over !== null;
}

async function isSaidInstead(sql: Sql, { workspaceId, deliveryId }: FailedDelivery): Promise<boolean> {
  const other = await row(
    sql,
    found,
    `select from hearback.delivery where workspace_id = $1 and (key = $2 or starts_with(key, $2 || '-')) and state <> 'failed' limit 1`,
    [workspaceId, `instead-${deliveryId}`],
  );
  return other !== null;
}

async function isSaid(sql: Sql, deliveryId: number): Promise<boolean> {
  const other = await row(
    sql,
    found,
    `select from hearback.delivery where delivery_id = $1 and state <> 'failed'`,
    [deliveryId],
  );
  return other !== null;
}
