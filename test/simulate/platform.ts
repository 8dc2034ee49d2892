import type { ChatAdapter, Inbound } from '../../src/chat/adapter.ts';
import type { Content } from '../../src/chat/card.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import { platformOf, type MessageRef, type Place } from '../../src/chat/ref.ts';
import { TargetGone } from '../../src/errors.ts';

/** Something that was posted, at that moment of the machine's clock. */
export interface Post {
  at: number;
  place: Place;
  content: Content;
  ref: MessageRef;
}

/** Something that could be read from then on: posted, drawn again, or whispered, which counts as a direct message. */
export interface Shown {
  at: number;
  place: Place;
  content: Content;
  messageId: string | null;
}

/** The two far ends. */
export type PlatformName = 'slack' | 'discord';
export const PLATFORMS: readonly PlatformName[] = ['slack', 'discord'];

/**
 * The far end of a simulated month: it writes down what is posted, and by what clock. It stands in for Slack and Discord, whose
 * protocols over sockets would take a month of thousands of posts too long; the flow tests and the fault tests have the real
 * clients. The two differ in it as they do for the program: on Discord a thread is a channel of its own, a direct message
 * belongs to no community, and a profile says neither zone nor language.
 */
export interface Platform {
  posts: Post[];
  /** All that could ever be read, in order. */
  shown: Shown[];
  /** What the cards show now, by message. */
  cards: Map<string, Content>;
  messages: Map<string, MessageSnapshot>;
  /** People who have left. */
  gone: Set<string>;
  /** Files that cannot be had any more. */
  lost: Set<string>;
  /** One more connection to one of them, for one more program. */
  connect(name: PlatformName): ChatAdapter & { inbound: Inbound | null };
}

/** The channel in which a thread's messages stand. */
export function threadChannel(workspaceId: string, channelId: string, root: string): string {
  return platformOf(workspaceId) === 'discord' ? root : channelId;
}

/** The channel in which the bot and one person write to each other. */
export function directChannel(userId: string): string {
  return `D${userId}`;
}

/** @param zoneOf what somebody's profile says of their zone */
export function openPlatform(now: () => Date, zoneOf: (userId: string) => string | null): Platform {
  let last = 0;
  const platform: Platform = {
    posts: [],
    shown: [],
    cards: new Map(),
    messages: new Map(),
    gone: new Set(),
    lost: new Set(),
    connect: (name) => adapterOn(name, platform, { post, update, show }, zoneOf),
  };
  const places = new Map<string, Place>();
  function show(place: Place, content: Content, messageId: string | null): void {
    platform.shown.push({ at: now().getTime(), place, content, messageId });
  }
  function post(place: Place, content: Content): MessageRef {
    last += 1;
    const { workspaceId } = place;
    const ref = { workspaceId, channelId: channelOf(place), messageId: `M${last}` };
    platform.posts.push({ at: now().getTime(), place, content, ref });
    platform.cards.set(ref.messageId, content);
    places.set(ref.messageId, place);
    show(place, content, ref.messageId);
    return ref;
  }
  function update({ messageId }: MessageRef, content: Content): void {
    platform.cards.set(messageId, content);
    show(places.get(messageId)!, content, messageId);
  }
  return platform;
}

function channelOf(place: Place): string {
  if (place.type === 'dm') return directChannel(place.userId);
  return place.type === 'channel'
    ? place.channelId
    : threadChannel(place.workspaceId, place.channelId, place.messageId);
}

function adapterOn(
  name: PlatformName,
  { messages, gone, lost }: Platform,
  {
    post,
    update,
    show,
  }: {
    post: (place: Place, content: Content) => MessageRef;
    update: (ref: MessageRef, content: Content) => void;
    show: (place: Place, content: Content, messageId: string | null) => void;
  },
  zoneOf: (userId: string) => string | null,
): ReturnType<Platform['connect']> {
  const nothing = { next: null, afterMs: 0, problem: null };
  const isSlack = name === 'slack';
  return {
    platform: name,
    routes: [],
    inbound: null,
    async start(inbound) {
      this.inbound = inbound;
    },
    async stop() {
      this.inbound = null;
    },
    problem: () => null,
    hears: () => true,
    awaitTurn: async () => {},
    awaitTurnToUpdate: async () => {},
    split: (blocks) => [[...blocks]],
    post: async (place, content) => post(place, content),
    findPosted: async () => null,
    postedAt: () => new Date(0),
    update: async (ref, content) => update(ref, content),
    whisper: async (workspaceId, _channel, userId, content) =>
      show({ type: 'dm', workspaceId, userId }, content, null),
    showHome: async () => null,
    react: async () => {},
    async fetchMessage({ messageId }) {
      const found = messages.get(messageId);
      if (!found) throw new TargetGone(name, 'message_not_found', null);
      return found;
    },
    parseLink: () => null,
    fetchContext: async () => [],
    async download(_, { fileId }) {
      if (lost.has(fileId)) throw new TargetGone(name, 'file_not_found', null);
      return new Uint8Array();
    },
    fetchPerson: async (workspaceId, userId) => ({
      workspaceId,
      userId,
      name: userId,
      isBot: false,
      isMember: !gone.has(userId),
      groups: [],
      timeZone: isSlack ? zoneOf(userId) : null,
      locale: isSlack ? 'en-GB' : null,
    }),
    fetchChannel: async (_, channelId) => ({
      channelId,
      name: channelId,
      isPrivate: !channelId.endsWith('OPEN'),
    }),
    fetchGroups: async () => [],
    forgetRoles: () => {},
    canSee: async () => true,
    fetchChannels: async () => [],
    fetchReactions: async () => ({ ...nothing, flagged: [] }),
    fetchThread: async (_, __, { since }) => ({ ...nothing, said: [], from: since, until: null }),
  };
}
