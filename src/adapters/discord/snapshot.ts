import { MessageType, type APIAttachment, type APIMessage } from 'discord.js';
import type { FileRef, MessageSnapshot } from '../../chat/message.ts';
import { nativeId, type ThreadRoot, type WorkspaceId } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import { isDirect, isThread, type KnownChannel } from './channels.ts';
import type { Links } from './link.ts';
import { displayName, readableText, type Names } from './text.ts';

/** Written by somebody, not a notice such as "joined the server". https://docs.discord.com/developers/resources/message#message-object-message-types */
const WRITTEN = new Set<MessageType>([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
]);

/** Discord's message, where it is, and what is needed to make it readable. */
export interface Source {
  message: APIMessage & { member?: { nick?: string | null } };
  channel: KnownChannel;
  workspaceId: WorkspaceId;
  names: Names;
  links: Links;
}

/** A message in a thread hangs from the message with the thread's id: that is how Discord makes threads and forum posts. */
export function threadRootOf(channel: KnownChannel): ThreadRoot | null {
  if (!isThread(channel) || channel.parentId === null) return null;
  return { channelId: channel.parentId, messageId: channel.id };
}

export function isWritten(message: { type?: MessageType }): boolean {
  return WRITTEN.has(message.type ?? MessageType.Default);
}

export function toSnapshot({ message, channel, workspaceId, names, links }: Source): MessageSnapshot {
  const threadRoot = threadRootOf(channel);
  const guildId = isDirect(channel) ? null : nativeId(workspaceId);
  const { author } = message;
  // Discord lists everybody mentioned, and whoever is answered: only those the words name are meant.
  const mentions = [...new Set([...message.content.matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) => id ?? []))];
  return {
    ref: { workspaceId, channelId: channel.id, messageId: message.id },
    ...(threadRoot && { threadRoot }),
    author: {
      userId: author.id,
      name: displayName(author, message.member),
      isBot: author.bot === true || message.webhook_id !== undefined,
    },
    text: readableText(message, names),
    postedAt: new Date(message.timestamp),
    permalink: links.toMessage(guildId, channel.id, message.id),
    files: filesOf(message),
    ...(mentions.length > 0 && { mentions }),
  };
}

/** Whether a message by somebody else arrived without anything it could say: the sign that Message Content is switched off. */
export function looksBlanked(message: APIMessage): boolean {
  const parts = [
    message.attachments,
    message.embeds,
    message.sticker_items,
    message.components,
    message.message_snapshots,
  ];
  return message.content === '' && !message.poll && parts.every((part) => !part?.length);
}

function filesOf(message: APIMessage): FileRef[] {
  const forwarded = (message.message_snapshots ?? []).flatMap(
    (snapshot) => snapshot.message.attachments ?? [],
  );
  return [...(message.attachments ?? []), ...forwarded].map(toFile);
}

export function toFile({ id, filename, content_type: mime, size, url }: APIAttachment): FileRef {
  return {
    fileId: id,
    name: storable(filename),
    mime: storable(mime ?? 'application/octet-stream'),
    size,
    url,
  };
}
