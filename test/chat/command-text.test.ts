import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textsIn } from '../../src/texts/index.ts';
import { parseCommandText } from '../../src/chat/command-text.ts';
import type { CommandSpec, OptionSpec } from '../../src/chat/command.ts';
import { commands } from '../../src/commands/index.ts';

const option = (name: string, type: OptionSpec['type'], required = true): OptionSpec => ({
  name,
  type,
  required,
  summary: () => name,
});
const spec = (name: string, ...options: OptionSpec[]): CommandSpec => ({
  name,
  options,
  summary: () => name,
  mayOpenForm: false,
});
const specs = [
  spec('help'),
  spec('note', option('case', 'case'), option('text', 'text')),
  spec('assign', option('case', 'case'), option('person', 'person')),
  spec('new', option('member', 'person'), option('origin', 'text'), option('text', 'text')),
  spec('snooze', option('case', 'case'), option('until', 'text', false), option('severity', 'choice', false)),
  spec('list', option('state', 'choice', false)),
  spec('told', { ...option('text', 'text'), keepsMentions: true }),
  spec('remind', option('case', 'case'), { ...option('when', 'choice'), takesRest: true }),
];
const parse = (line: string) => parseCommandText(line, specs);

describe('a typed command', () => {
  it.each<[string, string, Record<string, string>]>([
    ['', 'help', {}],
    ['   ', 'help', {}],
    ['HELP', 'help', {}],
    ['note FB-12 they called twice', 'note', { case: 'FB-12', text: 'they called twice' }],
    ['note FB-12 "they called twice"', 'note', { case: 'FB-12', text: 'they called twice' }],
    ['note FB-12 “they called twice”', 'note', { case: 'FB-12', text: 'they called twice' }],
    ['note  FB-12   they  called\n“twice”  ', 'note', { case: 'FB-12', text: 'they  called\n“twice”' }],
    ['note FB-12 "they" called', 'note', { case: 'FB-12', text: '"they" called' }],
    ['note FB-12 "they called', 'note', { case: 'FB-12', text: 'they called' }],
    ['note case:FB-12 text:they called', 'note', { case: 'FB-12', text: 'they called' }],
    ['note text:they called case:FB-12', 'note', { case: 'FB-12', text: 'they called' }],
    ['note text:"case:1 is like" case:FB-12', 'note', { case: 'FB-12', text: 'case:1 is like' }],
    ['note FB-12 case:1 was the same', 'note', { case: 'FB-12', text: 'case:1 was the same' }],
    [
      'note FB-12 see https://example.org/a:b',
      'note',
      { case: 'FB-12', text: 'see https://example.org/a:b' },
    ],
    ['note FB-12 ask <@U0MIA|Mia Holm> first', 'note', { case: 'FB-12', text: 'ask @Mia Holm first' }],
    ['remind FB-12 tomorrow 9:00', 'remind', { case: 'FB-12', when: 'tomorrow 9:00' }],
    ['remind when:tomorrow 9:00 case:FB-12', 'remind', { case: 'FB-12', when: 'tomorrow 9:00' }],
    ['assign FB-12 <@U0MIA|mia>', 'assign', { case: 'FB-12', person: 'U0MIA' }],
    ['assign FB-12 <@U0MIA|Mia Holm>', 'assign', { case: 'FB-12', person: 'U0MIA' }],
    [
      'assign person:<@!1100000000000000101> case:FB-12',
      'assign',
      { case: 'FB-12', person: '1100000000000000101' },
    ],
    ['assign FB-12 U0MIA', 'assign', { case: 'FB-12', person: 'U0MIA' }],
    ['assign FB-12 discord:42/123456', 'assign', { case: 'FB-12', person: 'discord:42/123456' }],
    [
      'new <@U0ALMA|Alma Berg> phone The export is broken',
      'new',
      { member: 'U0ALMA', origin: 'phone', text: 'The export is broken' },
    ],
    [
      'new <@U0ALMA> "by post" It is broken',
      'new',
      { member: 'U0ALMA', origin: 'by post', text: 'It is broken' },
    ],
    ['told <@U0ALMA|Alma Berg> shouted', 'told', { text: '@Alma Berg (<@U0ALMA>) shouted' }],
    ['told <@U0ALMA> shouted', 'told', { text: '<@U0ALMA> shouted' }],
    ['snooze FB-12', 'snooze', { case: 'FB-12' }],
    ['snooze FB-12 severity:high', 'snooze', { case: 'FB-12', severity: 'high' }],
    [
      'snooze FB-12 until:monday at 9 severity:high',
      'snooze',
      { case: 'FB-12', until: 'monday at 9', severity: 'high' },
    ],
    ['list', 'list', {}],
  ])('%j', (line, name, values) => {
    expect(parse(line)).toEqual({ name, values });
  });

  it.each<[string, string]>([
    ['ntoe FB-12 x', 'I know no command “ntoe”. Did you mean /feedback note <case> <text>?'],
    ['frobnicate', 'I know no command “frobnicate”. Type /feedback help for what I can do.'],
    ['note', '<case> is missing. Write /feedback note <case> <text>. <case>: case'],
    ['note FB-12', '<text> is missing. Write /feedback note <case> <text>. <text>: text'],
    ['note FB-12 ""', '<text> is missing. Write /feedback note <case> <text>. <text>: text'],
    ['list open closed', '“closed” is more than list can take. Write /feedback list [state]'],
    ['assign FB-12 mia', 'Name a person for <person>, such as @mia. Write /feedback assign <case> <person>'],
  ])('%j is answered with what to write', (line, problem) => {
    const parsed = parse(line);
    expect('problem' in parsed && parsed.problem(textsIn('en'))).toBe(problem);
  });

  it('is answered in the language of whoever typed it, with what has to stand there', () => {
    const parsed = parseCommandText('search', commands);
    expect('problem' in parsed && parsed.problem(textsIn('da'))).toBe(
      '<query> mangler. Skriv /feedback search <query>. <query>: Ord, "sætninger", -ikke, kind: state: from: older: …',
    );
  });

  it('never throws, and never answers with an option that the command has not', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(
          'note',
          'assign',
          'new',
          'case:',
          'text:"',
          '"',
          '“',
          '<@U1|a b>',
          '<@',
          ':',
          'FB-1',
          '__proto__:1',
        ),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(words, (typed) => {
        const parsed = parse(typed.join(' '));
        if ('problem' in parsed) return parsed.problem(textsIn('en')).length > 0;
        const known = specs.find(({ name }) => name === parsed.name)!.options.map(({ name }) => name);
        return Object.entries(parsed.values).every(([name, value]) => known.includes(name) && value !== '');
      }),
    );
  });
});
