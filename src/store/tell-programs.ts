import type { HistoryEntry } from '../cases/case.ts';
import { newsOf } from '../cases/programs/news-of.ts';
import { telling } from './jobs.ts';
import { json } from './sql.ts';
import type { Work } from './work.ts';

/** What of a line of the history goes to other programs: ids, and words of the policy. */
const TOLD = new Set([
  'code',
  'department',
  'from',
  'gift',
  'issue',
  'kind',
  'level',
  'person',
  'rating',
  'reply',
  'severity',
  'state',
  'to',
  'tracker',
]);

/** Writes down what was done for each webhook that is to hear of it, with the job that sends it: in the transaction that did it. */
export function tellPrograms({ sql, at }: Work, caseId: number, entries: readonly HistoryEntry[]): void {
  if (entries.length === 0) return;
  sql.later(
    telling(
      `insert into hearback.outbox (kind, data, key, run_at, added_at, workspace_id)
     select 'call-webhook', jsonb_build_object('messageId', message_id), 'webhook-' || message_id, $6, $6, workspace_id from told returning 1`,
      `told as (
       insert into hearback.webhook_message (webhook, workspace_id, case_id, type, action, actor_id, detail, at)
       select w.name, c.workspace_id, c.case_id, entry.type, entry.action, entry.actor_id, entry.detail, $6
       from unnest($2::text[], $3::text[], $4::text[], $5::jsonb[]) with ordinality as entry (type, action, actor_id, detail, place)
         join hearback.cases c on c.case_id = $1
         join hearback.webhook w on w.ended_at is null
           and (w.workspaces is null or c.workspace_id = any(w.workspaces)) and (w.types is null or entry.type = any(w.types))
       order by place
       returning message_id, workspace_id)`,
    ),
    [
      caseId,
      entries.map(({ action }) => newsOf(action)),
      entries.map(({ action }) => action),
      entries.map(({ actorId }) => actorId),
      entries.map(({ detail = {} }) =>
        json(Object.fromEntries(Object.entries(detail).filter(([name]) => TOLD.has(name)))),
      ),
      at,
    ],
  );
}
