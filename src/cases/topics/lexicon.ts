import { wordsOf } from './plain.ts';
import { THINGS } from './things.ts';
import { TROUBLES } from './troubles.ts';

/** Languages whose words are known by what they mean, in the order in which the lists have them. */
export const TOPIC_LANGUAGES = ['en', 'da', 'fr', 'pt'] as const;
export type TopicLanguage = (typeof TOPIC_LANGUAGES)[number];

/** What a word or phrase means: `=photo` is a thing, `!crash` what is wrong with it. A star says that it says little: `=app*`. */
export interface Meaning {
  language: TopicLanguage;
  words: string[];
  concept: string;
}

/** Every word and phrase of the lists. */
export const MEANINGS: readonly Meaning[] = [...read(THINGS, '='), ...read(TROUBLES, '!')];

function read(list: string, mark: string): Meaning[] {
  return list
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [concept = '', ...languages] = line.split(' | ');
      return languages.flatMap((written, index) =>
        written.split(',').map((phrase) => ({
          language: TOPIC_LANGUAGES[index] ?? 'en',
          words: wordsOf(phrase),
          concept: `${mark}${concept}`,
        })),
      );
    })
    .filter(({ words }) => words.length > 0);
}
