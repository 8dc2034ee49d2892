import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadPolicy } from '../../src/policy/load.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { FILTERS, TAGS } from '../../src/replies/liquid.ts';
import { checkTemplates, loadTemplates, readTemplate, VARIABLES } from '../../src/replies/templates.ts';
import { textsIn } from '../../src/texts/index.ts';
import { AROUND } from '../policy/factory.ts';
import { values } from './factory.ts';
import { temporaryFolder } from '../support/folder.ts';

function problemsOf(source: string): string[] {
  const { problems } = readTemplate({ name: 'x', language: 'en', source });
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column}  ${message}`);
}

/** The templates that ship, as they are written. */
function shipped(): { language: string; source: string }[] {
  return loadTemplates('templates')
    .all()
    .map(({ language, file }) => ({ language, source: readFileSync(file, 'utf8') }));
}

describe('the templates that ship', () => {
  const templates = loadTemplates('templates');

  it('have no problems', () => {
    expect(checkTemplates(templates)).toEqual([]);
  });

  const LANGUAGES = ['da', 'en', 'fr', 'pt'];

  it('are all there in English, Danish, French and Portuguese, with the same values in them', () => {
    expect(templates.languages().toSorted()).toEqual(LANGUAGES);
    for (const name of templates.names()) {
      const uses = LANGUAGES.map((language) => [...(templates.get(language, name)?.uses ?? [])].toSorted());
      expect({ name, uses }).toEqual({ name, uses: LANGUAGES.map(() => uses[1]) });
    }
  });

  it('ask for the same details in every language', () => {
    expect(templates.details()).toHaveLength(13);
    for (const key of templates.details())
      expect(LANGUAGES.filter((language) => !templates.detail(language, key))).toEqual([]);
  });

  it('have a name for people where they can be chosen, and no other does', () => {
    expect(Object.keys(textsIn('en').cards.answers).toSorted()).toEqual(
      createComposer(templates).answers().toSorted(),
    );
  });

  it('never say whether somebody is a woman or a man', () => {
    const guess =
      /\((?:e|a|o)\)|·e|[oa]\/[oa]\b|obrigad[oa]|satisfeit[oa]|désolée?s?|satisfaite?s?\b|content[es]?\b/i;

    for (const { language, source } of shipped()) {
      if (language === 'fr' || language === 'pt') expect(source).not.toMatch(guess);
    }
  });

  it('keep French signs at their words with a space that does not break', () => {
    for (const { language, source } of shipped())
      if (language === 'fr')
        expect(source.replace(/\{[{%].*?[}%]\}/g, '')).not.toMatch(/[^\u00A0][?!:;](?:\s|$)/m);
  });

  it('are all used by the example policy, but for those that people or commands send', async () => {
    const { kinds } = await loadPolicy('hearback.example.yaml', AROUND);
    const used = new Set(Object.values(kinds).flatMap(({ steps }) => steps));

    expect(templates.names().filter((name) => !used.has(name))).toEqual([
      'ask-community',
      'close-request',
      'close-request-private',
      'goodwill',
      'goodwill-gift',
      'goodwill-present',
      'hint',
      'nudge',
      'nudge-last',
      'praise-consent',
      'thank-helper',
      'topic-fixed',
      'update',
      'update-team',
      'update-waiting',
    ]);
  });
});

describe('loadTemplates', () => {
  it('reads each file of each language by its name, and nothing else', () => {
    const dir = temporaryFolder();
    for (const folder of ['en', 'pt-BR']) mkdirSync(join(dir, folder));
    writeFileSync(join(dir, 'README.md'), 'not a template');
    writeFileSync(join(dir, 'en', 'hi.md'), '\uFEFFHi');
    writeFileSync(join(dir, 'en', 'notes.txt'), 'not a template');
    const templates = loadTemplates(dir);

    expect([templates.languages().toSorted(), templates.names()]).toEqual([['en', 'pt-BR'], ['hi']]);
    expect(createComposer(templates).compose(['hi'], values(), ['en']).markdown).toBe('Hi');
  });

  it('says which folder is missing', () => {
    expect(() => loadTemplates('/nowhere/templates')).toThrow(/cannot be read from \/nowhere\/templates/);
  });
});

describe('a problem in a template', () => {
  it.each([
    ['', ['1:1  is empty; write something or delete the file']],
    [' \n\t', ['1:1  is empty; write something or delete the file']],
    ['x'.repeat(20_001), ['1:1  has more than 20000 characters; no message is that long']],
    ['Hi {{ member.name', ['1:4  a {{ is not closed; add }}']],
    ['Hi\n\n{% if details %}', ['3:1  {% if details %} has no end; add {% endif %}']],
    ['{%- for d in details -%}', ['1:1  {%- for d in details -%} has no end; add {% endfor %}']],
    ['{% if details', ['1:1  a {% is not closed; add %}']],
    ['a{% endif %}', ['1:2  {% endif %} belongs to nothing here; take it out, or add what it ends or turns']],
    ['{{ }}', ['1:4  a value is missing; write a variable, such as member.name']],
    ['{% if %}{% endif %}', ['1:6  a value is missing; write a variable, such as member.name']],
    ['{% %}', ['1:4  there is no tag behind {%; the tags are if, unless, for, comment']],
    [
      '{% if details %}{% else %}{% else %}{% endif %}',
      ['1:1  an if has one {% else %}, and it comes last; put it there'],
    ],
    [
      '{% if details %}{% endif now %}',
      ['1:1  nothing belongs behind else and endif but %}; take "now" out'],
    ],
    [
      '{% if details = x %}{% endif %}',
      ['1:16  two values have nothing between them; put == or and there, or | and a filter'],
    ],
    [
      '{{ details | join "," }}',
      ['1:19  a filter is written like {{ details | join: ", " }}; write this one like that'],
    ],
    ['{{ details[0 }}', ['1:13  a bracket is not closed, or not needed; close it or take it out']],
    [
      '{% elephant %}',
      ['1:1  "elephant" cannot be used here; the tags are if, unless, for, comment and their ends'],
    ],
    [
      '{{ member.name | shout }}',
      [
        '1:1  there is no filter shout; the filters are capitalize, downcase, first, join, last, size, upcase',
      ],
    ],
    [
      'a\n {{ member.nick }} {{ env }}',
      ['member.nick', 'env'].map(
        (name, index) =>
          `2:${[5, 23][index]}  there is no variable ${name}; write one of ${Object.keys(VARIABLES).join(', ')}`,
      ),
    ],
    ['{{ member }}', [expect.stringMatching(/there is no variable member;/)]],
    ['{{ nextUpdate.at }}', [expect.stringMatching(/there is no variable nextUpdate\.at;/)]],
    ['{{ member[case.name] }}', [expect.stringMatching(/there is no variable member\.\[case\.name\];/)]],
    [
      '{% for d of details %}{% endfor %}',
      ['1:1  a list is gone through with {% for detail in details %}; write it like that'],
    ],
  ])('has its place and says what to write: %#', (source, expected) => {
    expect(problemsOf(source)).toEqual(
      expected.map((line) => (typeof line === 'string' ? `templates/en/x.md:${line}` : line)),
    );
  });

  it.each([
    'include "a"',
    'render "a"',
    'layout "a"',
    'assign a = 1',
    'capture a',
    'raw',
    'liquid',
    'echo member.name',
    'increment a',
    'tablerow a in b',
    'cycle "a"',
    '# a',
  ])('is a tag that could do more than a letter needs: %s', (tag) => {
    expect(problemsOf(`{% ${tag} %}`)).toEqual([expect.stringMatching(/cannot be used here/)]);
  });

  it.each(['raw', 'json', 'default: "x"', 'append: "x"', 'sha256', 'where_exp: "a", "b"'])(
    'is a filter that could do more than a letter needs: %s',
    (filter) => {
      expect(problemsOf(`{{ member.name | ${filter} }}`)).toEqual([
        expect.stringMatching(/there is no filter/),
      ]);
    },
  );

  it('is not made of what a template makes itself', () => {
    expect(
      problemsOf(
        '{% for d in details %}{{ forloop.index }} {{ d }}{% if details.size > 1 %}{{ details[0] }}{% endif %}{% endfor %}',
      ),
    ).toEqual([]);
  });
});

function inTicks(names: Iterable<string>): string {
  return [...names].map((name) => `\`${name}\``).join(', ');
}

