import { z } from 'zod';
import type { MessageRef, ThreadRoot } from '../chat/ref.ts';
import { addJobs } from './jobs.ts';
import { rows } from './sql.ts';
import type { Work } from './work.ts';

/** Something of it was flagged: the cards of a thread that was offered show that. */
export async function followHotThreadOf(
  work: Work,
  { source, thread }: { source: MessageRef | null; thread: ThreadRoot | null },
): Promise<void> {
  if (!source) return;
  const { workspaceId, channelId, messageId } = source;
  const found = await rows(
    work.sql,
    z.object({ hotThreadId: z.number() }),
    `select hot_thread_id as "hotThreadId" from hearback.hot_thread where workspace_id = $1
       and (thread_message = $3 and channel_id = $2 or channel_id = $4 and thread_message = $5 or first_channel = $2 and first_message = $3
         or (channel_id, thread_message) in (select channel_id, thread_message from hearback.stir
           where workspace_id = $1 and key in ('m/' || $2 || '/' || $3, 'm/' || $4 || '/' || $3)))`,
    [workspaceId, channelId, messageId, thread?.channelId ?? channelId, thread?.messageId ?? messageId],
  );
  for (const { hotThreadId } of found) await followHotThread(work, hotThreadId);
}

/** Its cards are drawn as it is now. Each change asks anew: one that comes while they are being drawn must not be lost. */
export async function followHotThread(work: Work, hotThreadId: number): Promise<void> {
  await addJobs(work, [{ kind: 'refresh-hot-thread', data: { hotThreadId } }]);
}
