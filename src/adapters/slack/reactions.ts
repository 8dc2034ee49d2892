import type { ConversationsHistoryResponse } from '@slack/web-api';
import type { ChatAdapter, Flagged } from '../../chat/adapter.ts';
import type { Clients } from './clients.ts';
import type { Emoji } from './emoji.ts';
import { asking, slackCode, translated } from './errors.ts';
import type { Identities } from './identity.ts';
import { createThreads } from './threads.ts';

type Message = NonNullable<ConversationsHistoryResponse['messages']>[number];

/** Most messages Slack gives at once. */
const PAGE_MAX = 200;
/** So many threads, the latest answered first, are looked through. */
const THREADS_MAX = 20;

/** Looks back after a gap. Our own reactions are left out. */
export function createReactions(deps: {
  clients: Clients;
  identities: Identities;
  emoji: Emoji;
}): Pick<ChatAdapter, 'fetchReactions'> {
  const { clients, identities, emoji } = deps;
  const threads = createThreads(clients);
  return {
    fetchReactions: async (workspaceId, channelId, limit) => {
      const { botUserId } = await identities.check(workspaceId);
      const standing = await newest(clients, channelId, limit);
      const active = standing
        .filter(({ reply_count: replies }) => replies)
        .toSorted(byLatestReply)
        .slice(0, THREADS_MAX);
      const messages: Message[] = [...standing];
      for (const { ts } of active) if (ts) messages.push(...(await threads.replies(channelId, ts)));
      const found = new Map(messages.map((message) => [message.ts, message]));
      const flagged: Flagged[] = [];
      for (const message of found.values())
        flagged.push(...(await reactionsOn(message, channelId, botUserId, clients, emoji)));
      return flagged;
    },
  };
}

async function newest({ read }: Clients, channel: string, limit: number): Promise<Message[]> {
  const messages: Message[] = [];
  let cursor: string | undefined;
  do {
    const query = { channel, limit: Math.min(PAGE_MAX, limit - messages.length), ...(cursor && { cursor }) };
    const page = await asking('read', () => read.conversations.history(query));
    messages.push(...(page.messages ?? []));
    cursor = page.response_metadata?.next_cursor;
  } while (cursor && messages.length < limit);
  return messages;
}

function byLatestReply(a: Message, b: Message): number {
  return Number(b.latest_reply ?? 0) - Number(a.latest_reply ?? 0);
}

/** Slack lists only some of many people with a message; all of them it names on request. */
async function reactionsOn(
  { ts, reactions = [] }: Message,
  channelId: string,
  botUserId: string,
  { read }: Clients,
  emoji: Emoji,
): Promise<Flagged[]> {
  if (!ts || reactions.length === 0) return [];
  const incomplete = reactions.some(({ count = 0, users = [] }) => count > users.length);
  const all = incomplete ? await fullReactions(channelId, ts, read) : reactions;
  return all.flatMap(({ name = '', users = [] }) => {
    const userIds = users.filter((user) => user !== botUserId);
    const message = { channelId, messageId: ts, parentChannelId: null };
    return userIds.length > 0 ? [{ message, emoji: emoji.characterOf(name), userIds }] : [];
  });
}

async function fullReactions(channel: string, timestamp: string, read: Clients['read']) {
  try {
    const { message } = await read.reactions.get({ channel, timestamp, full: true });
    return message?.reactions ?? [];
  } catch (error) {
    if (slackCode(error) === 'message_not_found') return [];
    throw translated(error, 'read');
  }
}
