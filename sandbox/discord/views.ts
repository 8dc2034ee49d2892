import { type Community, type Inbox, type MessageView, SandboxRefusal } from '../platform.ts';
import { filePath } from './cdn.ts';
import { COMPONENT, walk } from './check-components.ts';
import { actionsOf, formView } from './component-views.ts';
import { FLAG } from './message-body.ts';
import { attachedTo, embedsWire } from './message-wire.ts';
import type { Channel, StoredMessage } from './types.ts';
import type { World } from './world.ts';

/** What people see. */
export interface Views {
  community(appConnected: boolean): Community;
  messages(query: { as: string; channel: string; thread?: string }): MessageView[];
  inbox(as: string): Inbox;
  message(message: StoredMessage): MessageView;
  /** The channel or thread `as` means and can see; a person's id stands for the direct messages with them. @throws {SandboxRefusal} */
  place(as: string, channel: string, thread?: string): Channel;
  /** A message `as` can see, in the channel or one of its threads. @throws {SandboxRefusal} */
  find(as: string, channel: string, message: string): StoredMessage;
}

export function createViews(world: World): Views {
  const { seed } = world;
  const everybody = [seed.bot, ...seed.people].map(({ id }) => id);

  const requirePerson = (as: string) => {
    if (!seed.people.some(({ id }) => id === as))
      throw new SandboxRefusal('10013', 'There is no such person here.');
  };
  const view = (message: StoredMessage): MessageView => {
    const channel = world.channel(message.channel);
    // A post of a forum stands in the forum, and what is said below it in its thread.
    const thread = channel?.type === 11 && channel.id !== message.id ? channel : null;
    return {
      id: message.id,
      channel: channel?.parent ?? message.channel,
      thread: thread?.id ?? null,
      author: {
        id: message.author,
        name: world.userName(message.author) ?? 'Deleted User',
        isBot: world.isBot(message.author),
      },
      at: message.at,
      text: textOf(message),
      edited: message.editedAt !== null,
      ephemeral: message.ephemeralFor !== null,
      native: { embeds: embedsWire(world, message, ''), components: message.components },
      actions: actionsOf(world, message),
      reactions: message.reactions.map(({ emoji, people }) => ({
        emoji: emoji.id ? `:${emoji.name}:` : emoji.name,
        people: [...people],
      })),
      files: attachedTo(message).map((file) => ({
        name: file.name,
        mime: file.mime,
        size: file.size,
        url: filePath(world, message.channel, file),
      })),
      replies: thread
        ? 0
        : world.messageIds(message.id).filter((id) => id !== message.id && isPost(world.messages.get(id)!))
            .length,
    };
  };
  const listed = (as: string, channel: string) =>
    (world.channel(channel)?.type === 15 ? postsIn(world, channel) : world.messageIds(channel))
      .map((id) => world.messages.get(id))
      .filter((message) => message !== undefined && isShown(message, as))
      .map((message) => view(message!));

  const views: Views = {
    community: (appConnected) => ({
      platform: 'discord',
      id: seed.id,
      name: seed.name,
      people: [
        ...seed.people.map(({ id, name, title, groups }) => ({ id, name, title, isBot: false, groups })),
        { id: seed.bot.id, name: seed.bot.name, title: 'app', isBot: true, groups: seed.bot.groups },
      ],
      channels: seed.channels.map(({ id, name, isPrivate, members, forum }) => ({
        id,
        name,
        isPrivate,
        ...(forum && { isForum: true }),
        members: members === 'everyone' ? everybody : members,
      })),
      appConnected,
    }),
    messages({ as, channel, thread }) {
      const place = views.place(as, channel);
      // A message nobody has replied to yet has a thread only in the eyes of the reader.
      if (thread !== undefined && world.messages.get(thread)?.channel === place.id && !world.threadOf(thread))
        return [];
      const inside = listed(as, views.place(as, channel, thread).id);
      return place.type === 15 ? inside.filter(({ id }) => id !== thread) : inside;
    },
    inbox(as) {
      requirePerson(as);
      const direct = world.channels.values().filter(({ type, people }) => type === 1 && people.includes(as));
      return {
        directMessages: direct.flatMap(({ id, people }) => {
          const other = people.find((one) => one !== as)!;
          const messages = listed(as, id);
          // A conversation that was only opened is not shown to anybody.
          return messages.length > 0
            ? [{ channel: id, with: { id: other, name: world.userName(other) ?? 'Deleted User' }, messages }]
            : [];
        }),
        forms: world.forms
          .values()
          .filter(({ person }) => person === as)
          .map((form) => formView(world, form)),
      };
    },
    message: view,
    place(as, channelId, threadId) {
      requirePerson(as);
      const isSomebody = world.userName(channelId) !== null && channelId !== as;
      const channel = world.channel(isSomebody ? world.openDirect(as, channelId).id : channelId);
      if (!channel) throw new SandboxRefusal('10003', 'There is no such channel.');
      if (!world.canView(as, channel))
        throw new SandboxRefusal('50001', 'This person cannot see that channel.');
      if (threadId === undefined || threadId === channel.id) return channel;
      const thread = world.channel(threadId);
      if (thread?.type === 11 && thread.parent === channel.id) return thread;
      throw new SandboxRefusal('10003', 'There is no such thread in this channel.');
    },
    find(as, channelId, messageId) {
      const channel = views.place(as, channelId);
      const message = world.messages.get(messageId);
      const place = message && world.channel(message.channel);
      const isHere = place?.id === channel.id || place?.parent === channel.id;
      if (message && isHere && isShown(message, as)) return message;
      throw new SandboxRefusal('10008', 'There is no such message here.');
    },
  };
  return views;
}

/** First messages of a forum's posts, oldest first: each has the id of its thread. */
function postsIn(world: World, forum: string): string[] {
  return world.channels
    .values()
    .filter(({ parent }) => parent === forum)
    .map(({ id }) => id);
}

/** A thread's first entry only points at its root, which is not in the thread. */
function isPost(message: StoredMessage): boolean {
  return message.type !== 21 && !message.ephemeralFor;
}

function isShown(message: StoredMessage, as: string): boolean {
  if (message.type === 21) return false;
  if (message.ephemeralFor === null) return true;
  // A deferred answer is only "thinking" until it is filled in.
  return message.ephemeralFor === as && (message.flags & FLAG.loading) === 0;
}

/** A message of the newer kind has its text in its components. */
function textOf(message: StoredMessage): string {
  if ((message.flags & FLAG.components) === 0) return message.content;
  const texts = walk(message.components).filter(({ type }) => type === COMPONENT.textDisplay);
  return texts.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n');
}
