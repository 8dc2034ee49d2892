import type { ConversationsHistoryResponse, WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { ChatAdapter, Flagged, LookBack } from '../../chat/adapter.ts';
import { untilTired } from '../../chat/until-tired.ts';
import type { Clients } from './clients.ts';
import type { Emoji } from './emoji.ts';
import { asking, slackCode, translated } from './errors.ts';
import type { Identities } from './identity.ts';
import { tsAt } from './snapshot.ts';
import { createThreads, type Threads } from './threads.ts';

type Message = NonNullable<ConversationsHistoryResponse['messages']>[number];

/** Messages asked for at once. Slack gives more, but a step should be quick. */
const PAGE = 100;
/** Calls a step makes at most. */
const CALLS = 10;

/** Where a look back has got to. A `ts` is a message's id and its time, and compares as text: all are equally long. */
const position = z.object({
  /** Only what stands before it is still to be looked at; null begins with the newest, '' when there is no more. */
  before: z.string().nullable(),
  looked: z.number(),
  /** Threads found on the way that somebody has written in lately, still to be looked into. */
  threads: z.array(z.string()),
  /** Of the first of these: the reply looked at last. */
  reply: z.string().nullable(),
});
type Position = z.infer<typeof position>;

/** `before` when the channel itself has been looked through. */
const THROUGH = '';

interface Looking {
  read: WebClient;
  threads: Threads;
  emoji: Emoji;
  botUserId: string;
  channelId: string;
  back: LookBack;
  emojis: ReadonlySet<string>;
  /** Where it would go on if it stopped here. */
  at: Position;
  calls: number;
  flagged: Flagged[];
}

/** Looks through a channel and the threads in it that are being written in, a few calls at a time. */
export function createLookBack(deps: {
  clients: Clients;
  identities: Identities;
  emoji: Emoji;
}): Pick<ChatAdapter, 'fetchReactions'> {
  const { clients, identities, emoji } = deps;
  const threads = createThreads(clients);
  return {
    fetchReactions: async (workspaceId, channelId, back) => {
      const { botUserId } = await identities.check(workspaceId);
      const start = positionIn(back.cursor) ?? { before: null, looked: 0, threads: [], reply: null };
      const looking: Looking = {
        read: clients.read,
        threads,
        emoji,
        botUserId,
        channelId,
        back,
        emojis: new Set(back.emojis),
        at: start,
        calls: 0,
        flagged: [],
      };
      const afterMs = await untilTired(
        () => goOn(looking, start),
        () => looking.at !== start,
      );
      const { at, flagged } = looking;
      return { flagged, afterMs, next: isThrough(at) ? null : JSON.stringify(at), problem: null };
    },
  };
}

function isThrough({ before, threads }: Position): boolean {
  return before === THROUGH && threads.length === 0;
}

/** @returns false when it is through, or has made its calls */
async function goOn(looking: Looking, start: Position): Promise<boolean> {
  const { at, calls } = looking;
  if (isThrough(at) || calls >= CALLS) return false;
  const [thread] = at.threads;
  // One page of the channel is enough for a step: the next one begins with its threads.
  if (thread === undefined && at !== start) return false;
  if (thread === undefined) await lookAtChannel(looking, at);
  else await lookIntoThread(looking, at, thread);
  return true;
}

async function lookAtChannel(looking: Looking, at: Position): Promise<void> {
  const { read, channelId, back } = looking;
  const wanted = Math.min(PAGE, back.limit - at.looked);
  looking.calls += 1;
  // Not bounded by `oldest`: then Slack would begin at that end.
  const query = { channel: channelId, limit: wanted, ...(at.before && { latest: at.before }) };
  const { messages = [], has_more: hasMore } = await asking('read', () => read.conversations.history(query));
  const oldest = tsAt(back.since);
  for (const message of messages) {
    const { ts = '', reply_count: replies, latest_reply: latestReply = '' } = message;
    if (ts >= oldest && !(await noteReactions(looking, message))) return;
    const isActive = replies && latestReply >= oldest;
    looking.at = {
      ...looking.at,
      before: ts,
      looked: looking.at.looked + 1,
      threads: isActive ? [...looking.at.threads, ts] : looking.at.threads,
    };
  }
  const last = messages.at(-1)?.ts ?? '';
  const isLast = !hasMore || messages.length === 0 || last < oldest || looking.at.looked >= back.limit;
  if (isLast) looking.at = { ...looking.at, before: THROUGH };
}

/** Replies stand oldest first, and Slack gives them so. */
async function lookIntoThread(looking: Looking, at: Position, thread: string): Promise<void> {
  const { channelId, back, threads } = looking;
  looking.calls += 1;
  const after = at.reply ?? tsAt(back.since);
  const { replies, hasMore } = await threads.after(channelId, thread, after);
  for (const reply of replies) {
    if (!(await noteReactions(looking, reply))) return;
    looking.at = { ...looking.at, reply: reply.ts ?? after };
  }
  if (!hasMore || replies.length === 0)
    looking.at = { ...looking.at, threads: looking.at.threads.slice(1), reply: null };
}

/**
 * Slack lists only some of many people with a message; all of them it names on request.
 * @returns false when the calls of this step are used up
 */
async function noteReactions(looking: Looking, { ts, reactions = [] }: Message): Promise<boolean> {
  const { emoji, emojis, flagged, channelId, botUserId } = looking;
  const wanted = reactions.filter(({ name = '' }) => emojis.has(emoji.characterOf(name)));
  if (!ts || wanted.length === 0) return true;
  const isIncomplete = wanted.some(({ count = 0, users = [] }) => count > users.length);
  if (isIncomplete && looking.calls >= CALLS) return false;
  if (isIncomplete) looking.calls += 1;
  const all = isIncomplete ? await fullReactions(looking, ts) : wanted;
  for (const { name = '', users = [] } of all) {
    const character = emoji.characterOf(name);
    const userIds = users.filter((user) => user !== botUserId);
    if (emojis.has(character) && userIds.length > 0)
      flagged.push({
        message: { channelId, messageId: ts, parentChannelId: null },
        emoji: character,
        userIds,
      });
  }
  return true;
}

async function fullReactions({ read, channelId }: Looking, timestamp: string) {
  try {
    const { message } = await read.reactions.get({ channel: channelId, timestamp, full: true });
    return message?.reactions ?? [];
  } catch (error) {
    if (slackCode(error) === 'message_not_found') return [];
    throw translated(error, 'read');
  }
}

/** Null for what another version has written: it begins anew. */
function positionIn(cursor: string | null): Position | null {
  if (cursor === null) return null;
  try {
    return position.parse(JSON.parse(cursor));
  } catch {
    return null;
  }
}
