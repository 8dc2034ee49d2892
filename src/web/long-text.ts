import { shorten } from '../chat/text.ts';

/** What is shown at once of a long text (characters), and when it counts as long. */
const BEGINNING = 400;
const LONG = 2_000;

/** Text as pages show it: whole, and for a long one also the beginning that stands for it until it is opened. */
export function lengthy(text: string): { whole: string; beginning: string | null } {
  return { whole: text, beginning: text.length > LONG ? shorten(text, BEGINNING) : null };
}
