import { z } from 'zod';
import type { AboutWhom } from '../cases/involved.ts';
import { byKey } from './case-key.ts';
import { row, type Sql } from './sql.ts';
import type { CaseKey } from './store.ts';

const flaggedRow = z.object({
  userId: z.string(),
  mentions: z.array(z.string()),
  channelId: z.string().nullable(),
  messageId: z.string().nullable(),
});

/** Who wrote the flagged message of a case, in which thread, and whom it mentioned whenever it was seen; null where there is none. */
export async function flaggedMessage(sql: Sql, key: CaseKey): Promise<AboutWhom | null> {
  const { where, values } = byKey(key);
  const found = await row(
    sql,
    flaggedRow,
    `with this as (select * from hearback.cases where ${where})
     select m.author_id as "userId", m.mentions, m.thread_channel as "channelId", m.thread_message as "messageId"
     from this join hearback.message m on m.workspace_id = this.workspace_id
       and m.channel_id = this.source_channel and m.message_id = this.source_message`,
    values,
  );
  if (!found) return null;
  const { userId, mentions, channelId, messageId } = found;
  const threadRoot = channelId !== null && messageId !== null ? { channelId, messageId } : null;
  return { author: { userId }, mentions, ...(threadRoot && { threadRoot }) };
}
