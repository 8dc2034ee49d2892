import { describe, expect, it } from '@jest/globals';
import { createComposer } from '../../src/replies/create-composer.ts';
import type { AppError } from '../../src/errors.ts';
import { plainLine } from '../../src/replies/escape.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { SPOKEN_LANGUAGES, textsIn } from '../../src/texts/index.ts';
import { composerOf, inlines, readable, values } from './factory.ts';
import { expectGolden } from './golden.ts';

const ANSWER = ['apologise', 'ask-details', 'next-step', 'thank'];
const composer = createComposer(loadTemplates('templates'));

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
    const { markdown } = composer.compose(ANSWER, values({ member: { name } }), ['en']);

    expectGolden(`answer-${slug}.md`, markdown);
    expect(readable(composer.parse(markdown))[0]).toContain(`Hi ${plainLine(name)}, we're sorry`);
    expect(inlines(composer.parse(markdown)).filter(({ type }) => type !== 'text')).toEqual([]);
  });

  it.each(['praise', 'goodwill'])('of the step %s reads as the golden file has it', (step) => {
    const { markdown } = composer.compose([step], values(), ['en']);

    expectGolden(`${step}.md`, markdown);
  });

  it('asks for all details in one list', () => {
    const blocks = composer.parse(composer.compose(ANSWER, values(), ['en']).markdown);

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
    const whole = composer.compose(ANSWER, values({ details: [] }), ['en']).markdown;
    const others = composer.compose(['apologise', 'next-step', 'thank'], values(), ['en']).markdown;

    expect(whole).toBe(others);
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
    'en/entry': 'Hi {% for each in details %}{{ each[member.name] }}{% endfor %}',
  });
  const refused = (steps: string[], parts = {}) => {
    try {
      return broken.compose(steps, values(parts), ['en']).markdown;
    } catch (error) {
      return error;
    }
  };

  it.each<[string, string[], object, RegExp]>([
    [
      'an unknown template',
      ['good', 'gone'],
      {},
      /^There is no template called gone; add templates\/en\/gone\.md/,
    ],
    [
      'an unknown variable',
      ['unknown'],
      {},
      /^templates\/en\/unknown\.md:1:7 {2}there is no variable member\.nick/,
    ],
    ['a fault in its text', ['unclosed'], {}, /^templates\/en\/unclosed\.md:1:4 {2}a \{\{ is not closed/],
    ['an empty name', ['good'], { member: { name: '' } }, /^templates\/en\/good\.md needs member\.name, and/],
    [
      'a blank name',
      ['good'],
      { member: { name: ' \n\u200F' } },
      /^templates\/en\/good\.md needs member\.name, and/,
    ],
    ['no name', ['good'], { member: { name: null } }, /^templates\/en\/good\.md needs member\.name, and/],
    [
      'no community',
      ['where'],
      { community: { name: undefined } },
      /^templates\/en\/where\.md needs community\.name, and/,
    ],
    ['no case', ['where'], { case: { name: ' ' } }, /^templates\/en\/where\.md needs case\.name, and/],
    [
      'no date',
      ['when'],
      { nextUpdate: { at: new Date(NaN), timeZone: 'UTC' } },
      /^templates\/en\/when\.md needs nextUpdate, and/,
    ],
    [
      'no such time zone',
      ['when'],
      { nextUpdate: { at: new Date(0), timeZone: 'Mars/X' } },
      /needs nextUpdate, and/,
    ],
    ['no steps', [], {}, /^There are no steps to write it from/],
    ['nothing to say', ['empty'], {}, /^None of the steps \(empty\) has anything to say/],
    [
      'something no entry of a list has',
      ['entry'],
      {},
      /^templates\/en\/entry\.md:1:32: there is no variable each\[member\.name\]\. Have it taken out/,
    ],
    ['no end', ['endless'], {}, /^templates\/en\/endless\.md:1:1: what stands here takes far too long/],
  ])('has %s', (_, steps, parts, message) => {
    expect(refused(steps, parts)).toMatchObject({
      code: 'TEMPLATE_INVALID',
      retry: 'never',
      message: expect.stringMatching(message),
    });
  });

  it('is refused for a blank detail, and only where details are used', () => {
    expect(() => composer.compose(ANSWER, values({ details: ['x', ' '] }), ['en'])).toThrow(
      'templates/en/ask-details.md needs details, and nothing is known of it here.',
    );
    expect(refused(['good'], { details: [' '] })).toBe('Hi Alma Berg');
  });

  it.each([['good', 'unknown'], ['entry']])(
    'never says in its message what the member is called: %s',
    (...steps) => {
      expect(refused(steps, { member: { name: 'Secretive' } })).toMatchObject({
        message: expect.not.stringContaining('Secretive'),
      });
    },
  );

  it.each<[string[], object?]>([
    [['gone']],
    [[]],
    [['empty']],
    [['good'], { member: { name: '' } }],
    [['entry']],
    [['endless']],
  ])('is explained to people in their own language: %j', (steps, parts = {}) => {
    const error = refused(steps, parts) as AppError;
    const said = SPOKEN_LANGUAGES.map((language) => error.in(textsIn(language)));
    expect(said[0]).toBe(error.message);
    // A sentence each, with the same places and names in it.
    expect(new Set(said)).toHaveProperty('size', 4);
    for (const each of said) expect(each).toMatch(/^\S.+\.$/);
    const quoted = (each: string) => each.match(/[\w/.-]+\.(?:md|yaml)(?::[\d:]+\d)?|each\[.*\]/g);
    for (const each of said) expect(quoted(each)).toEqual(quoted(error.message));
  });
});
