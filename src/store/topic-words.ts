import { z } from 'zod';
import { FILLERS } from '../cases/topics/fillers.ts';
import { meaningsIn, TOPIC_LANGUAGES, type TopicLanguage } from '../cases/topics/lexicon.ts';
import { withoutAccents, wordsOf } from '../cases/topics/plain.ts';
import { termsOf, vocabularyOf, type Stem, type Vocabulary } from '../cases/topics/terms.ts';
import { rows, type Sql } from './sql.ts';

/** Dictionaries that come with every PostgreSQL; what is said in another language is compared word by word. */
const DICTIONARY: Record<string, string> = {
  en: 'english_stem',
  da: 'danish_stem',
  fr: 'french_stem',
  pt: 'portuguese_stem',
  de: 'german_stem',
  es: 'spanish_stem',
  it: 'italian_stem',
  nl: 'dutch_stem',
  no: 'norwegian_stem',
  sv: 'swedish_stem',
  fi: 'finnish_stem',
};

const stemRow = z.object({ word: z.string(), stem: z.string().nullable() });

/** Stems of words, as the database's own dictionary of the language has them; null for what says nothing ("the"). */
export async function stemsOf(sql: Sql, language: string, words: readonly string[]): Promise<Stem> {
  const dictionary = DICTIONARY[language] ?? 'simple';
  const found = await rows(
    sql,
    stemRow,
    `select word, (ts_lexize($1::regdictionary, word))[1] as stem from unnest($2::text[]) as word`,
    [dictionary, [...new Set(words)]],
  );
  const stems = new Map(found.map(({ word, stem }) => [word, stem]));
  return (word) => stems.get(word) ?? null;
}

/** What is known of a language's words: stemmed once, then kept. */
const known = new Map<TopicLanguage, Promise<ReadonlyMap<string, string | null>>>();

function stemmed(sql: Sql, language: TopicLanguage): Promise<ReadonlyMap<string, string | null>> {
  const found = known.get(language);
  if (found) return found;
  const words = meaningsIn(language).flatMap((each) => each.words);
  const all = [...words, ...words.map(withoutAccents), ...wordsOf(FILLERS[language])];
  const asked = stemsOf(sql, language, all).then((stem) => new Map(all.map((word) => [word, stem(word)])));
  known.set(language, asked);
  asked.catch(() => known.delete(language));
  return asked;
}

const vocabularies = new Map<TopicLanguage, Vocabulary>();

/** What a text is about. @param language as the case has it: `pt-BR` is `pt` */
export async function termsIn(sql: Sql, text: string, language: string): Promise<string[]> {
  const [main = ''] = language.toLowerCase().split(/[-_]/);
  const words = wordsOf(text);
  const own = await stemsOf(sql, main, words);
  const listed = TOPIC_LANGUAGES.find((each) => each === main);
  if (!listed) return termsOf(text, { ...EMPTY, stem: (word) => bare(own(word)) });
  const stems = await stemmed(sql, listed);
  const vocabulary = vocabularies.get(listed) ?? vocabularyOf(listed, (word) => stems.get(word) ?? null);
  vocabularies.set(listed, vocabulary);
  return termsOf(text, { ...vocabulary, stem: (word) => bare(own(word)) });
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();
const EMPTY = {
  exact: NONE,
  meanings: NONE,
  roots: NONE,
  root: (word: string) => word,
  fillers: new Set<string>(),
  hasCompounds: false,
};

function bare(stem: string | null): string | null {
  return stem === null ? null : withoutAccents(stem);
}
