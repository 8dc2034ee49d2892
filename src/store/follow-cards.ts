import { CONSENT_STEP } from '../cases/consent.ts';
import { DELIVERY_COLUMNS, deliveryRow } from './deliveries.ts';
import { addJobIf } from './jobs.ts';
import { FOR_STAFF } from './people-who-matter.ts';
import { rows, run, type Sql } from './sql.ts';
import { STALE_NEWS } from './stale-news.ts';
import type { Delivery } from './store.ts';
import type { Work } from './work.ts';

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
    `select ${DELIVERY_COLUMNS} from hearback.delivery d where case_id = $1 and ${FOLLOWS}
       and shown_version < (select version from hearback.cases c where c.case_id = d.case_id) order by delivery_id`,
    [caseId],
  );
  const lists = await rows(
    sql,
    deliveryRow,
    `select ${DELIVERY_COLUMNS} from hearback.delivery d where ${LISTS_TO_REDRAW} order by delivery_id`,
    [caseId],
  );
  return [...own, ...lists];
}

/** Messages `d` with several reminders that show what their reader must not see any more, or what somebody erased stood in. */
const LISTS_TO_REDRAW = `state = 'sent' and posted_message is not null and delivery_id in (
       select r.delivery_id from hearback.reminder r join hearback.cases c using (case_id)
       where r.case_id = $1 and r.shown_version < c.version and (r.shown_version < 0 or c.audience = 'leads'
         or exists (select from hearback.role_lost l where l.workspace_id = c.workspace_id and l.user_id = r.person_id)
         or exists (select from hearback.case_exclusion e where e.case_id = r.case_id and hearback.person_key(c.workspace_id, r.person_id) in (select hearback.account_keys(c.workspace_id, e.user_id))))
       union all ${STALE_NEWS})`;

/** Asks for the cards of a case to be brought up to date, if any are posted. One that is just being posted sees to it itself. */
export function refreshCards(work: Work, caseId: number): void {
  addJobIf(
    work,
    { kind: 'refresh-cards', data: { caseId } },
    `select from hearback.delivery d where case_id = $1 and ${FOLLOWS}
     union all select from hearback.delivery d where ${LISTS_TO_REDRAW}`,
    [caseId],
  );
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
