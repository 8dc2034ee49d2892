/** Knows the names of languages, and so which there are. Made once: it takes a while, and a policy has hundreds of tags. */
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether it is the tag of a language, such as `da` or `pt-BR`. */
export function isLanguage(tag: string): boolean {
  try {
    return LANGUAGES.of(tag) !== undefined;
  } catch {
    // RangeError: not even shaped like a tag.
    return false;
  }
}

/** What to write in the place of a tag that is none. */
export function languageAdvice(tag: string): string {
  const dashed = tag.replaceAll('_', '-');
  return isLanguage(dashed) ? `did you mean ${dashed}?` : 'write a tag such as en, da, fr, pt or pt-BR';
}
