/** A piece of a text, plain and untrusted, with what was found in it. */
export interface Excerpt {
  text: string;
  /** Ranges of `text` that were found, in order, without overlap: from, and the first position behind it (UTF-16 units). */
  marks: readonly (readonly [from: number, to: number])[];
}

/** Longest excerpt (UTF-16 units). */
export const EXCERPT_MAX = 180;
/** So much stands before the first word that was found. */
const BEFORE = 50;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The piece of a text around what was found in it first; its beginning where nothing was.
 * @param found words that are marked, in small letters
 */
export function excerptOf(said: string, found: readonly string[]): Excerpt {
  const text = said.replaceAll(/\s+/g, ' ').trim();
  const wanted = new Set(found);
  const all = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    wanted.has(word.normalize('NFKC').toLowerCase()) ? [[index, index + word.length] as const] : [],
  );
  const first = all[0]?.[0] ?? 0;
  const from = first <= BEFORE || text.length <= EXCERPT_MAX ? 0 : wordStart(text, first - BEFORE);
  const to = wordEnd(text, Math.min(text.length, from + EXCERPT_MAX));
  const lead = from > 0 ? '…' : '';
  const marks = all
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]) => [start - from + lead.length, end - from + lead.length] as const);
  return { text: `${lead}${text.slice(from, to)}${to < text.length ? '…' : ''}`, marks };
}

/** Where the next word begins; where none does soon, no half of a character. */
function wordStart(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank !== -1 && blank - at < 30 ? blank + 1 : whole(text, at);
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const blank = text.lastIndexOf(' ', at);
  return at - blank < 30 ? blank : whole(text, at);
}

function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}
