import { FAMILY_OF } from './families.ts';
import { FILLERS } from './fillers.ts';
import { meaningsIn, type Meaning, type TopicLanguage } from './lexicon.ts';
import { withoutAccents, wordsOf } from './plain.ts';
import { rootOf } from './root.ts';

/** The stem of a word in one language; null for one that says nothing ("the"). */
export type Stem = (word: string) => string | null;

type Meanings = ReadonlyMap<string, readonly string[]>;

/** What the words and phrases of one language mean, by their stems. */
export interface Vocabulary {
  stem: Stem;
  /** By the words as they are written. */
  exact: Meanings;
  meanings: Meanings;
  /** By what is left of single words without their endings. */
  roots: Meanings;
  root: (word: string) => string;
  fillers: ReadonlySet<string>;
  /** Words are written together: `supportchat`. */
  hasCompounds: boolean;
}

/** Longest phrase of the lists (words). */
const PHRASE_MAX = 5;
/** A word is looked for by its stem from so many letters on: short ones are of too many words. */
const STEMMED_FROM = 3;
/** A word is looked for by its root from more letters on. */
const ROOTED_FROM = 4;
/** The first and the last part of a compound is looked for from so many letters on. */
const FIRST_PART_MIN = 4;
const LAST_PART_MIN = 5;
/** What is left of a compound without the part that is known (letters, at least). */
const OTHER_PART_MIN = 3;
/** Words that languages have in common begin alike: `certificate`, `certificado` (letters). */
const COGNATE = 6;

/** @param stem for words with their accents; what it gives is compared without */
export function vocabularyOf(
  language: TopicLanguage,
  stem: Stem,
  listed: readonly Meaning[] = meaningsIn(language),
): Vocabulary {
  const bare: Stem = (word) => {
    const found = stem(word);
    return found === null ? null : withoutAccents(found);
  };
  const root = (word: string) => rootOf(word, language);
  const [exact, meanings, roots] = [new Map(), new Map(), new Map()] as [Noted, Noted, Noted];
  for (const { words, concept } of listed.filter((each) => each.language === language)) {
    const [first = ''] = words;
    note(exact, words.map(withoutAccents).join(' '), concept);
    for (const written of [words, words.map(withoutAccents)]) note(meanings, keyOf(written, bare), concept);
    if (words.length === 1) note(roots, root(first), concept);
  }
  const fillers = new Set(wordsOf(FILLERS[language]).flatMap((word) => bare(word) ?? []));
  return { stem: bare, exact, meanings, roots, root, fillers, hasCompounds: language === 'da' };
}

type Noted = Map<string, string[]>;

function note(into: Noted, key: string, concept: string): void {
  into.set(key, [...new Set([...(into.get(key) ?? []), concept])]);
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
    for (const term of concepts ?? ownTerms(words[at] ?? '', vocabulary))
      for (const each of [term, ...(FAMILY_OF.get(term) ?? [])]) terms.add(each);
    at += length;
  }
  return [...terms].toSorted();
}

function longest(words: readonly string[], at: number, vocabulary: Vocabulary) {
  const { stem, meanings } = vocabulary;
  for (let length = Math.min(PHRASE_MAX, words.length - at); length > 1; length -= 1) {
    const phrase = words.slice(at, at + length);
    const concepts = meanings.get(keyOf(phrase, stem));
    if (concepts && phrase.some((word) => stem(word) !== null)) return { concepts, length };
  }
  return { concepts: ofWord(words[at] ?? '', vocabulary), length: 1 };
}

/** As it is written, else as its dictionary has it, else by its root: what is surer first. */
function ofWord(word: string, { stem, exact, meanings, roots, root }: Vocabulary) {
  const own = stem(word);
  if (own === null) return null;
  const written = withoutAccents(word);
  return (
    exact.get(written) ??
    exact.get(own) ??
    (own.length >= STEMMED_FROM ? meanings.get(own) : undefined) ??
    (written.length > ROOTED_FROM ? roots.get(root(word)) : undefined) ??
    null
  );
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
  const parts = [firstPart(own, meanings), lastPart(own, meanings)].flatMap(
    (part) => meanings.get(part) ?? [],
  );
  return parts.length > 0 ? parts : [cognate];
}

function firstPart(word: string, meanings: Meanings): string {
  for (let length = word.length - OTHER_PART_MIN; length >= FIRST_PART_MIN; length -= 1)
    if (meanings.has(word.slice(0, length))) return word.slice(0, length);
  return '';
}

function lastPart(word: string, meanings: Meanings): string {
  for (let length = word.length - OTHER_PART_MIN; length >= LAST_PART_MIN; length -= 1)
    if (meanings.has(word.slice(-length))) return word.slice(-length);
  return '';
}
