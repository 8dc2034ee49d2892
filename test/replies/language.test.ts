import { describe, expect, it } from '@jest/globals';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { composerOf, values } from './factory.ts';

describe('the language of an answer', () => {
  const many = composerOf({
    'en/hi': 'Hello',
    'en/by': 'By {{ nextUpdate }}',
    'da/hi': 'Hej',
    'da/by': 'Senest {{ nextUpdate }}',
    'fr/hi': 'Bonjour',
    'pt/hi': 'Olá',
    'pt-BR/hi': 'Oi',
    'pt-BR/by': 'Até {{ nextUpdate }}',
  });

  it.each<[string[], string[], string, boolean]>([
    [['hi'], ['da', 'en'], 'da', false],
    [['hi'], ['da-DK', 'en'], 'da', false],
    [['hi'], ['DA_dk', 'en'], 'da', false],
    [['hi'], ['pt-BR'], 'pt-BR', false],
    [['hi'], ['pt-PT', 'en'], 'pt', false],
    [['hi', 'by'], ['pt-BR', 'en'], 'pt-BR', false],
    [['hi', 'by'], ['pt', 'en'], 'en', true],
    [['hi', 'by'], ['fr', 'da', 'en'], 'da', true],
    [['hi', 'by'], ['fr'], 'en', true],
    [['hi'], ['de', 'fr'], 'fr', true],
    [['hi'], [], 'en', false],
    [['hi'], ['', 'de', 'en-GB'], 'en', true],
  ])('of steps %j wanted in %j is %s', (steps, languages, language, fellBack) => {
    expect(many.compose(steps, values(), languages)).toMatchObject({ language, fellBack });
  });

  it('is the one dates are written in', () => {
    expect(
      ['en', 'da', 'pt-BR'].map((language) => many.compose(['by'], values(), [language]).markdown),
    ).toEqual([
      'By Tuesday 24 November at 15:00 (Copenhagen time)',
      'Senest tirsdag den 24. november kl. 15.00 (dansk tid)',
      'Até terça-feira, 24 de novembro, às 15h (horário da Europa Central)',
    ]);
  });

  it('is Danish for Danes, with the templates that ship', () => {
    expect(
      createComposer(loadTemplates('templates')).compose(['thank'], values(), ['da-DK', 'da', 'en']),
    ).toMatchObject({ markdown: expect.stringMatching(/^Tak/), language: 'da', fellBack: false });
  });

  it('is refused when no language has all the steps', () => {
    const torn = composerOf({ 'en/a': 'A', 'fr/b': 'B' });

    expect(() => torn.compose(['a', 'b'], values(), ['fr'])).toThrow(
      'No language of fr has all of the templates a, b.',
    );
  });
});
