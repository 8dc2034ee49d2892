import { legible, shorten } from '../../chat/text.ts';

/** Discord refuses an empty text; this one shows nothing. */
export const NOTHING = '\u200B';

/** A title or label, where Discord reads no markup. */
export function lineOf(text: string, max: number): string {
  return shorten(legible(text), max).trim();
}
