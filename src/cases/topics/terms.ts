import { FILLERS } from './fillers.ts';
import { MEANINGS, type TopicLanguage } from './lexicon.ts';
import { withoutAccents, wordsOf } from './plain.ts';

/** The stem of a word in one language; null for one that says nothing ("the"). */
export type Stem = (word: string) => string | null;

/** What the words and phrases of one language mean, by their stems. */
export interface Vocabulary {
  stem: Stem;
  meanings: ReadonlyMap<string, readonly string[]>;
  fillers: ReadonlySet<string>;
  /** Words are written together: `supportchat`. */
  hasCompounds: boolean;
}

/** Longest phrase of the lists (words). */
const PHRASE_MAX = 5;
/** The first and the last part of a compound is looked for from so many letters on. */
const FIRST_PART_MIN = 4;
const LAST_PART_MIN = 5;
/** Words that languages have in common begin alike: `certificate`, `certificado` (letters). */
const COGNATE = 6;

/** @param stem for words with their accents; what it gives is compared without */
export function vocabularyOf(language: TopicLanguage, stem: Stem): Vocabulary {
  const bare: Stem = (word) => {
    const found = stem(word);
    return found === null ? null : withoutAccents(found);
  };
  const meanings = new Map<string, string[]>();
  for (const { words, concept } of MEANINGS.filter((each) => each.language === language))
    for (const written of [words, words.map(withoutAccents)]) {
      const key = keyOf(written, bare);
      meanings.set(key, [...new Set([...(meanings.get(key) ?? []), concept])]);
    }
  const fillers = new Set(wordsOf(FILLERS[language]).flatMap((word) => bare(word) ?? []));
  return { stem: bare, meanings, fillers, hasCompounds: language === 'da' };
}

/**
 * What a text is about: meanings (`=photo`, `!crash`) that are the same in all languages, and the stems of its other words.
 * The longest phrase that is known wins.
 */
export function termsOf(text: string, vocabulary: Vocabulary): string[] {
  const words = wordsOf(text);
  const terms = new Set<string>();
  for (let at = 0; at < words.length;) {
    const { concepts, length } = longest(words, at, vocabulary);
    for (const term of concepts ?? ownTerms(words[at] ?? '', vocabulary)) terms.add(term);
    at += length;
  }
  return [...terms].toSorted();
}

function longest(words: readonly string[], at: number, { stem, meanings }: Vocabulary) {
  for (let length = Math.min(PHRASE_MAX, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length);
    const concepts = meanings.get(keyOf(phrase, stem));
    if (concepts && phrase.some((word) => stem(word) !== null)) return { concepts, length };
  }
  return { concepts: null, length: 1 };
}

/** Words that say nothing by themselves count in a phrase: "not working" is not "working". */
function keyOf(words: readonly string[], stem: Stem): string {
  return words.map((word) => stem(word) ?? withoutAccents(word)).join(' ');
}

/** A word that is in no list; a compound means what its parts mean. */
function ownTerms(word: string, { stem, meanings, fillers, hasCompounds }: Vocabulary): string[] {
  const own = stem(word);
  if (own === null || own.length < 2 || fillers.has(own)) return [];
  const cognate = own.replace(/s$/, '').slice(0, COGNATE);
  if (!hasCompounds) return [cognate];
  const parts = [...meanings].flatMap(([known, concepts]) => {
    const isPart =
      own.length >= known.length + 3 &&
      ((known.length >= FIRST_PART_MIN && own.startsWith(known)) ||
        (known.length >= LAST_PART_MIN && own.endsWith(known)));
    return isPart ? concepts : [];
  });
  return parts.length > 0 ? parts : [cognate];
}
