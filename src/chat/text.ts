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
