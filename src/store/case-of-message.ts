import { z } from 'zod';
import type { State } from '../cases/case.ts';
import type { MessageRef, ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import { row, rows, type Sql } from './sql.ts';

const idRow = z.object({ caseId: z.number() });

/** The one case this message was flagged as, whatever its state. */
export async function caseOfSource(
  sql: Sql,
  { workspaceId, channelId, messageId }: MessageRef,
): Promise<number | null> {
  const found = await row(
    sql,
    idRow,
    'select case_id as "caseId" from hearback.cases where workspace_id = $1 and source_channel = $2 and source_message = $3',
    [workspaceId, channelId, messageId],
  );
  return found?.caseId ?? null;
}

/**
 * The case in one of `states` to which a message belongs: its own; one in whose thread it was written down; that of its
 * thread; that about which the helpers are asked there.
 * A message that only stood around a flagged one belongs to no case by that.
 */
export async function caseOfMessage(
  sql: Sql,
  workspaceId: WorkspaceId,
  { channelId, messageId }: ThreadRoot,
  thread: ThreadRoot | null,
  states: readonly State[],
): Promise<number | null> {
  const found = await row(
    sql,
    idRow,
    `select case_id as "caseId" from (
       select case_id, 1 as nearness from hearback.cases
       where workspace_id = $1 and source_channel = $2 and source_message = $3 and state = any($6)
       union all
       select case_id, 2 from hearback.message join hearback.case_message using (message_row_id) join hearback.cases using (case_id)
       where message.workspace_id = $1 and channel_id = $2 and message_id = $3 and role <> 'context' and state = any($6)
       union all
       select case_id, 3 from hearback.cases
       where workspace_id = $1 and thread_channel = $4 and thread_message = $5 and state = any($6)
       union all
       select case_id, 4 from hearback.cases
       where workspace_id = $1 and help_channel = $4 and help_message = $5 and state = any($6)
     ) candidate order by nearness, case_id desc limit 1`,
    [workspaceId, channelId, messageId, thread?.channelId ?? null, thread?.messageId ?? null, states],
  );
  return found?.caseId ?? null;
}

/** All cases of whose correspondence a message is, whatever their state; not those it only stood around. */
export async function casesOfMessage(
  sql: Sql,
  { workspaceId, channelId, messageId }: MessageRef,
): Promise<number[]> {
  const found = await rows(
    sql,
    idRow,
    `select distinct case_id as "caseId" from hearback.message join hearback.case_message using (message_row_id)
     where workspace_id = $1 and channel_id = $2 and message_id = $3 and role <> 'context' order by 1`,
    [workspaceId, channelId, messageId],
  );
  return found.map(({ caseId }) => caseId);
}
