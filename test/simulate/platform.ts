import type { ChatAdapter, Inbound } from '../../src/chat/adapter.ts';
import type { Content } from '../../src/chat/card.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import type { MessageRef, Place } from '../../src/chat/ref.ts';
import { TargetGone } from '../../src/errors.ts';

/** Something that was posted, at that moment of the machine's clock. */
export interface Post {
  at: number;
  place: Place;
  content: Content;
  ref: MessageRef;
}

/**
 * The far end of a simulated month: it writes down what is posted, and by what clock. It stands in for Slack alone, whose protocol
 * over sockets would take a month of thousands of posts too long; the flow tests and the fault tests have the real clients.
 */
export interface Platform {
  posts: Post[];
  /** What the cards show now, by message. */
  cards: Map<string, Content>;
  messages: Map<string, MessageSnapshot>;
  /** People who have left. */
  gone: Set<string>;
  /** One more connection to it, for one more program. */
  connect(): ChatAdapter & { inbound: Inbound | null };
}

export function openPlatform(now: () => Date): Platform {
  const marks = new Map<string, MessageRef>();
  let last = 0;
  const platform: Platform = {
    posts: [],
    cards: new Map(),
    messages: new Map(),
    gone: new Set(),
    connect: () => adapterOn(platform, post),
  };
  function post(place: Place, content: Content, mark: string): MessageRef {
    last += 1;
    const channelId = place.type === 'dm' ? `D${place.userId}` : place.channelId;
    const ref = { workspaceId: place.workspaceId, channelId, messageId: `M${last}` };
    platform.posts.push({ at: now().getTime(), place, content, ref });
    platform.cards.set(ref.messageId, content);
    marks.set(mark, ref);
    return ref;
  }
  return platform;
}

function adapterOn(
  { cards, messages, gone }: Platform,
  post: (place: Place, content: Content, mark: string) => MessageRef,
): ReturnType<Platform['connect']> {
  const nothing = { next: null, afterMs: 0, problem: null };
  return {
    platform: 'slack',
    routes: [],
    inbound: null,
    async start(inbound) {
      this.inbound = inbound;
    },
    async stop() {
      this.inbound = null;
    },
    problem: () => null,
    awaitTurn: async () => {},
    split: (blocks) => [[...blocks]],
    post: async (place, content, mark) => post(place, content, mark),
    findPosted: async () => null,
    postedAt: () => new Date(0),
    update: async (ref, content) => void cards.set(ref.messageId, content),
    whisper: async () => {},
    react: async () => {},
    async fetchMessage({ messageId }) {
      const found = messages.get(messageId);
      if (!found) throw new TargetGone('slack', 'message_not_found', null);
      return found;
    },
    parseLink: () => null,
    fetchContext: async () => [],
    download: async () => new Uint8Array(),
    fetchPerson: async (workspaceId, userId) => ({
      workspaceId,
      userId,
      name: userId,
      isBot: false,
      isMember: !gone.has(userId),
      groups: [],
      timeZone: 'UTC',
      locale: 'en-GB',
    }),
    fetchChannel: async (_, channelId) => ({
      channelId,
      name: channelId,
      isPrivate: !channelId.endsWith('OPEN'),
    }),
    canSee: async () => true,
    fetchChannels: async () => [],
    fetchReactions: async () => ({ ...nothing, flagged: [] }),
    fetchThread: async (_, __, { since }) => ({ ...nothing, said: [], from: since, until: null }),
  };
}
