import type { ConversationsHistoryResponse } from '@slack/web-api';
import type { ChatAdapter, Flagged } from '../../chat/adapter.ts';
import type { MessageSnapshot } from '../../chat/message.ts';
import { TargetGone } from '../../errors.ts';
import type { Clients } from './clients.ts';
import type { Emoji } from './emoji.ts';
import { asking, slackCode, translated } from './errors.ts';
import type { Identities, Identity } from './identity.ts';
import type { People } from './people.ts';
import { isSpoken, peopleInMessage, snapshotOf, type NativeMessage } from './snapshot.ts';
import { createThreads, type Threads } from './threads.ts';

type Message = NonNullable<ConversationsHistoryResponse['messages']>[number];
type Reading = Pick<ChatAdapter, 'fetchMessage' | 'fetchContext' | 'fetchReactions'>;

/** Most messages Slack gives at once. */
const PAGE_MAX = 200;
/** So many threads, the latest answered first, are looked through for reactions. */
const THREADS_MAX = 20;

/** What is looked up in channels. */
export function createMessages(deps: { clients: Clients; identities: Identities; people: People; emoji: Emoji }): Reading {
  const { clients, identities, people, emoji } = deps;
  const threads = createThreads(clients);

  const snapshots = async (messages: readonly NativeMessage[], channelId: string, identity: Identity) => {
    const nameOf = await people.names(messages.flatMap(peopleInMessage));
    const reading = { identity, nameOf, characterOf: emoji.characterOf };
    return messages.map((message) => snapshotOf(message, channelId, reading));
  };

  return {
    fetchMessage: async (ref) => {
      const identity = await identities.check(ref.workspaceId);
      const message = await find(clients, threads, ref.channelId, ref.messageId);
      const [snapshot] = message ? await snapshots([message], ref.channelId, identity) : [];
      if (!snapshot) throw new TargetGone('slack', 'message_not_found', null);
      return { ...snapshot, permalink: await permalink(clients, snapshot) };
    },
    fetchContext: async (message, limit) => {
      const identity = await identities.check(message.ref.workspaceId);
      if (limit <= 0) return [];
      const { channelId, messageId } = message.ref;
      const before = message.threadRoot
        ? await threads.before(channelId, message.threadRoot.messageId, messageId, limit)
        : await standingBefore(clients, channelId, messageId, limit);
      return snapshots(before, channelId, identity);
    },
    fetchReactions: async (workspaceId, channelId, limit) => {
      const { botUserId } = await identities.check(workspaceId);
      const standing = await newest(clients, channelId, limit);
      const active = standing.filter(({ reply_count: replies }) => replies).toSorted(byLatestReply).slice(0, THREADS_MAX);
      const messages: Message[] = [...standing];
      for (const { ts } of active) if (ts) messages.push(...(await threads.replies(channelId, ts)));
      const found = new Map(messages.map((message) => [message.ts, message]));
      const flagged: Flagged[] = [];
      for (const message of found.values()) flagged.push(...(await reactionsOn(message, channelId, botUserId, clients, emoji)));
      return flagged;
    },
  };
}

/**
 * The message with exactly this ts: for one that is gone, and for a reply, Slack's history answers with a neighbour.
 * An event does not tell a reply from a message that stands by itself.
 */
async function find({ read }: Clients, threads: Threads, channel: string, ts: string): Promise<NativeMessage | null> {
  const { messages = [] } = await asking('read', () =>
    read.conversations.history({ channel, latest: ts, inclusive: true, limit: 1 }),
  );
  const message: NativeMessage | null = messages.find((one) => one.ts === ts) ?? (await threads.one(channel, ts));
  return message && message.subtype !== 'tombstone' ? message : null;
}

/** The address we would make ourselves serves when Slack does not give its own. */
async function permalink({ read }: Clients, { ref, permalink: ours }: MessageSnapshot): Promise<string> {
  try {
    const { permalink: theirs } = await read.chat.getPermalink({ channel: ref.channelId, message_ts: ref.messageId });
    return theirs ?? ours;
  } catch {
    return ours;
  }
}

async function standingBefore({ read }: Clients, channel: string, ts: string, limit: number): Promise<NativeMessage[]> {
  // Some of what comes is not spoken (somebody joined), so a few more are asked for.
  const { messages = [] } = await asking('read', () =>
    read.conversations.history({ channel, latest: ts, inclusive: false, limit: Math.min(PAGE_MAX, limit + 10) }),
  );
  const before = messages.filter((message) => isSpoken(message) && message.ts !== ts);
  return before.slice(0, limit).toReversed();
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
