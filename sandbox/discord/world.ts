import { randomBytes } from 'node:crypto';
import { createChosen, type Chosen } from '../chosen.ts';
import type { Journal, Table } from '../journal.ts';
import type { Seed } from '../seed.ts';
import type {
  Channel,
  Emoji,
  Json,
  StoredBlob,
  StoredChannel,
  StoredForm,
  StoredInteraction,
  StoredMessage,
} from './types.ts';

/** First moment of Discord's ids (ms since 1970). https://docs.discord.com/developers/reference#snowflakes */
const EPOCH_MS = 1_420_070_400_000;

/** When an id was given (ISO 8601, to the millisecond), which is also when its message was sent. */
export function givenAt(id: string): string {
  return new Date(Number(BigInt(id) >> 22n) + EPOCH_MS).toISOString();
}

/** Everything the server knows, without a say in what may be done. */
export interface World {
  readonly seed: Seed;
  readonly now: () => Date;
  /** A new id, greater than all before it, also those before a restart. */
  nextId(): string;
  /** Signs file addresses; the same after a restart. */
  readonly secret: string;

  readonly messages: Table<StoredMessage>;
  readonly channels: Table<StoredChannel>;
  readonly blobs: Table<StoredBlob>;
  readonly commands: Table<Json>;
  readonly interactions: Table<StoredInteraction>;
  readonly forms: Table<StoredForm>;
  readonly emojis: Table<Emoji>;
  /** Not kept over a restart, as by a client. */
  readonly chosen: Chosen;

  /** Ids of the messages of a channel, oldest first. */
  messageIds(channel: string): string[];
  saveMessage(message: StoredMessage): void;
  dropMessage(message: StoredMessage): void;

  userName(id: string): string | null;
  isBot(id: string): boolean;
  channel(id: string): Channel | null;
  canView(user: string, channel: Channel): boolean;
  /** The thread that hangs from a message. */
  threadOf(message: string): StoredChannel | null;
  isArchived(thread: StoredChannel): boolean;
  /** The direct-message channel of two people, made if missing. */
  openDirect(one: string, other: string): StoredChannel;
}

/**
 * Opens the server's memory on a journal.
 * @param nextId where ids come from; by default from here
 */
export function openWorld(journal: Journal, seed: Seed, now: () => Date, nextId?: () => string): World {
  const meta = journal.table<string>('discord.meta');
  const messages = journal.table<StoredMessage>('discord.messages');
  const channels = journal.table<StoredChannel>('discord.channels');
  const byChannel = new Map<string, Set<string>>();
  const idsOf = (channel: string) =>
    byChannel.get(channel) ?? byChannel.set(channel, new Set()).get(channel)!;
  for (const { id, channel } of messages.values()) idsOf(channel).add(id);
  if (!meta.get('secret')) meta.set('secret', randomBytes(16).toString('hex'));

  const world: World = {
    seed,
    now,
    nextId() {
      if (nextId) return nextId();
      const fromClock = BigInt(now().getTime() - EPOCH_MS) << 22n;
      const last = BigInt(meta.get('lastId') ?? '0');
      const id = String(fromClock > last ? fromClock : last + 1n);
      meta.set('lastId', id);
      return id;
    },
    secret: meta.get('secret')!,

    messages,
    channels,
    blobs: journal.table('discord.blobs'),
    commands: journal.table('discord.commands'),
    interactions: journal.table('discord.interactions'),
    forms: journal.table('discord.forms'),
    emojis: journal.table('discord.emojis'),
    chosen: createChosen(),

    messageIds: (channel) => [...idsOf(channel)],
    saveMessage(message) {
      idsOf(message.channel).add(message.id);
      messages.set(message.id, message);
    },
    dropMessage(message) {
      idsOf(message.channel).delete(message.id);
      messages.delete(message.id);
      for (const { id } of message.attachments) world.blobs.delete(id);
    },

    userName: (id) =>
      id === seed.bot.id ? seed.bot.name : (seed.people.find((one) => one.id === id)?.name ?? null),
    isBot: (id) => id === seed.bot.id,
    channel: (id) => findChannel(world, id),
    canView: (user, channel) => channel.members === 'everyone' || channel.members.includes(user),
    threadOf(message) {
      const thread = channels.get(message);
      return thread?.type === 11 ? thread : null;
    },
    isArchived(thread) {
      const quietMs = now().getTime() - Date.parse(thread.activeAt);
      return thread.archived || quietMs > thread.autoArchiveMinutes * 60_000;
    },
    openDirect(one, other) {
      const found = channels
        .values()
        .find(({ type, people }) => type === 1 && people.includes(one) && people.includes(other));
      return found ?? makeDirect(world, one, other);
    },
  };
  return world;
}

function findChannel(world: World, id: string): Channel | null {
  const text = world.seed.channels.find((channel) => channel.id === id);
  if (text) return { ...text, type: text.forum ? 15 : 0, parent: null, stored: null };
  const stored = world.channels.get(id);
  if (!stored) return null;
  const parent = stored.parent === null ? null : findChannel(world, stored.parent);
  return {
    id,
    type: stored.type,
    name: stored.name,
    parent: stored.parent,
    members: parent ? parent.members : stored.people,
    isPrivate: parent ? parent.isPrivate : true,
    stored,
  };
}

function makeDirect(world: World, one: string, other: string): StoredChannel {
  const at = world.now().toISOString();
  const id = world.nextId();
  const channel: StoredChannel = {
    id,
    type: 1,
    name: '',
    parent: null,
    people: [one, other],
    owner: null,
    createdAt: at,
    archived: false,
    locked: false,
    autoArchiveMinutes: Number.MAX_SAFE_INTEGER,
    activeAt: at,
  };
  world.channels.set(id, channel);
  return channel;
}