describe('docs/templates.md', () => {
  const text = readFileSync('docs/templates.md', 'utf8');
  const rows = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name, meaning]) => [name, meaning]);

  it('lists every variable with its meaning, and no other', () => {
    expect(rows(/^\| `\{\{ (\S+) \}\}` \| (.+) \|$/gm)).toEqual(Object.entries(VARIABLES));
  });

  it('lists every template that ships, and no other', () => {
    const [tables = ''] = text.split('## Writing one');
    const listed = [...tables.matchAll(/^\| `([a-z-]+)` \| .+ \|$/gm)].map(([, name]) => name);

    expect(new Set(listed)).toEqual(new Set(loadTemplates('templates').names()));
  });

  it('lists the tags and filters', () => {
    expect(text).toContain(`Tags: ${inTicks(TAGS)}. Filters: ${inTicks(FILTERS)}.`);
  });

  it('quotes the answer as it is really composed', async () => {
    const { kinds } = await loadPolicy('sandbox/hearback.yaml', AROUND);
    const { steps, details } = kinds['feedback']!;
    const { markdown } = createComposer(loadTemplates('templates')).compose(steps, values({ details }), [
      'en',
    ]);

    expect(text).toContain(markdown.replace(/^/gm, '> ').replace(/ $/gm, ''));
  });
});
