import type { ConversationsRepliesArguments, ConversationsRepliesResponse } from '@slack/web-api';
import type { Clients } from './clients.ts';
import { slackCode, translated } from './errors.ts';
import { isSpoken } from './snapshot.ts';

type Reply = NonNullable<ConversationsRepliesResponse['messages']>[number];

const PAGE = 200;
/** A thread longer than this many pages is read from its beginning to there. */
const PAGES_MAX = 10;

/** Reading threads. A thread that is gone has nothing in it. */
export interface Threads {
  /** The message of a thread with exactly this ts, its root or a reply. */
  one(channel: string, ts: string): Promise<Reply | null>;
  /** Root and the last before `ts`, at most `limit` in all, oldest first. */
  before(channel: string, rootTs: string, ts: string, limit: number): Promise<Reply[]>;
  /** The next replies after `ts`, oldest first, and the root where Slack gives it. */
  after(
    channel: string,
    rootTs: string,
    ts: string,
  ): Promise<{ root: Reply | null; replies: Reply[]; hasMore: boolean }>;
}

export function createThreads({ read }: Clients): Threads {
  const all = async (query: { channel: string; ts: string; latest?: string }): Promise<Reply[]> => {
    const replies = new Map<string, Reply>();
    let cursor: string | undefined;
    for (let pages = 0; pages < PAGES_MAX; pages += 1) {
      const found = await repliesIn(read, {
        ...query,
        limit: PAGE,
        ...(cursor && { cursor }),
      });
      for (const reply of found.messages ?? []) replies.set(reply.ts ?? '', reply);
      cursor = found.response_metadata?.next_cursor;
      if (!cursor) break;
    }
    return [...replies.values()];
  };

  return {
    one: async (channel, ts) => {
      // A reply's ts is answered with the reply alone or with its root first.
      const { messages = [] } = await repliesIn(read, {
        channel,
        ts,
        latest: ts,
        oldest: ts,
        inclusive: true,
        limit: 10,
      });
      return messages.find((message) => message.ts === ts) ?? null;
    },
    before: async (channel, rootTs, ts, limit) => {
      const earlier = (await all({ channel, ts: rootTs, latest: ts })).filter(
        (reply) => isSpoken(reply) && Number(reply.ts) < Number(ts),
      );
      const root = earlier.filter((reply) => reply.ts === rootTs);
      const replies = earlier.filter((reply) => reply.ts !== rootTs);
      const room = limit - root.length;
      return [...root, ...(room > 0 ? replies.slice(-room) : [])];
    },
    after: (channel, rootTs, ts) => repliesAfter(read, channel, rootTs, ts),
  };
}

async function repliesIn(
  read: Clients['read'],
  query: ConversationsRepliesArguments,
): Promise<Pick<ConversationsRepliesResponse, 'messages' | 'response_metadata' | 'has_more'>> {
  try {
    return await read.conversations.replies(query);
  } catch (error) {
    if (slackCode(error) === 'thread_not_found') return {};
    throw translated(error, 'read');
  }
}

async function repliesAfter(
  read: Clients['read'],
  channel: string,
  rootTs: string,
  ts: string,
): ReturnType<Threads['after']> {
  const query = { channel, ts: rootTs, oldest: ts, limit: PAGE };
  const { messages = [], has_more: hasMore } = await repliesIn(read, query);
  return {
    // It comes first, whatever the bounds.
    root: messages.find((message) => message.ts === rootTs) ?? null,
    replies: messages.filter((message) => message.ts !== rootTs && (message.ts ?? '') > ts),
    hasMore: hasMore === true,
  };
}
