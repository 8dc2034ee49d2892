import type { ToneReason } from './reasons.ts';

/**
 * What is found in one language. Phrases are words in order, whatever their case, accents, apostrophes and marks:
 *
 * - `a|b`: one of these words. `stem*`: any word that begins so. `_`: any one word
 * - `(a b|c)`: one of these rows of words. `(…)?` and `word?` may be missing
 * - `<` in front: only where a clause begins. `>` at the end: only where one ends
 * - `!a|b` at the end: not when one of these words follows
 *
 * Å, æ and ø are `aa`, `ae` and `oe`, which people without these keys write; write them as they are.
 */
export interface ToneList {
  /** Whether `don't` is one word (`dont`) or `n'avez` two (`n avez`). */
  apostrophe: 'joins' | 'splits';
  /** Shortly before a phrase, in the same clause, they say that it is not meant: "it is *not* that you are wrong", "*if* you are wrong". */
  unless: string;
  /** A clause begins behind them, as behind a comma. */
  joins: string;
  /** Short words that are capitals only when somebody shouts. Acronyms are short too, so short words count only when they are here. */
  loud: string;
  /** Words in capitals that are friendly all the same: `THANK YOU SO MUCH`. */
  friendly: string;
  /** `instead`: what to write in place of these, in the same language. */
  phrases: Record<ToneReason, { instead?: string; phrases: string[] }>;
}
