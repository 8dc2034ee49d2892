/** One word of a text, where it stands, and what is between it and the one before. */
export interface Word {
  start: number;
  end: number;
  /** As it is compared: without case, accents and apostrophes. */
  folded: string;
  /** `space`: nothing that divides. `clause`: a comma or dash. `stop`: the end of a sentence, or something that is not judged. */
  before: 'space' | 'clause' | 'stop';
}

/** Accents belong to the letter before them: one that stands behind a sign is no beginning of a word. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‘ʼ´`][\p{L}\p{M}\p{N}]+)*/gu;
const PART = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** A list's next item or a quote begins a new sentence, a line break alone does not. */
const STOP = /[.!?…;:()[\]{}|<>=\u2028\u2029]|\n\s*(?:\n|[-*+>#]|\d+[.)])/;
const CLAUSE = /[,–—]|\s-+\s/;
const APOSTROPHES = /['’‘ʼ´`]/g;

const LETTERS: Record<string, string> = {
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** A word without case, accents and apostrophes. */
export function fold(word: string): string {
  const plain = word.normalize('NFC').toLowerCase();
  return plain
    .replaceAll(/[åøæœßłđı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(APOSTROPHES, '');
}

/**
 * The words of a text, in order.
 * @param spared parts that have no words: what is quoted, code, addresses. In order, not overlapping
 */
export function wordsOf(
  text: string,
  apostrophe: 'joins' | 'splits',
  spared: readonly { start: number; end: number }[],
): Word[] {
  const words: Word[] = [];
  let next = 0;
  let behind = 0;
  for (const { 0: found, index } of text.matchAll(apostrophe === 'joins' ? WORD : PART)) {
    const end = index + found.length;
    while ((spared[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    if ((spared[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    const skipped = next > 0 && spared[next - 1]!.start >= behind;
    const before = skipped || words.length === 0 ? 'stop' : gapOf(text.slice(behind, index));
    words.push({ start: index, end, folded: fold(found), before });
    behind = end;
  }
  return words;
}

function gapOf(between: string): Word['before'] {
  if (STOP.test(between)) return 'stop';
  return CLAUSE.test(between) ? 'clause' : 'space';
}
