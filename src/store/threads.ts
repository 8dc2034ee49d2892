import { z } from 'zod';
import type { MessageRef, ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import { ENDED_STATES, LISTENING_STATES } from './intake.ts';
import { rows, type Sql } from './sql.ts';

/** So long after a case has ended its member is looked for in what was said to us alone. */
const ENDED_DAYS = 30;

/**
 * Threads of the cases that still listen, opened after the one named, each from the first message that was flagged in it; and
 * those in which the helpers are asked about them; and the conversations in which their members were answered alone, also for
 * some time after they have ended.
 */
export function listeningThreads(
  sql: Sql,
  workspaceId: WorkspaceId,
  afterCase: number,
): Promise<{ root: ThreadRoot; since: Date }[]> {
  return rows(
    sql,
    z
      .object({ channelId: z.string(), messageId: z.string(), since: z.date() })
      .transform(({ channelId, messageId, since }) => ({ root: { channelId, messageId }, since })),
    `select cases.thread_channel as "channelId", cases.thread_message as "messageId", min(coalesce(posted_at, opened_at)) as since, max(case_id) as latest
     from hearback.cases left join hearback.message source
       on source.workspace_id = cases.workspace_id and channel_id = source_channel and message_id = source_message
     where cases.workspace_id = $1 and cases.thread_message is not null and state = any($2) and case_id > $3
     group by cases.thread_channel, cases.thread_message
     union all
     select help_channel, help_message, opened_at, case_id from hearback.cases
     where workspace_id = $1 and help_message is not null and state = any($2) and case_id > $3
     union all
     select posted_channel, posted_message, min(posted_at), max(case_id)
     from hearback.delivery join hearback.cases using (case_id)
     where place ->> 'type' = 'channel' and place ->> 'workspaceId' = $1 and posted_message is not null and body ->> 'type' <> 'reply'
       and delivery.state = 'sent' and cases.erased_at is null and case_id > $3 and cases.state = any($2)
     group by posted_channel, posted_message
     union all
     select posted_channel, posted_channel, min(posted_at), max(case_id)
     from hearback.delivery join hearback.cases using (case_id)
     where cases.workspace_id = $1 and posted_message is not null and body ->> 'type' = 'reply' and place ->> 'type' = 'dm'
       and place ->> 'userId' = member_id and case_id > $3
       and (cases.state = any($2) or (cases.state = any($4) and closed_at > now() - make_interval(days => $5)))
     group by posted_channel
     order by latest desc`,
    [workspaceId, LISTENING_STATES, afterCase, ENDED_STATES, ENDED_DAYS],
  );
}

/** What the record holds of a thread's correspondence and does not know to be deleted, said in that time. */
export function recordedIn(
  sql: Sql,
  workspaceId: WorkspaceId,
  root: ThreadRoot,
  from: Date,
  until: Date,
): Promise<MessageRef[]> {
  return rows(
    sql,
    z.object({ workspaceId: z.string(), channelId: z.string(), messageId: z.string() }),
    `select workspace_id as "workspaceId", channel_id as "channelId", message_id as "messageId" from hearback.message
     where workspace_id = $1 and ((thread_channel = $2 and thread_message = $3) or (channel_id = $2 and (message_id = $3 or $2 = $3)))
       and posted_at between $4 and $5
       and exists (select from hearback.case_message where case_message.message_row_id = message.message_row_id and role <> 'context')
       and (select text is not null from hearback.message_version version
            where version.message_row_id = message.message_row_id order by at desc, version desc limit 1)
     union all
     select n.workspace_id, n.channel_id, n.message_id from hearback.note n
     where n.workspace_id = $1 and n.deleted_at is null and n.channel_id in ($2, $3) and n.at between $4 and $5
       and n.case_id in (select case_id from hearback.delivery d where d.posted_channel = $2 and d.posted_message = $3
         and d.place ->> 'type' = 'channel' and d.place ->> 'workspaceId' = $1)`,
    [workspaceId, root.channelId, root.messageId, from, until],
  );
}
