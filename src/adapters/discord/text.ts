import type { APIMessage } from 'discord.js';
import { storable } from '../../chat/text.ts';

/** Names for ids a message only refers to; null where nobody knows. */
export interface Names {
  channel(id: string): string | null;
  role(id: string): string | null;
}

/** The parts of a message (or of a forwarded one) that say something. */
export type Said = Pick<APIMessage, 'content'> &
  Partial<Pick<APIMessage, 'mentions' | 'embeds' | 'poll' | 'sticker_items' | 'message_snapshots'>>;

const SKIN_TONES_AND_VARIATION = /\p{Emoji_Modifier}|\uFE0F/gu;

/** A reaction's emoji as the policy writes it: the bare character, or `:name:` for a custom one. */
export function emojiName({ id, name }: { id: string | null; name: string | null }): string {
  return id === null
    ? storable(name ?? '').replace(SKIN_TONES_AND_VARIATION, '')
    : `:${storable(name ?? id)}:`;
}

/**
 * A message's words with Discord's references made readable.
 * https://docs.discord.com/developers/reference#message-formatting
 */
export function readableText(message: Said, names: Names): string {
  const people = new Map((message.mentions ?? []).map((user) => [user.id, displayName(user)]));
  return storable(
    wordsOf(message)
      .replace(/<@!?(\d+)>/g, (_, id: string) => `@${people.get(id) ?? 'member'}`)
      .replace(/<@&(\d+)>/g, (_, id: string) => `@${names.role(id) ?? 'role'}`)
      .replace(/<#(\d+)>/g, (_, id: string) => `#${names.channel(id) ?? 'channel'}`)
      .replace(/<a?:(\w+):\d+>/g, ':$1:')
      .replace(/<\/([^:>]+):\d+>/g, '/$1')
      .replace(/<id:(\w+)>/g, '#$1')
      .replace(
        /<t:(-?\d{1,11})(?::[a-zA-Z])?>/g,
        (whole, seconds: string) => readableTime(Number(seconds)) ?? whole,
      )
      .replace(/<(https?:\/\/[^\s>]+)>/g, '$1'),
  );
}

/** Ids of channels a message refers to. */
export function channelsIn({ content }: { content: string }): string[] {
  return [...content.matchAll(/<#(\d+)>/g)].flatMap(([, id]) => id ?? []);
}

/** What somebody is called in a server, else everywhere. */
export function displayName(
  user: { username: string; global_name?: string | null },
  member?: { nick?: string | null } | null,
): string {
  return storable(member?.nick ?? user.global_name ?? user.username);
}

/** Forwarded messages, polls, stickers and embeds say something without any content. */
function wordsOf({
  content,
  message_snapshots: forwarded,
  poll,
  sticker_items: stickers,
  embeds,
}: Said): string {
  if (content) return content;
  const [first] = forwarded ?? [];
  if (first) return wordsOf(first.message);
  if (poll) return poll.question.text ?? '';
  if (stickers?.length) return stickers.map(({ name }) => `:${name}:`).join(' ');
  return (embeds ?? []).flatMap(({ title, description }) => [title, description].filter(Boolean)).join('\n');
}

function readableTime(seconds: number): string | null {
  const date = new Date(seconds * 1_000);
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
