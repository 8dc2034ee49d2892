import { nameToEmoji } from 'gemoji';

/** Skin tones and the selector for a coloured picture: the same reaction to everybody who looks at it. */
const LOOKS = /\p{Emoji_Modifier}|\uFE0F/gu;

/** One emoji: a picture, a flag or a keycap, with whatever is joined to it. */
const CHARACTER =
  /^(?:\p{RI}{2}|[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F|\u200D\p{Extended_Pictographic}|[\u{E0020}-\u{E007F}])*)$/u;

/**
 * An emoji as events carry it: the character without skin tone or variation selector, or `:name:` for a custom one.
 * Takes a character or a name with colons, with or without Slack's `::skin-tone-2`. Discord's custom names tell capitals apart.
 */
export function normaliseEmoji(written: string): string {
  const name = /^:([^:\s]+):(?::?skin-tone-\d:)?$/.exec(written.trim())?.[1];
  const known = name !== undefined && Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
  if (name !== undefined && known === undefined) return `:${name}:`;
  const character = known ?? written.trim();
  return character.replace(LOOKS, '') || character;
}

/** Whether it can be a reaction at all: one emoji, or `:name:`. */
export function isEmoji(written: string): boolean {
  const emoji = normaliseEmoji(written);
  return /^:[^:\s]{1,100}:$/.test(emoji) || CHARACTER.test(emoji);
}
