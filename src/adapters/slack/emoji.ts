import { gemoji } from 'gemoji';

/**
 * Slack's short names where neither the list's names nor its descriptions lead to them.
 * https://github.com/iamcal/emoji-data (short_name)
 */
const SLACK_NAMES: readonly (readonly [character: string, name: string])[] = [
  ['🤔', 'thinking_face'],
  ['🤗', 'hugging_face'],
  ['🤣', 'rolling_on_the_floor_laughing'],
  ['🙄', 'face_with_rolling_eyes'],
  ['🤨', 'face_with_raised_eyebrow'],
  ['🥰', 'smiling_face_with_3_hearts'],
  ['🤮', 'face_vomiting'],
  ['🤬', 'face_with_symbols_on_mouth'],
  ['🤦', 'face_palm'],
  ['🏳', 'waving_white_flag'],
  ['🏴', 'waving_black_flag'],
  ['🟢', 'large_green_circle'],
  ['🟡', 'large_yellow_circle'],
  ['🟠', 'large_orange_circle'],
  ['👨‍💼', 'male-office-worker'],
  ['👩‍💼', 'female-office-worker'],
];
/** The code point of 🇦; the other letters follow. */
const REGIONAL_A = 0x1f1e6;

/** Between Slack's short names and characters. */
export interface Emoji {
  /**
   * `+1::skin-tone-3` → 👍. A name that stands for no character (a workspace's own emoji) becomes `:name:`.
   * @param reaction as in Slack's events: a short name or alias, without colons.
   */
  characterOf(reaction: string): string;
  /** 👍 → `+1`, `:party_parrot:` → `party_parrot`: what Slack's methods want. Null for what is no emoji. */
  shortNameOf(emoji: string): string | null;
}

export function createEmoji(): Emoji {
  const characters = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { emoji, names: listed, description } of gemoji) {
    const character = bare(emoji);
    for (const name of [...listed, description.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')])
      if (!characters.has(name)) characters.set(name, character);
    names.set(character, flagName(character) ?? listed[0] ?? '');
  }
  for (const [character, name] of SLACK_NAMES) {
    characters.set(name, character);
    names.set(character, name);
  }
  return {
    characterOf: (reaction) => {
      const name = reaction.replace(/::skin-tone-\d$/, '');
      const spelled = name
        .replace(/^male-/, 'man_')
        .replace(/^female-/, 'woman_')
        .replaceAll('-', '_');
      return characters.get(name) ?? flagOf(name) ?? characters.get(spelled) ?? `:${name}:`;
    },
    shortNameOf: (emoji) => /^:([^:\s]+):$/.exec(emoji)?.[1] ?? (names.get(bare(emoji)) || null),
  };
}

/** Without skin tone and variation selector. */
function bare(emoji: string): string {
  return emoji.replaceAll(/\uFE0F|\p{Emoji_Modifier}/gu, '');
}

function flagOf(name: string): string | null {
  const country = /^flag-([a-z]{2})$/.exec(name)?.[1];
  if (!country) return null;
  return String.fromCodePoint(...country.split('').map((letter) => REGIONAL_A + letter.charCodeAt(0) - 97));
}

function flagName(character: string): string | null {
  const letters = Array.from(character, (part) => (part.codePointAt(0) ?? 0) - REGIONAL_A);
  if (letters.length !== 2 || letters.some((letter) => letter < 0 || letter > 25)) return null;
  return `flag-${letters.map((letter) => String.fromCharCode(97 + letter)).join('')}`;
}
