import { describe, expect, it } from '@jest/globals';
import { SPOKEN_LANGUAGES, textsIn } from '../../src/texts/index.ts';
import { plural } from '../../src/texts/plural.ts';

/** Every text with its place, such as `home.title`; those with values are called with a 3 for each. */
function everyText(given: unknown, place = ''): [place: string, text: string][] {
  if (typeof given === 'string') return [[place, given]];
  if (typeof given === 'function') {
    const values = Array.from({ length: given.length }, () => 3);
    return [[place, String((given as (...values: number[]) => unknown)(...values))]];
  }
  return Object.entries(given as object).flatMap(([name, each]) =>
    everyText(each, place === '' ? name : `${place}.${name}`),
  );
}

/** Words that are the same in two languages. */
const ALIKE = /^[^\p{L}]*$/u;

describe('the texts of the program', () => {
  it.each(SPOKEN_LANGUAGES)('are all there in %s', (language) => {
    const english = everyText(textsIn('en')).map(([place]) => place);
    const texts = everyText(textsIn(language));
    expect(texts.map(([place]) => place)).toEqual(english);
    expect(texts.filter(([, text]) => text.trim() === '' || text.includes('undefined'))).toEqual([]);
  });

  it.each(SPOKEN_LANGUAGES.filter((each) => each !== 'en'))(
    'are translated in %s, and not left in English',
    (language) => {
      const english = new Map(everyText(textsIn('en')));
      const left = everyText(textsIn(language)).filter(
        ([place, text]) => !ALIKE.test(text) && text.split(/\s+/).length > 3 && english.get(place) === text,
      );
      expect(left).toEqual([]);
    },
  );

  it('are those of the first language the program speaks, whatever the region', () => {
    expect(textsIn('pt-BR').common.code).toBe('pt');
    expect(textsIn(null, 'is', 'da_DK').common.code).toBe('da');
    expect(textsIn('toString', undefined).common.code).toBe('en');
  });

  it('count as each language does', () => {
    const forms = { one: 'one', other: 'other' };
    expect([plural('en', 0, forms), plural('fr', 0, forms), plural('da', 1, forms)]).toEqual([
      'other',
      'one',
      'one',
    ]);
  });
});
