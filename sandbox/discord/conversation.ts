import { INTENT, type Events } from './events.ts';
import { mentionsIn } from './mentions.ts';
import { messageEventWire } from './message-wire.ts';
import type { NewFile } from './new-file.ts';
import { changeReaction } from './reactions.ts';
import type { Channel, Emoji, Json, StoredBlob, StoredChannel, StoredMessage } from './types.ts';
import { emojiWire, fullMemberWire, threadMemberWire, threadWire } from './wire.ts';
import { givenAt, type World } from './world.ts';

/** Three days, as a server's channels have it unless changed. */
const AUTO_ARCHIVE_MINUTES = 4_320;

/** What is known of a message before it is stored. */
export type Draft = Pick<StoredMessage, 'channel' | 'author' | 'content'> & Partial<StoredMessage>;

/** Changes to what people see, each stored and then told to the app. Nothing is checked here. */
export interface Conversation {
  post(draft: Draft, files?: NewFile[]): StoredMessage;
  /** Stores `message` as changed; `silent` when the app is not told (ephemeral, or nothing it can see has changed). */
  update(message: StoredMessage, byBot: boolean): void;
  addFiles(message: StoredMessage, files: NewFile[]): void;
  remove(message: StoredMessage, byBot: boolean): void;
  react(message: StoredMessage, person: string, emoji: Emoji, present: boolean): void;
  startThread(root: StoredMessage, name: string, owner: string, autoArchiveMinutes?: number): StoredChannel;
  /** A post of a forum: a thread whose first message has the thread's id. */
  startPost(name: string, draft: Draft, files?: NewFile[], autoArchiveMinutes?: number): StoredMessage;
  updateThread(thread: StoredChannel, byBot: boolean): void;
}

