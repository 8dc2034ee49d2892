import { z } from 'zod';
import type { WorkspaceId } from '../chat/ref.ts';
import { visibleTo } from './eyes.ts';
import { addJobs, type Job } from './jobs.ts';
import { row, rows } from './sql.ts';
import type { Delivery } from './store.ts';
import { followTopicsOf } from './follow-topics.ts';
import type { Work } from './work.ts';

/** How long a posted digest or list of the day is drawn again: as long as what was posted of no case is remembered. */
const REMEMBERED = "interval '90 days'";
/** The key of the delivery that posts `hearback.to_do l`. */
const TO_DO_KEY = "'to-do-' || l.to_do_id";

/**
 * Cases are not for everybody any more, or somebody was erased: the digests and lists of the day that name them are drawn
 * again, without them.
 * @param userId whoever was erased: somebody the community may have been thanked for
 */
export async function redrawLists(
  work: Work,
  about: { workspaceId: WorkspaceId; caseIds: readonly number[]; userId?: string },
): Promise<void> {
  const found = await rows(
    work.sql,
    z.object({ deliveryId: z.number() }),
    `select delivery_id as "deliveryId" from hearback.delivery where workspace_id = $1 and key in (
       select 'digest-' || digest_id from hearback.digest d where workspace_id = $1 and state = 'asked'
         and made_at > $4::timestamptz - ${REMEMBERED} and (cases && $2::bigint[] or exists (
           select from hearback.cases c where c.case_id = any($2::bigint[]) and c.opened_at >= d.period_from - ${REMEMBERED} and c.opened_at < d.period_to)
           or exists (select from hearback.credit h where h.user_id = $3 and h.at >= period_from and h.at < period_to))
       union all select ${TO_DO_KEY} from hearback.to_do l where workspace_id = $1
         and at > $4::timestamptz - ${REMEMBERED} and cases && $2::bigint[])`,
    [about.workspaceId, about.caseIds, about.userId ?? null, work.at],
  );
  await addJobs(
    work,
    found.map(({ deliveryId }) => redrawing(deliveryId)),
  );
  await followTopicsOf(work, about.caseIds);
}

/**
 * What was just posted was drawn a while before: a case it shows may have become one for few since, or been erased, before it
 * was noted which cases it shows. It is drawn once more then.
 */
export async function lookAgainAtList(
  work: Work,
  { deliveryId, workspaceId, place, body }: Delivery,
): Promise<void> {
  const [list, key] = body.type === 'digest' ? ['digest', "'digest-' || l.digest_id"] : ['to_do', TO_DO_KEY];
  const isForAll = visibleTo('channel', 4).where;
  const found = await row(
    work.sql,
    z.object({}),
    `select 1 from hearback.${list} l cross join unnest(l.cases) as shown (case_id) left join hearback.cases c using (case_id)
     where l.workspace_id = $1 and ${key} = (select key from hearback.delivery where delivery_id = $2)
       and (c.case_id is null or case when $3::text is null then not (${isForAll}) else c.audience = 'leads' or exists (
         select from hearback.case_exclusion e where e.case_id = c.case_id and hearback.person_key(c.workspace_id, $3) in (select hearback.account_keys(c.workspace_id, e.user_id))) end) limit 1`,
    [workspaceId, deliveryId, place.type === 'dm' ? place.userId : null],
  );
  if (found) await addJobs(work, [redrawing(deliveryId)]);
}

/** Somebody sees no case any more: their lists of the day are drawn again, without any. */
export async function redrawToDos(work: Work, workspaceId: WorkspaceId, userId: string): Promise<void> {
  const found = await rows(
    work.sql,
    z.object({ deliveryId: z.number() }),
    `select delivery_id as "deliveryId" from hearback.delivery where workspace_id = $1 and key in (
       select ${TO_DO_KEY} from hearback.to_do l where workspace_id = $1 and user_id = $2 and at > $3::timestamptz - ${REMEMBERED})`,
    [workspaceId, userId, work.at],
  );
  await addJobs(
    work,
    found.map(({ deliveryId }) => redrawing(deliveryId)),
  );
}

/** Ids of rows alone: whose list it is stands in the delivery. */
function redrawing(deliveryId: number): Job {
  return { kind: 'refresh-digest', data: { deliveryId }, key: `refresh-digest-${deliveryId}` };
}
