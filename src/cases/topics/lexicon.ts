import { ACCOUNT } from './dictionary/account.ts';
import { COMMUNITY } from './dictionary/community.ts';
import { CRAFT } from './dictionary/craft.ts';
import { DEVICE } from './dictionary/device.ts';
import { DOING } from './dictionary/doing.ts';
import { GAMES } from './dictionary/games.ts';
import { HEALTH } from './dictionary/health.ts';
import { HOUSING } from './dictionary/housing.ts';
import { MORE_TROUBLES } from './dictionary/more-troubles.ts';
import { PAGE } from './dictionary/page.ts';
import { SCHOOL } from './dictionary/school.ts';
import { SHOPPING } from './dictionary/shopping.ts';
import { SPORT } from './dictionary/sport.ts';
import { SUPPORT } from './dictionary/support.ts';
import { TRANSPORT } from './dictionary/transport.ts';
import { WORK } from './dictionary/work.ts';
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

/** Most of the lists is small letters and blanks: those are quickly read. */
const IN_SMALL_LETTERS = /^[a-zß-öø-ÿœ ]+$/;

/** Things by field, besides those complaints are most often about. */
const FIELDS = [
  ACCOUNT,
  COMMUNITY,
  CRAFT,
  DEVICE,
  DOING,
  GAMES,
  HEALTH,
  HOUSING,
  PAGE,
  SCHOOL,
  SHOPPING,
  SPORT,
  SUPPORT,
  TRANSPORT,
  WORK,
];

const known = new Map<TopicLanguage, readonly Meaning[]>();

/** Every word and phrase of a language in the lists: read when the first case in it is compared, not when the program starts. */
export function meaningsIn(language: TopicLanguage): readonly Meaning[] {
  const found = known.get(language) ?? [
    ...[THINGS, ...FIELDS].flatMap((list) => read(list, '=', language)),
    ...[TROUBLES, MORE_TROUBLES].flatMap((list) => read(list, '!', language)),
  ];
  known.set(language, found);
  return found;
}

function read(list: string, mark: string, language: TopicLanguage): Meaning[] {
  return list
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [concept = '', ...languages] = line.split(' | ');
      const written = languages[TOPIC_LANGUAGES.indexOf(language)] ?? '';
      return written
        .split(',')
        .map((phrase) => ({ language, words: wordsIn(phrase.trim()), concept: `${mark}${concept}` }));
    })
    .filter(({ words }) => words.length > 0);
}

function wordsIn(phrase: string): string[] {
  if (!IN_SMALL_LETTERS.test(phrase)) return wordsOf(phrase);
  if (!phrase.includes(' ')) return phrase.length > 1 ? [phrase] : [];
  return phrase.split(' ').filter((word) => word.length > 1);
}
