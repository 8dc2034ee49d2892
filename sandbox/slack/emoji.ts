import { gemoji } from 'gemoji';

/** Slack's names where they differ from the ones in the emoji list. https://github.com/iamcal/emoji-data (short_names) */
const SLACK_NAMES: Record<string, string[]> = {
  '🤔': ['thinking_face'],
  '🤣': ['rolling_on_the_floor_laughing'],
  '🤗': ['hugging_face'],
  '🙄': ['face_with_rolling_eyes'],
  '🤮': ['face_vomiting'],
  '🤬': ['face_with_symbols_on_mouth'],
  '🤦': ['face_palm'],
  '🐞': ['ladybug'],
  '🏳': ['waving_white_flag'],
  '🏴': ['waving_black_flag'],
  '👩‍💼': ['female-office-worker'],
  '👨‍💼': ['male-office-worker'],
};
/** Flags Slack also knows by the country alone. */
const SHORT_FLAGS = ['us', 'de', 'fr', 'es', 'it', 'jp', 'kr', 'cn', 'ru', 'gb', 'uk'];
/** What somebody has added to this workspace. */
const CUSTOM = ['feedback-flag', 'party_parrot'];
/** The five skin tones follow each other; Slack numbers them 2 to 6. */
const FIRST_TONE = 0x1f3fb;

/** Names of emoji as Slack has them, without colons. */
export interface EmojiNames {
  /** The name Slack stores and sends for any name or alias, skin tone kept as a suffix; null for an unknown one. */
  canonical(name: string): string | null;
  /** The name of a character or of `:name:`; null for an unknown one. */
  nameOf(emoji: string): string | null;
  /** The character for a name, or `:name:` for a custom one. */
  show(name: string): string;
}

let made: EmojiNames | undefined;

/** Nothing of it ever changes, and tests open many sandboxes. */
export function emojiNames(): EmojiNames {
  return (made ??= createEmojiNames());
}

function createEmojiNames(): EmojiNames {
  const names = new Map<string, string>(CUSTOM.map((name) => [name, name]));
  const byCharacter = new Map<string, string>();
  const characters = new Map<string, string>();
  for (const { emoji, names: listed } of gemoji) {
    const slackNames = SLACK_NAMES[plain(emoji)] ?? flagNames(emoji) ?? listed;
    const [first = ''] = slackNames;
    for (const name of slackNames) names.set(name, first);
    byCharacter.set(plain(emoji), first);
    characters.set(first, emoji);
  }

  const canonical = (name: string): string | null => {
    const [, base = '', tone = ''] = /^(.*?)(::skin-tone-[2-6])?$/.exec(name.replaceAll(/^:|:$/g, '')) ?? [];
    const first = names.get(base);
    return first ? first + tone : null;
  };
  return {
    canonical,
    nameOf: (emoji) => {
      if (emoji.startsWith(':')) return canonical(emoji);
      const name = byCharacter.get(plain(emoji));
      const tone = Array.from(emoji)
        .map((part) => (part.codePointAt(0) ?? 0) - FIRST_TONE)
        .find((n) => n >= 0 && n < 5);
      if (!name) return null;
      return tone === undefined ? name : `${name}::skin-tone-${tone + 2}`;
    },
    show: (name) => {
      const [base = '', tone] = name.split('::skin-tone-');
      const character = characters.get(base);
      if (!character) return `:${name}:`;
      return tone ? plain(character) + String.fromCodePoint(FIRST_TONE + Number(tone) - 2) : character;
    },
  };
}

/** Without variation selector and skin tone. */
function plain(emoji: string): string {
  return emoji.replaceAll(/\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu, '');
}

/** 🇩🇰 is `flag-dk`. */
function flagNames(emoji: string): string[] | null {
  const letters = Array.from(emoji).map((part) => (part.codePointAt(0) ?? 0) - 0x1f1e6);
  if (letters.length !== 2 || letters.some((letter) => letter < 0 || letter > 25)) return null;
  const country = letters.map((letter) => String.fromCodePoint(97 + letter)).join('');
  return [`flag-${country}`, ...(SHORT_FLAGS.includes(country) ? [country] : [])];
}
