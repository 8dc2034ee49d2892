import { expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { meaningsIn, TOPIC_LANGUAGES, type TopicLanguage } from '../../src/cases/topics/lexicon.ts';
import { termsOf, vocabularyOf } from '../../src/cases/topics/terms.ts';

/** Words as they are written: the database's stems are tried in test/store. */
const said = (language: TopicLanguage, text: string) =>
  termsOf(
    text,
    vocabularyOf(language, (word) => word),
  );

test.each([
  [
    '=lasercutter',
    'The laser cutter again',
    'Laserskærer igen',
    'Encore la découpeuse laser',
    'A cortadora a laser',
  ],
  ['=chess', 'chess club', 'skakklub', "club d'échecs", 'clube de xadrez'],
  ['=laundryroom', 'the laundry room', 'vaskekælder', 'la buanderie', 'a lavanderia'],
  ['!mocked', 'they laughed at me', 'de grinede', 'ils se moquent', 'zombaram de mim'],
])('%s is the same in four languages', (meaning, ...texts) => {
  for (const [at, language] of TOPIC_LANGUAGES.entries())
    expect(said(language, texts[at]!)).toContain(meaning);
});

test('a Danish compound means what its longest known parts mean', () => {
  expect(said('da', 'parkeringsbilletautomat')).toEqual(
    expect.arrayContaining(['=parking', '=ticketmachine']),
  );
});

test('each meaning of the lists has words in each of the four languages', () => {
  const known = TOPIC_LANGUAGES.map(
    (language) => new Set(meaningsIn(language).map(({ concept }) => concept)),
  );
  const all = new Set(known.flatMap((each) => [...each]));
  expect([...all].filter((concept) => known.some((each) => !each.has(concept)))).toEqual([]);
});

test('each line of the lists names its meaning and has a column a language', async () => {
  const folder = new URL('../../src/cases/topics/dictionary/', import.meta.url);
  const files = (await readdir(folder)).map((name) => new URL(name, folder).href);
  const lists = await Promise.all(
    files.map(async (file) => Object.values((await import(file)) as Record<string, string>)),
  );
  const lines = lists.flat().flatMap((list) => list.trim().split('\n'));
  expect(lines.length).toBeGreaterThan(600);
  expect(lines.filter((line) => !/^[a-z]+\d?\*? \|([^|]*\|){3}[^|]*$/.test(line))).toEqual([]);
});
