import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainLine } from '../../src/replies/escape.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates, readTemplate, templatesOf } from '../../src/replies/templates.ts';
import { inlines, readable, values } from './factory.ts';

const GOLDEN = 'test/replies/golden';
const ANSWER = ['apologise', 'ask-details', 'next-step', 'thank'];

const { compose, parse } = createComposer(loadTemplates('templates'));

/** A composer over templates written in the test: `{ 'en/hello': 'Hi' }`. */
function composerOf(sources: Record<string, string>) {
  const all = Object.entries(sources).map(([key, source]) => {
    const [language = '', name = ''] = key.split('/');
    return readTemplate({ name, language, source });
  });
  return createComposer(templatesOf([...new Set(all.map(({ language }) => language))], all));
}

describe('an answer', () => {
  const people: [string, string][] = [
    ['plain', 'Alma Berg'],
    ['markup', '*_~[x](http://evil.example)'],
    ['liquid', '{{ config }}{% include "/etc/passwd" %}'],
    ['slack-mention', '<!channel> <@U0MIA> &lt;!here&gt;'],
    ['discord-mention', '@everyone <@&1100000000000000301>'],
    ['html', '<b onclick="x()">Bo</b>'],
    ['heading', '# Boss\n\n> quoted\n1. first'],
    ['number', '42'],
    ['invisible', 'Al\u0000ma\u202E\u2066 Berg\u200F'],
    ['accents', 'Inês Ångström-Øre 🦄'],
    ['backslash', 'C:\\new\\*'],
    ['code', '``` `rm` ~~~'],
  ];

  it.each(people)('to a member with a %s name reads as the golden file has it', (slug, name) => {
    const { markdown } = compose(ANSWER, values({ member: { name } }), ['en']);
    const file = join(GOLDEN, `answer-${slug}.md`);

    expect(`${markdown}\n`).toBe(readFileSync(file, 'utf8'));
    expect(readable(parse(markdown))[0]).toContain(`Hi ${plainLine(name)}, we're sorry`);
    expect(inlines(parse(markdown)).filter(({ type }) => type !== 'text')).toEqual([]);
  });

  it.each(['praise', 'goodwill'])('of the step %s reads as the golden file has it', (step) => {
    const { markdown } = compose([step], values(), ['en']);

    expect(`${markdown}\n`).toBe(readFileSync(join(GOLDEN, `${step}.md`), 'utf8'));
  });

  it('asks for all details in one list', () => {
    const blocks = parse(compose(ANSWER, values(), ['en']).markdown);

    expect(blocks.filter(({ type }) => type === 'list')).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [
          [{ type: 'text', text: 'where it happens' }],
          [{ type: 'text', text: 'a screenshot or a link, if you have one' }],
        ],
      },
    ]);
  });

  it('leaves out the step that asks when there is nothing to ask', () => {
    const whole = compose(ANSWER, values({ details: [] }), ['en']).markdown;
    const others = compose(['apologise', 'next-step', 'thank'], values(), ['en']).markdown;

    expect(whole).toBe(others);
  });

  it('shows any name and any detail letter for letter, and nothing of them as markup', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'*_~`[]()<>{}#+-=!|\\&;:.@/$%"\'1a \n'), maxLength: 30 }),
      fc.constantFrom('&amp;', '&#35;', '---', '===', '1.', '1)', '- x', '+', '```', '~~~', '[x]: http://a', '![a](b)', '<http://x.y>', '<a@b.c>', '# x', '> x', '{{ x }}', '**a**', 'a_b_c', '\\', '!'),
    );
    const printable = word.filter((text) => plainLine(text) !== '');

    fc.assert(
      fc.property(printable, fc.array(printable, { minLength: 1, maxLength: 4 }), (name, details) => {
        const blocks = parse(compose(ANSWER, values({ member: { name }, details }), ['en']).markdown);

        expect(inlines(blocks).filter(({ type }) => type !== 'text')).toEqual([]);
        expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'list', 'paragraph', 'paragraph', 'paragraph']);
        expect(readable(blocks)).toEqual([
          expect.stringContaining(`Hi ${plainLine(name)}, we're sorry`),
          expect.stringMatching(/^Could you tell us/),
          ...details.map(plainLine),
          ...[expect.anything(), expect.anything(), expect.anything()],
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('shows a value letter for letter wherever in its line a template puts it', () => {
    const anywhere = composerOf({ 'en/start': '{{ member.name }}', 'en/end': 'x {{ member.name }}', 'en/dot': '{{ member.name }}. x', 'en/link': '{{ member.name }}[x](https://a.example)', 'en/stars': '**{{ member.name }}** x' });
    const name = fc.string({ unit: fc.constantFrom(...'*_~`[]()<>#+-=!\\&;:.)1a '), minLength: 1, maxLength: 8 }).filter((text) => plainLine(text) !== '');

    fc.assert(
      fc.property(name, (text) => {
        const read = (step: string) => readable(parse(anywhere.compose([step], values({ member: { name: text } }), ['en']).markdown));

        expect(['start', 'end', 'dot', 'link', 'stars'].map(read)).toEqual([[plainLine(text)], [`x ${plainLine(text)}`], [`${plainLine(text)}. x`], [`${plainLine(text)}x`], [`${plainLine(text)} x`]]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an answer that is refused', () => {
  const broken = composerOf({
    'en/good': 'Hi {{ member.name }}',
    'en/unknown': 'Hi {{ member.nick }}',
    'en/unclosed': 'Hi {{ member.name',
    'en/endless': '{% for a in (1..100000000) %}{% for b in (1..100000000) %}x{% endfor %}{% endfor %}',
    'en/empty': '{% if member.name == "" %}x{% endif %}',
    'en/when': 'By {{ nextUpdate }}',
    'en/where': '{{ community.name }} {{ case.name }}',
  });
  const refused = (steps: string[], parts = {}) => {
    try {
      return broken.compose(steps, values(parts), ['en']).markdown;
    } catch (error) {
      return error;
    }
  };

  it.each<[string, string[], object, RegExp]>([
    ['an unknown template', ['good', 'gone'], {}, /^There is no template called gone; add templates\/en\/gone\.md/],
    ['an unknown variable', ['unknown'], {}, /^templates\/en\/unknown\.md:1:7 {2}there is no variable member\.nick/],
    ['a fault in its text', ['unclosed'], {}, /^templates\/en\/unclosed\.md:1:4 {2}a \{\{ is not closed/],
    ['an empty name', ['good'], { member: { name: '' } }, /^templates\/en\/good\.md: member\.name has no value/],
    ['a blank name', ['good'], { member: { name: ' \n\u200F' } }, /^templates\/en\/good\.md: member\.name has no value/],
    ['no name', ['good'], { member: { name: null } }, /^templates\/en\/good\.md: member\.name has no value/],
    ['no community', ['where'], { community: { name: undefined } }, /^templates\/en\/where\.md: community\.name has no/],
    ['no case', ['where'], { case: { name: ' ' } }, /^templates\/en\/where\.md: case\.name has no value/],
    ['no date', ['when'], { nextUpdate: { at: new Date(NaN), timeZone: 'UTC' } }, /^templates\/en\/when\.md: nextUpdate has no/],
    ['no such time zone', ['when'], { nextUpdate: { at: new Date(0), timeZone: 'Mars/X' } }, /nextUpdate has no value/],
    ['no steps', [], {}, /^None of the steps \(there are none\) has anything to say/],
    ['nothing to say', ['empty'], {}, /^None of the steps \(empty\) has anything to say/],
    ['no end', ['endless'], {}, /^templates\/en\/endless\.md:1:\d+ {2}/],
  ])('has %s', (_, steps, parts, message) => {
    expect(refused(steps, parts)).toMatchObject({ code: 'TEMPLATE_INVALID', retry: 'never', message: expect.stringMatching(message) });
  });

  it('is refused for a blank detail, and only where details are used', () => {
    expect(() => compose(ANSWER, values({ details: ['x', ' '] }), ['en'])).toThrow('templates/en/ask-details.md: details has no value');
    expect(refused(['good'], { details: [' '] })).toBe('Hi Alma Berg');
  });

  it('never says in its message what the member is called', () => {
    expect(refused(['good', 'unknown'], { member: { name: 'Secretive' } })).toMatchObject({ message: expect.not.stringContaining('Secretive') });
  });
});

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
    const text = (language: string) => many.compose(['by'], values(), [language]).markdown;

    expect([text('en'), text('da'), text('pt-BR')]).toEqual([
      'By Tuesday 24 November at 15:00 (Copenhagen time)',
      'Senest tirsdag 24. november kl. 15.00 (centraleuropæisk tid)',
      'Até terça-feira, 24 de novembro às 15:00 (horário da Europa Central)',
    ]);
  });

  it('falls back to English in the folders that are still empty', () => {
    expect(compose(['thank'], values(), ['da-DK', 'da', 'en'])).toMatchObject({ language: 'en', fellBack: true });
  });

  it('is refused when no language has all the steps', () => {
    const torn = composerOf({ 'en/a': 'A', 'fr/b': 'B' });

    expect(() => torn.compose(['a', 'b'], values(), ['fr'])).toThrow('No language of fr has all of the templates a, b.');
  });
});