export function createConversation(world: World, events: Events, changed: () => void): Conversation {
  const bot = world.seed.bot.id;
  const typeOf = (channel: string): Channel['type'] => world.channel(channel)?.type ?? 0;
  const inGuild = (channel: string) => (typeOf(channel) === 1 ? {} : { guild_id: world.seed.id });

  const emitMessage = (name: string, message: StoredMessage, byBot: boolean, extra: Json = {}) => {
    // Ephemerals are between the app's answer and one person: no event tells of them.
    if (message.ephemeralFor) return;
    events.emit({
      name,
      intent: typeOf(message.channel) === 1 ? INTENT.directMessages : INTENT.guildMessages,
      channel: message.channel,
      byBot,
      data: (reader) => ({ ...messageEventWire(world, message, reader), ...extra }),
    });
  };
  const emitThread = (name: string, thread: StoredChannel, byBot: boolean, extra: Json = {}) =>
    events.emit({
      name,
      intent: INTENT.guilds,
      channel: thread.id,
      byBot,
      data: () => ({ ...threadWire(world, thread), ...extra }),
    });
  const keepFiles = (message: StoredMessage, files: NewFile[]) => {
    for (const { name, mime, bytes, description } of files) {
      const blob: StoredBlob = {
        id: world.nextId(),
        channel: message.channel,
        name,
        mime,
        base64: bytes.toString('base64'),
      };
      world.blobs.set(blob.id, blob);
      message.attachments.push({ id: blob.id, name, mime, size: bytes.length, description });
    }
  };

  const openThread = (
    made: Pick<StoredChannel, 'id' | 'name' | 'parent' | 'autoArchiveMinutes'> & { owner: string },
  ): StoredChannel => {
    const at = world.now().toISOString();
    const thread: StoredChannel = {
      ...made,
      type: 11,
      people: [made.owner],
      createdAt: at,
      archived: false,
      locked: false,
      activeAt: at,
    };
    world.channels.set(thread.id, thread);
    const byBot = made.owner === bot;
    const member = byBot ? { member: threadMemberWire(thread, bot) } : {};
    emitThread('THREAD_CREATE', thread, byBot, { newly_created: true, ...member });
    return thread;
  };

  const conversation: Conversation = {
    post(draft, files = []) {
      const id = draft.id ?? world.nextId();
      const message: StoredMessage = {
        id,
        at: givenAt(id),
        editedAt: null,
        type: 0,
        flags: 0,
        embeds: [],
        components: [],
        attachments: [],
        ...mentionsIn(world, draft.content),
        reference: null,
        nonce: null,
        reactions: [],
        ephemeralFor: null,
        interaction: null,
        lateEditsAt: [],
        ...draft,
      };
      keepFiles(message, files);
      const thread = message.ephemeralFor ? undefined : world.channels.get(message.channel);
      if (thread?.type === 11) wakeThread(world, thread, message, emitThread);
      world.saveMessage(message);
      emitMessage(
        'MESSAGE_CREATE',
        message,
        message.author === bot,
        message.nonce === null ? {} : { nonce: message.nonce },
      );
      changed();
      return message;
    },
    update(message, byBot) {
      world.saveMessage(message);
      world.chosen.redrawn(message.id);
      emitMessage('MESSAGE_UPDATE', message, byBot);
      changed();
    },
    addFiles: keepFiles,
    remove(message, byBot) {
      world.dropMessage(message);
      if (!message.ephemeralFor) {
        events.emit({
          name: 'MESSAGE_DELETE',
          intent: typeOf(message.channel) === 1 ? INTENT.directMessages : INTENT.guildMessages,
          channel: message.channel,
          byBot,
          data: () => ({ id: message.id, channel_id: message.channel, ...inGuild(message.channel) }),
        });
      }
      changed();
    },
    react(message, person, emoji, present) {
      if (!changeReaction(message, person, emoji, present)) return;
      world.saveMessage(message);
      const direct = typeOf(message.channel) === 1;
      events.emit({
        name: present ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE',
        intent: direct ? INTENT.directReactions : INTENT.guildReactions,
        channel: message.channel,
        byBot: person === bot,
        data: () => ({
          user_id: person,
          channel_id: message.channel,
          message_id: message.id,
          emoji: emojiWire(emoji),
          burst: false,
          type: 0,
          ...inGuild(message.channel),
          ...(present ? { message_author_id: message.author } : {}),
          ...(present && !direct ? { member: fullMemberWire(world, person) } : {}),
        }),
      });
      changed();
    },
    startPost(name, { channel, ...draft }, files, autoArchiveMinutes = AUTO_ARCHIVE_MINUTES) {
      const id = world.nextId();
      openThread({ id, name, parent: channel, owner: draft.author, autoArchiveMinutes });
      return conversation.post({ ...draft, id, channel: id }, files);
    },
    startThread(root, name, owner, autoArchiveMinutes = AUTO_ARCHIVE_MINUTES) {
      const thread = openThread({ id: root.id, name, parent: root.channel, owner, autoArchiveMinutes });
      const byBot = owner === bot;
      // The root carries the thread from now on.
      emitMessage('MESSAGE_UPDATE', root, byBot);
      // The first entry of a thread points at its root. https://docs.discord.com/developers/resources/message#message-object-message-types
      conversation.post({
        channel: thread.id,
        author: root.author,
        content: '',
        type: 21,
        reference: { channel: root.channel, message: root.id },
      });
      return thread;
    },
    updateThread(thread, byBot) {
      world.channels.set(thread.id, thread);
      emitThread('THREAD_UPDATE', thread, byBot);
      changed();
    },
  };
  return conversation;
}

/** Posting un-archives a thread and makes its author a member. */
function wakeThread(
  world: World,
  thread: StoredChannel,
  message: StoredMessage,
  emitThread: (name: string, thread: StoredChannel, byBot: boolean) => void,
): void {
  const wasArchived = world.isArchived(thread);
  thread.archived = false;
  thread.activeAt = message.at;
  if (!thread.people.includes(message.author)) thread.people.push(message.author);
  world.channels.set(thread.id, thread);
  if (wasArchived) emitThread('THREAD_UPDATE', thread, message.author === world.seed.bot.id);
}
