import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createComposer } from '../../src/replies/create-composer.ts';
import { plainLine } from '../../src/replies/escape.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { composerOf, inlines, readable, values } from './factory.ts';

const ANSWER = ['apologise', 'ask-details', 'next-step', 'thank'];
const composer = createComposer(loadTemplates('templates'));

describe('an answer with values nobody has looked at', () => {
  it('shows any name and any detail letter for letter, and nothing of them as markup', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom(...Array.from('*_~`[]()<>{}#+-=!|\\&;:.@/$%"\'1a \n')),
        maxLength: 30,
      }),
      fc.constantFrom(
        '&amp;',
        '&#35;',
        '---',
        '===',
        '1.',
        '1)',
        '- x',
        '+',
        '```',
        '~~~',
        '[x]: http://a',
        '![a](b)',
        '<http://x.y>',
        '<a@b.c>',
        '# x',
        '> x',
        '{{ x }}',
        '**a**',
        'a_b_c',
        '\\',
        '!',
      ),
    );
    const printable = word.filter((text) => plainLine(text) !== '');

    fc.assert(
      fc.property(printable, fc.array(printable, { minLength: 1, maxLength: 4 }), (name, details) => {
        const blocks = composer.parse(
          composer.compose(ANSWER, values({ member: { name }, details }), ['en']).markdown,
        );

        expect(inlines(blocks).filter(({ type }) => type !== 'text')).toEqual([]);
        expect(blocks.map(({ type }) => type)).toEqual([
          'paragraph',
          'paragraph',
          'list',
          'paragraph',
          'paragraph',
          'paragraph',
        ]);
        expect(readable(blocks)).toEqual([
          expect.stringContaining(`Hi ${plainLine(name)}, we're sorry`),
          expect.stringMatching(/^Could you tell us/),
          ...details.map(plainLine),
          expect.anything(),
          expect.anything(),
          expect.anything(),
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('shows a value letter for letter wherever in its line a template puts it', () => {
    const anywhere = composerOf({
      'en/start': '{{ member.name }}',
      'en/end': 'x {{ member.name }}',
      'en/dot': '{{ member.name }}. x',
      'en/link': '{{ member.name }}[x](https://a.example)',
      'en/stars': '**{{ member.name }}** x',
    });
    const name = fc
      .string({
        unit: fc.constantFrom(...Array.from('*_~`[]()<>#+-=!\\&;:.)1a ')),
        minLength: 1,
        maxLength: 8,
      })
      .filter((text) => plainLine(text) !== '');

    fc.assert(
      fc.property(name, (text) => {
        const read = (step: string) =>
          readable(
            composer.parse(anywhere.compose([step], values({ member: { name: text } }), ['en']).markdown),
          );

        expect(['start', 'end', 'dot', 'link', 'stars'].map(read)).toEqual([
          [plainLine(text)],
          [`x ${plainLine(text)}`],
          [`${plainLine(text)}. x`],
          [`${plainLine(text)}x`],
          [`${plainLine(text)} x`],
        ]);
      }),
      { numRuns: 200 },
    );
  });
});
