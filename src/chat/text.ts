/**
 * Text as PostgreSQL's text and jsonb accept it: no NUL, no half surrogate pair (a message cut inside an emoji has one).
 * Every string an adapter lets in goes through here.
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}

/** At most `max` characters (UTF-16 units), cut at a word where one is near, never inside a surrogate pair, with an ellipsis. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > max * 0.8 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** What ends a line, besides `\n`. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/**
 * Controls, and the marks that turn the direction of whatever stands behind them. Arabic and Hebrew need none of these: their
 * letters have their direction, and the marks that only say it (U+200E, U+200F, U+061C) stay.
 */
const DISTURBING = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** Text as it can stand among other words: nothing in it changes how those are read. Its lines end with `\n`. */
export function legible(text: string): string {
  return text
    .replaceAll(LINE_ENDS, '\n')
    .replaceAll(DISTURBING, (found) => (found === '\n' || found === '\t' ? found : ''));
}

/** Whether there is anything to be seen. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(text);
}
