import { type Community, type Inbox, type MessageView, SandboxRefusal } from '../platform.ts';
import { actionsOf, shownAction } from './actions.ts';
import type { Ground } from './api/method.ts';
import type { Channel } from './directory.ts';
import { shownForm } from './forms.ts';
import { HOME, shownHome } from './homes.ts';
import { dateOf } from './mint.ts';
import type { StoredMessage } from './types.ts';

/** What people see. */
export interface Shown {
  community(appConnected: boolean): Community;
  messages(query: { as: string; channel: string; thread?: string }): MessageView[];
  inbox(as: string): Inbox;
  message(message: StoredMessage, as: string): MessageView;
}

export function createShown(ground: Ground): Shown {
  const { directory, messages, emoji, forms } = ground;

  const view = (message: StoredMessage, as: string): MessageView => ({
    id: message.ts,
    channel: message.channel,
    thread: message.thread,
    author: authorOf(message, ground),
    at: dateOf(message.ts).toISOString(),
    text: message.tombstone ? 'This message was deleted.' : message.text,
    edited: message.edited !== undefined,
    ephemeral: message.ephemeralFor !== undefined,
    native: {
      ...(message.blocks ? { blocks: message.blocks } : {}),
      ...(message.attachments ? { attachments: message.attachments } : {}),
    },
    actions: actionsOf(message).map(shownAction),
    reactions: message.reactions.map(({ name, users }) => ({ emoji: emoji.show(name), people: users })),
    files: message.files.flatMap((id) => {
      const file = messages.file(id);
      if (!file) return [];
      const url = `/slack/files/${id}/${encodeURIComponent(file.name)}?as=${as}`;
      return [{ name: file.name, mime: file.mime, size: Buffer.byteLength(file.base64, 'base64'), url }];
    }),
    replies: messages.replies(message.channel, message.ts).length,
  });

  const list = (as: string, channel: Channel, thread?: string): MessageView[] => {
    const kept = thread === undefined ? messages.standing(channel.id) : messages.replies(channel.id, thread);
    const own = messages.ephemerals(channel.id, as).filter((one) => one.thread === (thread ?? null));
    return [...kept, ...own].toSorted((a, b) => (a.ts < b.ts ? -1 : 1)).map((message) => view(message, as));
  };

  return {
    message: view,
    community: (appConnected) => ({
      platform: 'slack',
      id: directory.teamId,
      name: directory.teamName,
      people: directory
        .people()
        .map(({ id, name, title, isBot, groups }) => ({ id, name, title, isBot, groups })),
      channels: directory
        .channels()
        .map(({ id, name, kind, members }) => ({ id, name, isPrivate: kind === 'group', members })),
      appConnected,
    }),
    messages: ({ as, channel, thread }) => {
      if (channel !== HOME) return list(as, seenChannel(ground, as, channel), thread);
      requirePerson(directory, as);
      const home = ground.homes.of(as);
      return home ? [shownHome(home, directory)] : [];
    },
    inbox: (as) => ({
      directMessages: directory.dmsOf(as).flatMap((channel) => {
        const other = channel.members.find((member) => member !== as) ?? as;
        const shown = list(as, channel);
        // A conversation that was only opened is not shown to anybody.
        return shown.length
          ? [
              {
                channel: channel.id,
                with: { id: other, name: directory.person(other)?.name ?? other },
                messages: shown,
              },
            ]
          : [];
      }),
      forms: forms.of(as).map((form) => shownForm(form, directory)),
    }),
  };
}

/** A channel this person can read: public, or with them in it; a person's id stands for the direct messages with them. @throws {SandboxRefusal} */
function seenChannel({ directory }: Ground, as: string, id: string): Channel {
  requirePerson(directory, as);
  const channel = directory.person(id) && id !== as ? directory.openDm(as, id) : directory.channel(id);
  if (!channel || (channel.kind !== 'channel' && !channel.members.includes(as))) {
    throw new SandboxRefusal('channel_not_found', 'There is no such channel, or it is private.');
  }
  return channel;
}

/** A channel this person is in. @throws {SandboxRefusal} */
export function ownChannel(ground: Ground, as: string, id: string): Channel {
  const channel = seenChannel(ground, as, id);
  if (!channel.members.includes(as)) throw new SandboxRefusal('not_in_channel', 'Join the channel first.');
  if (channel.archived) throw new SandboxRefusal('is_archived', 'The channel is archived.');
  return channel;
}

/** A message this person can see in a channel they are in. @throws {SandboxRefusal} */
export function seenMessage(ground: Ground, as: string, channelId: string, ts: string): StoredMessage {
  const message = ground.messages.get(ownChannel(ground, as, channelId).id, ts);
  if (!message || message.tombstone || (message.ephemeralFor && message.ephemeralFor !== as)) {
    throw new SandboxRefusal('message_not_found', 'There is no such message.');
  }
  return message;
}

function requirePerson(directory: Ground['directory'], as: string): void {
  const person = directory.person(as);
  if (!person || person.isBot) throw new SandboxRefusal('user_not_found', 'There is no such person.');
  if (person.deactivated) throw new SandboxRefusal('account_inactive', 'This account has been deactivated.');
}

function authorOf(message: StoredMessage, { directory }: Ground): MessageView['author'] {
  const person = directory.person(message.user);
  return { id: message.user, name: person?.name ?? message.user, isBot: person?.isBot ?? false };
}
