/** What a text is about, and in which language it is. */
export interface Subject {
  terms: readonly string[];
  language: string;
}

/** How much a term tells: 1 for a rare one, near 0 for what everybody says. */
export type Rarity = (term: string) => number;

/** Two complaints of a topic are at least so much alike, on average. Found on the first file of bench/topics. */
export const ALIKE = 0.45;
/** What the same member says twice is at least so much alike: rather two cases than one too few. */
export const SAME = 0.98;

// What was found to tell one complaint from another there: see docs/topics.md.
const WEIGHT = { meaning: 1, word: 0.4, vague: 0.8 };
const OTHER_TROUBLE = 0.6;
const OTHER_THING = 0.15;
const ONE_WORD_ALONE = 0.55;
const OTHER_MOOD = 0.2;
const BOTH_THE_SAME = 0.4;

const isThing = (term: string) => term.startsWith('=');
const isMood = (term: string) => term === '!praise' || term === '!wish';
const isTrouble = (term: string) => term.startsWith('!') && !isMood(term);
const isWord = (term: string) => !term.startsWith('=') && !term.startsWith('!');
const isVague = (term: string) => term.endsWith('*');

/**
 * How much alike two texts are in what they are about: 0 for nothing in common, above 1 for the same trouble with the same thing.
 * Words that are in no list count within one language; across two, only those that both have.
 */
export function alike(a: Subject, b: Subject, rarity: Rarity): number {
  const inB = new Set(b.terms);
  const shared = a.terms.filter((term) => inB.has(term));
  if (shared.length === 0) return 0;
  const weight = (terms: readonly string[]) =>
    terms.reduce((sum, term) => {
      const kind = isWord(term) ? WEIGHT.word : WEIGHT.meaning;
      return sum + (kind * (isVague(term) ? WEIGHT.vague : 1) * rarity(term)) ** 2;
    }, 0);
  const compared = ({ terms }: Subject) =>
    a.language === b.language ? terms : terms.filter((term) => !isWord(term) || shared.includes(term));
  const overlap = weight(shared) / (Math.sqrt(weight(compared(a)) * weight(compared(b))) || 1);
  const isBoth = shared.some(isThing) && shared.some(isTrouble);
  const isDifferent =
    (differ(a, b, isTrouble) ? OTHER_TROUBLE : 1) * (differ(a, b, isThing) ? OTHER_THING : 1);
  const isMore = shared.filter((term) => !isVague(term)).length > 1;
  const isSameMood = a.terms.some(isMood) === b.terms.some(isMood);
  return (
    (overlap * isDifferent + (isBoth ? BOTH_THE_SAME : 0)) *
    (isMore ? 1 : ONE_WORD_ALONE) *
    (isSameMood ? 1 : OTHER_MOOD)
  );
}

/** A small community says nothing about what is rare: it is taken for one of so many cases. */
const SAMPLE_MIN = 100;

/** What is rare among so many texts. @param counts how many of them say a term */
export function rarityFrom(counts: ReadonlyMap<string, number>, texts: number): Rarity {
  const size = Math.max(SAMPLE_MIN, texts);
  return (term) => Math.min(1, Math.log(size / Math.max(1, counts.get(term) ?? 1)) / Math.log(size / 3));
}

/** Both say what it is about, and not the same. */
function differ(a: Subject, b: Subject, which: (term: string) => boolean): boolean {
  const said = ({ terms }: Subject) => terms.filter((term) => which(term) && !isVague(term));
  const [ofA, ofB] = [said(a), said(b)];
  return ofA.length > 0 && ofB.length > 0 && !ofA.some((term) => ofB.includes(term));
}

/** How much alike a text is to those of a topic: on average, so that a topic does not wander off from one to the next. */
export function likeTopic(found: Subject, others: readonly Subject[], rarity: Rarity): number {
  if (others.length === 0) return 0;
  return others.reduce((sum, other) => sum + alike(found, other, rarity), 0) / others.length;
}
