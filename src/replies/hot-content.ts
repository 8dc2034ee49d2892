import { hotCard } from '../cases/heat/hot-card.ts';
import type { HotThread } from '../cases/heat/hot-thread.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Content } from '../chat/card.ts';
import { AppError } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import { textsIn } from '../texts/index.ts';

/** How long counts, where hearback.yaml counts nothing any more (ms). */
const HOUR_MS = 3_600_000;

export interface HotRoom {
  heat: { thread(hotThreadId: number): Promise<HotThread | null> };
  policy: Policy;
  chat: Pick<ChatAdapter, 'fetchMessage'>;
}

/** The card of a thread that heated up, as it stands now; null for one that is not known any more. */
export async function hotContent(
  hotThreadId: number,
  { heat, policy, chat }: HotRoom,
): Promise<Content | null> {
  const thread = await heat.thread(hotThreadId);
  if (!thread) return null;
  const { prefix, hotThreads } = policy;
  const permalink = await wayTo(thread, chat);
  const withinMs = hotThreads === false ? HOUR_MS : hotThreads.within;
  const texts = textsIn(workspaceOf(policy, thread.workspaceId)?.language, policy.language);
  return { type: 'card', card: hotCard({ ...thread, permalink, withinMs, prefix }, texts) };
}

/** What would be flagged; else the message the thread hangs from, which in a forum of Discord stands in the thread itself. */
async function wayTo({ workspaceId, root, first }: HotThread, chat: HotRoom['chat']): Promise<string | null> {
  const places = first
    ? [first]
    : [root.channelId, root.messageId].map((channelId) => ({
        workspaceId,
        channelId,
        messageId: root.messageId,
      }));
  for (const ref of places) {
    const found = await permalinkOf(ref, chat);
    if (found !== null) return found;
  }
  return null;
}

/** A message that is gone, or cannot be read any more, has no way there. */
async function permalinkOf(
  ref: Parameters<ChatAdapter['fetchMessage']>[0],
  chat: HotRoom['chat'],
): Promise<string | null> {
  try {
    return (await chat.fetchMessage(ref)).permalink;
  } catch (error) {
    if (error instanceof AppError && error.retry === 'never') return null;
    throw error;
  }
}
