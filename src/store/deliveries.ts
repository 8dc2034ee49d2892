import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DeliveryBody, NewDelivery } from '../cases/delivery.ts';
import { CONSENT_STEP } from '../cases/consent.ts';
import { reachable } from '../chat/account.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import { STALE_NEWS } from './stale-news.ts';
import { addJobs } from './jobs.ts';
import { FOR_STAFF } from './people-who-matter.ts';
import { deliveryBody, messageIn, place } from './shapes.ts';
import { json, prepared, row, rows, run, type Sql } from './sql.ts';
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

const COLUMNS = `delivery_id as "deliveryId", workspace_id as "workspaceId", case_id as "caseId", place, body, state, mark,
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

const deliveryRow: z.ZodType<Delivery> = columns.transform(toDelivery);

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
  const added: number[] = [];
  for (const { key, place: asked, body, caseId: own = caseId } of deliveries) {
    const to = reachable(asked);
    if (to.workspaceId !== workspaceId && !ACROSS.has(body.type)) {
      throw new AppError(
        'WOULD_LEAK',
        'Something of one workspace was about to be posted in another; it was not.',
        'never',
      );
    }
    const made = await row(
      work.sql,
      z.object({ deliveryId: z.number() }),
      // Looked for first: the insert alone would wait for whoever is sending it, who may be waiting for this case.
      `insert into hearback.delivery (workspace_id, case_id, key, mark, body, place, added_at)
       select $1, $2::bigint, $3, $4, $5::jsonb, $6::jsonb, $7::timestamptz
       where not exists (select from hearback.delivery where workspace_id = $1 and key = $3)
       on conflict (workspace_id, key) do nothing returning delivery_id as "deliveryId"`,
      [workspaceId, own, key, randomBytes(MARK_BYTES).toString('base64url'), json(body), json(to), work.at],
    );
    if (made) added.push(made.deliveryId);
  }
  await addJobs(work, added.map(deliverJob));
  return added.length;
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
    z.object({ deliveryId: z.number() }),
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
      `select ${COLUMNS}, attempts from hearback.delivery where delivery_id = $1 for update skip locked`,
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
    prepared(`select ${COLUMNS} from hearback.delivery where delivery_id = $1 for update`),
    [deliveryId],
  );
}

/**
 * What follows its case after it was posted: its cards; of a case that keeps somebody out also what was said of it in
 * channels and to them, since that has to go; and of one that only leads see all that was said of it, since who is a lead is
 * not in the record. A version below zero is what somebody erased stood in: that goes wherever it is.
 */
/** A message with a question for the member shows what they chose: whether their words may be passed on, whether it is solved. */
const SHOWS_CONSENT = `body ->> 'type' = 'reply' and exists (select from hearback.reply r where r.case_id = d.case_id
  and r.reply_id::text = d.body ->> 'replyId' and '${CONSENT_STEP}' = any(r.steps) and d.shown_version < r.consent_version)`;
const SHOWS_CLOSING = `body ->> 'type' = 'reply' and exists (select from hearback.close_request q where q.case_id = d.case_id
  and q.reply_id::text = d.body ->> 'replyId' and d.shown_version < q.version)`;

/** A channel that reads along has a card of the case; what a person was told goes once they do not read it any more. */
const SHOWS_COPY = `body ->> 'type' = 'copy' and (place ->> 'type' = 'channel' or not exists (
  select from hearback.case_cc a where a.case_id = d.case_id and a.user_id = place ->> 'userId'))`;

/** Who reads a direct message, for comparing. */
const READER = `hearback.person_key(d.workspace_id, (place ->> 'workspaceId') || '/' || (place ->> 'userId'))`;

/** It was written to somebody because of a role they have lost since. */
const OF_LOST_ROLE = `${FOR_STAFF} and exists (select from hearback.role_lost l where l.workspace_id = d.workspace_id
  and hearback.person_key(l.workspace_id, l.user_id) = ${READER})`;

const FOLLOWS = `state = 'sent' and posted_message is not null and (body ->> 'type' in ('triage', 'escalation', 'approval', 'management') or shown_version < 0
  or ${SHOWS_COPY}
  or ${SHOWS_CONSENT}
  or ${SHOWS_CLOSING}
  or ${OF_LOST_ROLE}
  or body ->> 'type' in ('reminder', 'notice', 'praise', 'evidence', 'copy') and (exists (select from hearback.case_exclusion e where e.case_id = d.case_id
      and (place ->> 'type' = 'channel' or place ->> 'type' = 'dm' and ${READER} in (select hearback.account_keys(d.workspace_id, e.user_id))))
    or exists (select from hearback.cases a where a.case_id = d.case_id and a.audience = 'leads')))`;

/** Posted cards that show an older version than their case has. */
export async function staleCards(sql: Sql, caseId: number): Promise<Delivery[]> {
  const own = await rows(
    sql,
    deliveryRow,
    `select ${COLUMNS} from hearback.delivery d where case_id = $1 and ${FOLLOWS}
       and shown_version < (select version from hearback.cases c where c.case_id = d.case_id) order by delivery_id`,
    [caseId],
  );
  return [...own, ...(await listsToRedraw(sql, caseId))];
}

/** Messages with several reminders that show what their reader must not see any more, or what somebody erased stood in. */
function listsToRedraw(sql: Sql, caseId: number): Promise<Delivery[]> {
  return rows(
    sql,
    deliveryRow,
    `select ${COLUMNS} from hearback.delivery d where state = 'sent' and posted_message is not null and delivery_id in (
       select r.delivery_id from hearback.reminder r join hearback.cases c using (case_id)
       where r.case_id = $1 and r.shown_version < c.version and (r.shown_version < 0 or c.audience = 'leads'
         or exists (select from hearback.role_lost l where l.workspace_id = c.workspace_id and l.user_id = r.person_id)
         or exists (select from hearback.case_exclusion e where e.case_id = r.case_id and hearback.person_key(c.workspace_id, r.person_id) in (select hearback.account_keys(c.workspace_id, e.user_id))))
       union all ${STALE_NEWS})
     order by delivery_id`,
    [caseId],
  );
}

/** Asks for the cards of a case to be brought up to date, if any are posted. One that is just being posted sees to it itself. */
export async function refreshCards(work: Work, caseId: number): Promise<void> {
  const card = await row(
    work.sql,
    z.object({}),
    `select 1 from hearback.delivery d where case_id = $1 and ${FOLLOWS} limit 1`,
    [caseId],
  );
  if (card || (await listsToRedraw(work.sql, caseId)).length > 0)
    await addJobs(work, [{ kind: 'refresh-cards', data: { caseId } }]);
}

/**
 * May go back: of two refreshes that overtake each other the slower one has just put older content on the platform.
 * Its own next look then finds the card stale and draws it again.
 */
export async function markShown(
  sql: Sql,
  deliveryId: number,
  version: number,
  caseId?: number,
): Promise<void> {
  for (const table of caseId === undefined ? [] : ['reminder', 'follow_news'])
    await run(
      sql,
      `update hearback.${table} set shown_version = $2 where delivery_id = $1 and case_id = $3`,
      [deliveryId, version, caseId],
    );
  await run(sql, 'update hearback.delivery set shown_version = $2 where delivery_id = $1', [
    deliveryId,
    version,
  ]);
}
