import { editDistance } from '../../policy/nearest.ts';

/** How many words one typed word may stand for: more than look alike in any language, so that none crowds another out. */
const MOST = 64;

/** Of words that look alike, those that somebody may have meant, the likeliest first: one slip of the pen away, in long words two. */
export function near(typed: string, words: readonly string[]): string[] {
  // In short words one letter makes another word, and in numbers any.
  if (typed.length < 4 || /\d/.test(typed)) return [];
  const within = typed.length < 8 ? 1 : 2;
  return words
    .filter((word) => word !== typed)
    .map((word) => ({ word, distance: editDistance(typed, word) }))
    .filter(({ distance }) => distance <= within)
    .toSorted((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .slice(0, MOST)
    .map(({ word }) => word);
}
