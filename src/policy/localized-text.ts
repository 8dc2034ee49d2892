/** What people read: one text for everybody, or one for each language by its tag, such as `{ en: Bug, da: Fejl }`. */
export type LocalizedText = string | Readonly<Record<string, string>>;

/** The languages of a community, for readers whose own a text is not written in. A workspace of the policy is one. */
export interface Speaking {
  language?: string | undefined;
  /** The policy's, where the community has none of its own. */
  languageOfAll?: string | undefined;
}

const ENGLISH = 'en';

/**
 * The text for a reader: in their language, else in the community's, else in the policy's, else in English, else the first that
 * is written. Regions of a language stand in for one another: `pt` for `pt-BR`, and the other way round.
 */
export function inLanguage(
  text: LocalizedText,
  language: string,
  { language: own, languageOfAll }: Speaking,
): string {
  if (typeof text === 'string') return text;
  for (const wanted of [language, own, languageOfAll, ENGLISH]) {
    const tag = wanted === undefined ? undefined : nearestTag(wanted, Object.keys(text));
    if (tag !== undefined) return text[tag] ?? '';
  }
  return Object.values(text)[0] ?? '';
}

/** Whether somebody who reads this language gets a text in it. */
export function isIn(text: LocalizedText, language: string): boolean {
  return typeof text === 'string' || nearestTag(language, Object.keys(text)) !== undefined;
}

/** The text in all its languages: the record knows what was asked or done by the words of that time, whichever they were. */
export function wordings(text: LocalizedText): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

function nearestTag(wanted: string, tags: readonly string[]): string | undefined {
  const whole = plain(wanted);
  return (
    tags.find((tag) => plain(tag) === whole) ??
    tags.find((tag) => plain(tag) === base(wanted)) ??
    tags.find((tag) => base(tag) === base(wanted))
  );
}

function plain(tag: string): string {
  return tag.toLowerCase().replaceAll('_', '-');
}

function base(tag: string): string {
  return plain(tag).split('-')[0] ?? '';
}
