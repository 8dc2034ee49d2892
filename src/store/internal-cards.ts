import { z } from 'zod';
import type { ChatEvent } from '../chat/event.ts';
import type { MessageRef } from '../chat/ref.ts';
import { row, type Sql } from './sql.ts';
import type { InternalCard } from './thread-notes-port.ts';

type Posted = Extract<ChatEvent, { kind: 'message_posted' }>;

const cardRow = z.object({
  workspaceId: z.string(),
  caseId: z.number(),
  department: z.string().nullable(),
});

/**
 * The card of ours in whose thread something was said, or to which it is an answer by the platform's own means; or a note that
 * was said there. What was answered to a member is no card. Nothing is kept any more about a case whose member was erased.
 */
export function cardOfWords(
  sql: Sql,
  { workspaceId, channelId, answers, message }: Posted,
): Promise<InternalCard | null> {
  const { threadRoot: root } = message;
  return row(
    sql,
    cardRow,
    `select d.workspace_id as "workspaceId", d.case_id as "caseId", d.body ->> 'department' as department
     from hearback.delivery d join hearback.cases c using (case_id)
     where d.place ->> 'type' = 'channel' and d.place ->> 'workspaceId' = $1 and posted_message is not null and d.body ->> 'type' <> 'reply'
       and ((posted_channel = $2 and posted_message = $3) or (posted_channel = $4 and posted_message = $5)) and c.erased_at is null
     union all
     select c.workspace_id, n.case_id, n.department from hearback.note n join hearback.cases c using (case_id)
     where n.workspace_id = $1 and ((n.channel_id = $2 and n.message_id = $3) or (n.channel_id = $4 and n.message_id = $5)) and c.erased_at is null
     limit 1`,
    [workspaceId, root?.channelId ?? null, root?.messageId ?? null, channelId, answers ?? null],
  );
}

/** Whether the record holds this message as a note. */
export async function isNote(sql: Sql, { workspaceId, channelId, messageId }: MessageRef): Promise<boolean> {
  const note = await row(
    sql,
    z.object({}),
    'select 1 from hearback.note where workspace_id = $1 and channel_id = $2 and message_id = $3',
    [workspaceId, channelId, messageId],
  );
  return note !== null;
}
