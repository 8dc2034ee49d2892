/** What a text is about, and in which language it is. */
export interface Subject {
  terms: readonly string[];
  language: string;
}

/** How much a term tells: 1 for a rare one, near 0 for what everybody says. */
export type Rarity = (term: string) => number;

/** Complaints of a topic of many are at least so much alike, on average (log of the odds); the log of how many cases there are is added. */
const ALIKE = -6.8;
/** Fewer cases are taken for so many: it was not measured below. */
const FEW_CASES = 40;
/** More cases are taken for so many: rather than of more things they are more often of the same. */
export const MANY_CASES = 500;
/** Two alone have to be so much more alike: one pair says less than the average of several. */
export const ONE_PAIR = 1.5;
/** What the same member says twice is at least so much alike: rather two cases than one too few (log of the odds). */
const SAME = 4;
/** As much alike, or as little, as anything can be: nobody is surer than that, and one pair does not outweigh a topic. */
const SUREST = 6;

/** What two texts have in common and what not: what the odds are told by. All of it is between 0 and about 3. */
export const SIGNS = [
  'overlap',
  'things',
  'vagueThings',
  'rarestThing',
  'troubles',
  'words',
  'thingWithTrouble',
  'otherThings',
  'noThingInCommon',
  'noTroubleInCommon',
  'otherMood',
  'acrossLanguages',
] as const;
export type Signs = Record<(typeof SIGNS)[number], number>;

/**
 * A trouble that is another one counts for so much more than was fitted. Among few cases the threshold is low, and the same thing with
 * another trouble is the mistake that is left: there only half of such pairs belong together.
 */
export const OTHER_TROUBLE = 1.6;
/** How much each sign counts: fitted on the first file of bench/topics, by `npm run bench -- topics --fit`. */
const WEIGHTS: Signs & { always: number } = {
  always: -6.12,
  overlap: 4.88,
  things: 1.33,
  vagueThings: 1.9,
  rarestThing: 1.72,
  troubles: 1.65,
  words: 3.25,
  thingWithTrouble: 1.14,
  otherThings: -0.05,
  noThingInCommon: -0.48,
  noTroubleInCommon: -0.79 - OTHER_TROUBLE,
  otherMood: -3.61,
  acrossLanguages: -0.84,
};

// A word that is in no list says less than a meaning, and a vague one as well.
const WORD = 0.4;
const VAGUE = 0.8;

const isMood = (term: string) => term === '!praise' || term === '!wish';
const isVague = (term: string) => term.endsWith('*');
const isThing = (term: string) => term.startsWith('=');
const isTrouble = (term: string) => term.startsWith('!') && !isMood(term);
const isWord = (term: string) => !term.startsWith('=') && !term.startsWith('!');
const isClearThing = (term: string) => isThing(term) && !isVague(term);
const isClearTrouble = (term: string) => isTrouble(term) && !isVague(term);

/** How likely it is that two texts are about the same: the log of the odds, 0 for even, from -6 to 6. */
export function alike(a: Subject, b: Subject, rarity: Rarity): number {
  const signs = signsOf(a, b, rarity);
  if (signs === null) return -SUREST;
  const odds = SIGNS.reduce((sum, sign) => sum + WEIGHTS[sign] * signs[sign], WEIGHTS.always);
  return Math.max(-SUREST, Math.min(SUREST, odds));
}

/** Null for nothing in common. Words that are in no list count within one language; across two, only those that both have. */
export function signsOf(a: Subject, b: Subject, rarity: Rarity): Signs | null {
  const inB = new Set(b.terms);
  const shared = a.terms.filter((term) => inB.has(term));
  if (shared.length === 0) return null;
  const only = [...a.terms, ...b.terms].filter((term) => !shared.includes(term));
  const sum = (terms: readonly string[], which: (term: string) => boolean) =>
    terms.filter(which).reduce((total, term) => total + rarity(term), 0);
  const isAcross = a.language !== b.language;
  const compared = ({ terms }: Subject) =>
    isAcross ? terms.filter((term) => !isWord(term) || shared.includes(term)) : terms;
  const weight = (terms: readonly string[]) =>
    terms.reduce((total, term) => {
      const kind = (isWord(term) ? WORD : 1) * (isVague(term) ? VAGUE : 1);
      return total + (kind * rarity(term)) ** 2;
    }, 0);
  return {
    overlap: weight(shared) / (Math.sqrt(weight(compared(a)) * weight(compared(b))) || 1),
    things: sum(shared, isClearThing),
    vagueThings: sum(shared, (term) => isThing(term) && isVague(term)),
    rarestThing: Math.max(0, ...shared.filter(isClearThing).map(rarity)),
    troubles: sum(shared, isClearTrouble),
    words: sum(shared, isWord),
    thingWithTrouble: Number(shared.some(isThing) && shared.some(isTrouble)),
    otherThings: sum(only, isThing),
    noThingInCommon: Number(differ(a, b, isClearThing)),
    noTroubleInCommon: Number(differ(a, b, isClearTrouble)),
    otherMood: Number(a.terms.some(isMood) !== b.terms.some(isMood)),
    acrossLanguages: Number(isAcross),
  };
}

/** Both say what it is about, and not the same. */
function differ(a: Subject, b: Subject, which: (term: string) => boolean): boolean {
  const [ofA, ofB] = [a.terms.filter(which), b.terms.filter(which)];
  return ofA.length > 0 && ofB.length > 0 && !ofA.some((term) => ofB.includes(term));
}

/** Whether a member said the very same: as sure as can be, or with the same words. */
export function isSame(a: Subject, b: Subject, rarity: Rarity): boolean {
  const isWordForWord =
    a.language === b.language &&
    a.terms.length === b.terms.length &&
    a.terms.every((term) => b.terms.includes(term));
  return isWordForWord || alike(a, b, rarity) >= SAME;
}

/** A small community says nothing about what is rare: it is taken for one of so many cases. */
const SAMPLE_MIN = 100;

/** What is rare among so many texts. @param counts how many of them say a term */
export function rarityFrom(counts: ReadonlyMap<string, number>, texts: number): Rarity {
  const size = Math.max(SAMPLE_MIN, texts);
  return (term) => Math.min(1, Math.log(size / Math.max(1, counts.get(term) ?? 1)) / Math.log(size / 3));
}

/** How much alike a text is to those of a topic: on average, so that a topic does not wander off from one to the next. */
export function likeTopic(found: Subject, others: readonly Subject[], rarity: Rarity): number {
  if (others.length === 0) return -SUREST;
  return others.reduce((sum, other) => sum + alike(found, other, rarity), 0) / others.length;
}

/**
 * How much alike they have to be, among so many cases (log of the odds). Before anything of two cases is known they are the less
 * likely to be about the same the more cases there are: with twice as many, each has twice as many others to be mixed up with.
 */
export function alikeAmong(cases: number): number {
  return ALIKE + Math.log(Math.min(MANY_CASES, Math.max(FEW_CASES, cases)));
}

/**
 * By how much it is more alike than it has to be, to belong there; below 0 it is rather two topics than one.
 * @param likeness on average @param pairs how many it is the average of @param threshold of `alikeAmong`
 */
export function enough(likeness: number, pairs: number, threshold: number): number {
  return likeness - threshold - ONE_PAIR / Math.max(1, pairs);
}
