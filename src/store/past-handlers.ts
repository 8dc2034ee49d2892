import { z } from 'zod';
import type { Past } from '../cases/involved.ts';
import { rows, type Sql } from './sql.ts';

/** What somebody does who has a case in hand. */
const DOING = ['claimed', 'reply_approved', 'resolved', 'dismissed'];

/**
 * Who took on, answered or ended the cases of a member, those of a thread, and the case named; the latest first. Cases of a
 * member that were over before `since` do not count.
 */
export async function pastHandlers(
  sql: Sql,
  { workspaceId, memberId, thread, caseId, since }: Past,
): Promise<string[]> {
  const found = await rows(
    sql,
    z.object({ userId: z.string() }),
    `with matter as (
       select case_id, handler_id, opened_at from hearback.cases
       where workspace_id = $1 and (case_id = $2
         or member_id = $3 and member_id <> '' and (closed_at is null or closed_at >= $4)
         or thread_channel = $5 and thread_message = $6)
     ), hands as (
       select handler_id as user_id, opened_at as at from matter
       union all
       select case when action = 'assigned' then detail ->> 'to' else actor_id end, at
       from hearback.history join matter using (case_id) where action = 'assigned' or action = any($7)
     )
     select user_id as "userId" from hands where user_id is not null and user_id <> $3
     group by user_id order by max(at) desc, user_id`,
    [workspaceId, caseId, memberId, since, thread?.channelId ?? null, thread?.messageId ?? null, DOING],
  );
  return found.map(({ userId }) => userId);
}
