import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DeliveryBody, NewDelivery } from '../cases/delivery.ts';
import { reachable } from '../chat/account.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import { addJobs } from './jobs.ts';
import { deliveryBody, messageIn, place } from './shapes.ts';
import { json, prepared, row, rows, type Sql } from './sql.ts';
import type { Delivery } from './store.ts';
import type { Work } from './work.ts';

/** Whose words they are: a case's, or the workspace's own. */
export interface Owner {
  workspaceId: WorkspaceId;
  caseId: number | null;
}

/** Bytes of chance in a mark: 20 characters, within Discord's 25 for a nonce. No database made anew repeats one. */
const MARK_BYTES = 15;

/** What can go to a department that lives in another workspace, or to one of its people. Never a word for a member. */
const ACROSS: ReadonlySet<DeliveryBody['type']> = new Set([
  'escalation',
  'copy',
  'followed',
  'evidence',
  'reminder',
  'topic',
  'notice',
]);

export const DELIVERY_COLUMNS = `delivery_id as "deliveryId", workspace_id as "workspaceId", case_id as "caseId", place, body, state, mark,
  first_tried_at as "firstTriedAt", posted_channel as "postedChannel", posted_message as "postedMessage", shown_version as "shownVersion"`;

const columns = z.object({
  deliveryId: z.number(),
  workspaceId: z.string(),
  caseId: z.number().nullable(),
  place,
  body: deliveryBody,
  state: z.enum(['pending', 'sending', 'sent', 'failed']),
  mark: z.string(),
  firstTriedAt: z.date().nullable(),
  postedChannel: z.string().nullable(),
  postedMessage: z.string().nullable(),
  shownVersion: z.number(),
});

function toDelivery({ postedChannel, postedMessage, ...rest }: z.infer<typeof columns>): Delivery {
  const posted = messageIn(postedChannel, postedMessage);
  return { ...rest, posted: posted && { workspaceId: rest.place.workspaceId, ...posted } };
}

export const deliveryRow: z.ZodType<Delivery> = columns.transform(toDelivery);

const attemptRow = columns
  .extend({ attempts: z.number() })
  .transform(({ attempts, ...rest }) => ({ delivery: toDelivery(rest), attempts }));

/**
 * Queues what is not queued yet: a key that is known, in whatever state, is the same delivery.
 * @returns how many were new.
 * @throws {AppError} WOULD_LEAK for a place in another workspace, unless it is what departments and people of elsewhere get:
 * whether that place is one of them is asked right before it is posted (`assertInternal`).
 */
export async function addDeliveries(
  work: Work,
  { workspaceId, caseId }: Owner,
  deliveries: readonly NewDelivery[],
): Promise<number> {
  const made = await Promise.all(deliveries.map((each) => addDelivery(work, { workspaceId, caseId }, each)));
  const added = made.flatMap((each) => each?.deliveryId ?? []);
  await addJobs(work, added.map(deliverJob));
  return added.length;
}

const idRow = z.object({ deliveryId: z.number() });

async function addDelivery(
  { sql, at }: Work,
  { workspaceId, caseId }: Owner,
  { key, place: asked, body, caseId: own }: NewDelivery,
): Promise<z.infer<typeof idRow> | null> {
  const to = reachable(asked);
  if (to.workspaceId !== workspaceId && !ACROSS.has(body.type)) {
    throw new AppError(
      'WOULD_LEAK',
      'Something of one workspace was about to be posted in another; it was not.',
      'never',
    );
  }
  return row(
    sql,
    idRow,
    // Looked for first: the insert alone would wait for whoever is sending it, who may be waiting for this case.
    `insert into hearback.delivery (workspace_id, case_id, key, mark, body, place, added_at)
     select $1, $2::bigint, $3, $4, $5::jsonb, $6::jsonb, $7::timestamptz
     where not exists (select from hearback.delivery where workspace_id = $1 and key = $3)
     on conflict (workspace_id, key) do nothing returning delivery_id as "deliveryId"`,
    [
      workspaceId,
      own ?? caseId,
      key,
      randomBytes(MARK_BYTES).toString('base64url'),
      json(body),
      json(to),
      at,
    ],
  );
}

/** What is forgotten of a failure when it is tried again. The first attempt is not: the platform is asked about it first. */
export const UNFAILED =
  'failed_at = null, failure_code = null, failure_message = null, dropped_at = null, drop_reason = null';

/**
 * A reply that could not be sent is sent after all, from the message on that did not arrive. Its first attempt stays known,
 * so that the platform is asked first.
 */
export async function reviveReply(
  work: Work,
  { workspaceId, caseId }: Owner,
  replyId: number,
): Promise<void> {
  const revived = await rows(
    work.sql,
    idRow,
    `update hearback.delivery set state = 'pending', ${UNFAILED}
     where workspace_id = $1 and case_id = $2 and body ->> 'type' = 'reply' and body ->> 'replyId' = $3
       and state = 'failed' returning delivery_id as "deliveryId"`,
    [workspaceId, caseId, String(replyId)],
  );
  await addJobs(
    work,
    revived.map(({ deliveryId }) => deliverJob(deliveryId)),
  );
}

export function deliverJob(deliveryId: number): { kind: string; data: { deliveryId: number } } {
  return { kind: 'deliver', data: { deliveryId } };
}

/**
 * Locks the delivery until the transaction ends, without waiting for others.
 * @returns `held` when somebody else holds it; null when there is none.
 */
export async function takeDelivery(
  sql: Sql,
  deliveryId: number,
): Promise<{ delivery: Delivery; attempts: number } | 'held' | null> {
  const taken = await row(
    sql,
    attemptRow,
    prepared(
      `select ${DELIVERY_COLUMNS}, attempts from hearback.delivery where delivery_id = $1 for update skip locked`,
    ),
    [deliveryId],
  );
  if (taken) return taken;
  const exists = await row(sql, z.object({}), 'select 1 from hearback.delivery where delivery_id = $1', [
    deliveryId,
  ]);
  return exists ? 'held' : null;
}

/** Waits for whoever holds it. */
export function lockDelivery(sql: Sql, deliveryId: number): Promise<Delivery | null> {
  return row(
    sql,
    deliveryRow,
    prepared(`select ${DELIVERY_COLUMNS} from hearback.delivery where delivery_id = $1 for update`),
    [deliveryId],
  );
}
