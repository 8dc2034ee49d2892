import { nameToEmoji } from 'gemoji';
import type { Emoji } from './types.ts';
import type { World } from './world.ts';

/** Different emojis a message takes. */
export const REACTIONS_MAX = 20;

const ONE_EMOJI = new RegExp(String.raw`^\p{RGI_Emoji}$`, 'v');
/** Asks for the coloured form of a character. */
const VARIATION_SELECTOR = '\u{FE0F}';

/** The emoji of a person's reaction: a character, or `:name:` of a standard one or of one of the server's own, which is made at its first use. */
export function emojiOfPerson(world: World, text: string): Emoji | null {
  const name = /^:([\w+-]{2,32}):$/.exec(text)?.[1];
  if (!name) return unicodeEmoji(text);
  const standard = nameToEmoji[name];
  if (standard !== undefined) return { id: null, name: standard };
  const known = world.emojis.values().find((emoji) => emoji.name === name);
  if (known) return known;
  const made = { id: world.nextId(), name };
  world.emojis.set(made.id, made);
  return made;
}

/** The emoji in the path of a call: a character, or `name:id`. Null for what Discord does not know. */
export function emojiOfPath(world: World, text: string): Emoji | null {
  const id = /^(?:a:)?\w{2,32}:(\d{17,20})$/.exec(text)?.[1];
  return id ? (world.emojis.get(id) ?? null) : unicodeEmoji(text);
}

function unicodeEmoji(text: string): Emoji | null {
  if (ONE_EMOJI.test(text)) return { id: null, name: text };
  const coloured = `${text}${VARIATION_SELECTOR}`;
  return ONE_EMOJI.test(coloured) ? { id: null, name: coloured } : null;
}
