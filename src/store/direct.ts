import { z } from 'zod';
import type { ChatEvent } from '../chat/event.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { row, type Sql } from './sql.ts';

export type Posted = Extract<ChatEvent, { kind: 'message_posted' }>;

/** A case, by the community it is in. */
export interface Belongs {
  workspaceId: WorkspaceId;
  caseId: number;
}

const belongs = z.object({ workspaceId: z.string(), caseId: z.number() });

/**
 * The case to which what somebody writes to us alone belongs; only ever one of their own. It is that of the message they
 * answer; else the one about which we last wrote to them by direct message, unless it was dismissed. What answers something
 * else of ours, such as a reminder, belongs to none.
 */
export async function caseOfDirect(sql: Sql, event: Posted): Promise<Belongs | null> {
  const among = [event.communities ?? [event.workspaceId], event.message.author.userId];
  const known = await recordedAs(sql, among, event.channelId, event.messageId);
  if (known) return known;
  const answered =
    event.answers === undefined ? 'nothing' : await caseAnswered(sql, among, event.channelId, event.answers);
  return answered === 'nothing' ? lastWrittenTo(sql, among) : answered;
}

/** The same message once more, or one of theirs that they answer themselves. */
function recordedAs(
  sql: Sql,
  among: readonly unknown[],
  channelId: string,
  messageId: string,
): Promise<Belongs | null> {
  return row(
    sql,
    belongs,
    `select cases.workspace_id as "workspaceId", case_id as "caseId" from hearback.message
       join hearback.case_message using (message_row_id) join hearback.cases using (case_id)
     where message.workspace_id = any($1) and author_id = $2 and channel_id = $3 and message_id = $4
       and member_id = $2 and role <> 'context' and state <> 'merged'
     order by case_id desc limit 1`,
    [...among, channelId, messageId],
  );
}

/** @returns null when what they answer is ours and no answer to them; `nothing` when it is not known */
async function caseAnswered(
  sql: Sql,
  among: readonly unknown[],
  channelId: string,
  messageId: string,
): Promise<Belongs | null | 'nothing'> {
  const said = await row(
    sql,
    z.object({ workspaceId: z.string(), caseId: z.number().nullable(), isTheirs: z.boolean() }),
    `select delivery.workspace_id as "workspaceId", case_id as "caseId",
       coalesce(body ->> 'type' = 'reply' and member_id = $2 and cases.state <> 'merged', false) as "isTheirs"
     from hearback.delivery left join hearback.cases using (case_id)
     where (delivery.workspace_id = any($1) or place ->> 'workspaceId' = any($1)) and posted_channel = $3 and posted_message = $4 limit 1`,
    [...among, channelId, messageId],
  );
  if (!said) return (await recordedAs(sql, among, channelId, messageId)) ?? 'nothing';
  return said.isTheirs && said.caseId !== null
    ? { workspaceId: said.workspaceId, caseId: said.caseId }
    : null;
}

function lastWrittenTo(sql: Sql, among: readonly unknown[]): Promise<Belongs | null> {
  return row(
    sql,
    belongs,
    `select cases.workspace_id as "workspaceId", case_id as "caseId" from hearback.cases join hearback.delivery using (case_id)
     where cases.workspace_id = any($1) and member_id = $2 and cases.state not in ('merged', 'dismissed')
       and delivery.state = 'sent' and posted_message is not null
       and body ->> 'type' = 'reply' and place ->> 'type' = 'dm' and place ->> 'userId' = $2
     order by posted_at desc, delivery_id desc limit 1`,
    among,
  );
}

/** The community in whose record a message to us alone stands, or is about to; null when it stands in none. */
export async function communityOf(sql: Sql, event: ChatEvent): Promise<WorkspaceId | null> {
  const found = await row(
    sql,
    z.object({ workspaceId: z.string() }),
    `select workspace_id as "workspaceId" from hearback.message
     where workspace_id = any($1) and channel_id = $2 and message_id = $3 and erased_at is null
     union all
     select workspace_id from hearback.intake
     where workspace_id = any($1) and channel_id = $2 and message_id = $3 and meaning = 'message' limit 1`,
    [event.communities ?? [event.workspaceId], event.channelId, event.messageId],
  );
  return found?.workspaceId ?? null;
}
