import type { FileRef, MessageSnapshot } from '../../chat/message.ts';
import type { ThreadRoot } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import type { Identity } from './identity.ts';
import { linkTo } from './links.ts';
import { mentionedIn, plainText, type CharacterOf, type NameOf } from './text.ts';

/** What it takes to read Slack's ids. */
export interface Reading {
  identity: Identity;
  nameOf: NameOf;
  characterOf: CharacterOf;
}

export interface NativeFile {
  id?: string | undefined;
  name?: string | null | undefined;
  title?: string | null | undefined;
  mimetype?: string | undefined;
  size?: number | undefined;
  mode?: string | undefined;
  url_private?: string | undefined;
  url_private_download?: string | undefined;
}

/** What we read of a message, in an event, an answer of the API or a shortcut. */
export interface NativeMessage {
  ts?: string | undefined;
  thread_ts?: string | undefined;
  subtype?: string | undefined;
  user?: string | undefined;
  bot_id?: string | undefined;
  username?: string | undefined;
  bot_profile?: { name?: string | undefined } | undefined;
  text?: string | undefined;
  attachments?: { fallback?: string | undefined; text?: string | undefined }[] | undefined;
  files?: NativeFile[] | undefined;
  edited?: { ts?: string | undefined } | undefined;
}

/** Subtypes under which people and bots speak; the others are notes of Slack's own (joined, renamed, …). */
const SPOKEN = new Set([undefined, 'file_share', 'thread_broadcast', 'bot_message', 'me_message']);
/** Files whose content Slack does not give out any more. */
const NO_CONTENT = new Set(['tombstone', 'hidden_by_limit']);

export function isSpoken(message: NativeMessage): boolean {
  return SPOKEN.has(message.subtype);
}

export function isOwn(message: NativeMessage, { botId, botUserId }: Identity): boolean {
  return message.user === botUserId || message.bot_id === botId;
}

/** `ts` is seconds since 1970, and the message's id within its channel. */
export function momentOf(ts: string): Date {
  return new Date(Number(ts) * 1_000);
}

/** The `ts` of that moment. All are equally long, so they compare as text. */
export function tsAt(moment: Date): string {
  return (moment.getTime() / 1_000).toFixed(6);
}

/** Null for a message that stands in its channel by itself, the root of a thread included. */
export function threadRootOf({ ts, thread_ts: root }: NativeMessage, channelId: string): ThreadRoot | null {
  return root && root !== ts ? { channelId, messageId: root } : null;
}

/** Ids of the people whose names a snapshot of it needs. */
export function peopleInMessage(message: NativeMessage): string[] {
  return [...(message.user ? [message.user] : []), ...mentionedIn(saidIn(message))];
}

export function snapshotOf(message: NativeMessage, channelId: string, reading: Reading): MessageSnapshot {
  const { identity, nameOf, characterOf } = reading;
  const ts = message.ts ?? '';
  const threadRoot = threadRootOf(message, channelId);
  const mentions = [...new Set(mentionedIn(saidIn(message)))];
  return {
    ref: { workspaceId: identity.workspaceId, channelId, messageId: ts },
    ...(threadRoot && { threadRoot }),
    author: authorOf(message, nameOf),
    text: plainText(saidIn(message), nameOf, characterOf),
    postedAt: momentOf(ts),
    permalink: linkTo(identity, channelId, ts, threadRoot?.messageId),
    files: (message.files ?? []).flatMap((file) => fileRef(file) ?? []),
    ...(mentions.length > 0 && { mentions }),
  };
}

function authorOf(
  { user, bot_id: botId, username, bot_profile: bot }: NativeMessage,
  nameOf: NameOf,
): MessageSnapshot['author'] {
  const userId = user ?? botId ?? 'unknown';
  const named = nameOf(userId);
  const botName = username ?? bot?.name;
  return {
    userId,
    name: storable(named === userId ? (botName ?? userId) : named),
    isBot: botId !== undefined,
  };
}

/** Some apps say everything in attachments. */
function saidIn({ text, attachments }: NativeMessage): string {
  if (text) return text;
  return (attachments ?? [])
    .map((attachment) => attachment.text ?? attachment.fallback ?? '')
    .filter(Boolean)
    .join('\n');
}

/** Files shared from other workspaces come without an address; it is asked for when the file is fetched. */
export function fileRef({ id, name, title, mimetype, size, mode, ...urls }: NativeFile): FileRef | null {
  if (!id || NO_CONTENT.has(mode ?? '')) return null;
  return {
    fileId: id,
    name: storable(name || title || 'file'),
    mime: mimetype ?? 'application/octet-stream',
    size: size ?? 0,
    url: urls.url_private_download ?? urls.url_private ?? '',
  };
}
