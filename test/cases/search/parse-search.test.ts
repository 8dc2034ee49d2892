import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSearch } from '../../../src/cases/search/parse-search.ts';
import { NotPossible } from '../../../src/errors.ts';
import { textsIn } from '../../../src/texts/index.ts';

const names = {
  prefix: 'FB',
  kinds: { feedback: 'Feedback', refund: 'Refund wanted', gift_idea: { en: 'Idea', pt: 'Sugestão' } },
  departments: { qa: 'Quality', support: 'Support' },
  userId: 'U0QUINN',
};
const parse = (typed: string) => parseSearch(typed, names);
const word = (text: string, more = {}) => ({ text, isPhrase: false, isNot: false, ...more });

describe('what is looked for', () => {
  it('is words, phrases, and what is not to be there', () => {
    expect(parse('late  refund')).toEqual({ terms: [word('late'), word('refund')] });
    expect(parse('"out of order" -resolved -"not now"')).toEqual({
      terms: [
        word('out of order', { isPhrase: true }),
        word('resolved', { isNot: true }),
        word('not now', { isPhrase: true, isNot: true }),
      ],
    });
    expect(parse('“à bientôt” «très bien»').terms).toEqual([
      word('à bientôt', { isPhrase: true }),
      word('très bien', { isPhrase: true }),
    ]);
    expect(parse('two-factor - https://example.org:80/x').terms.map(({ text }) => text)).toEqual([
      'two-factor',
      'https://example.org:80/x',
    ]);
  });

  it.each([
    ['kind:refund', { kinds: ['refund'] }],
    ['KIND:Refund', { kinds: ['refund'] }],
    ['kind:"refund wanted" kind:gift-idea', { kinds: ['refund', 'gift_idea'] }],
    ['kind:sugestao', { kinds: ['gift_idea'] }],
    ['kind:refund,feedback', { kinds: ['refund', 'feedback'] }],
    ['from:<@U1|Anna Berg>', { from: [{ userId: 'U1' }] }],
    ['from:<@!123>', { from: [{ userId: '123' }] }],
    ['from:@anna from:"anna berg"', { from: [{ name: 'anna' }, { name: 'anna berg' }] }],
    ['from:me', { from: [{ userId: 'U0QUINN' }] }],
    ['handler:none handler:U0HANDLER', { handlers: [null, { userId: 'U0HANDLER' }] }],
    ['older:7d newer:2w', { olderMs: 604_800_000, newerMs: 1_209_600_000 }],
    ['state:waiting-on-team', { states: ['waiting_on_team'] }],
    ['severity:high', { severities: ['high'] }],
    ['dept:quality', { departments: ['qa'] }],
    ['in:<#C0SUPPORT|support>', { channels: ['C0SUPPORT'] }],
    ['topic:export', { topics: ['export'] }],
    ['has:file has:note', { has: ['file', 'note'] }],
    ['lang:da lang:pt-BR', { languages: ['da', 'pt'] }],
    ['FB-12 fb-3', { numbers: [12, 3] }],
  ])('%s is a filter', (typed, filters) => {
    expect(parse(typed)).toEqual({ terms: [], ...filters });
  });

  it('may stand among open cases, or those that are over', () => {
    expect(parse('state:open').states).toContain('waiting_on_member');
    expect(parse('state:over').states).toContain('dismissed');
    expect(parse('state:over').states).not.toContain('open');
  });
});

describe('what is not understood', () => {
  it.each([
    [
      'late kin:refund',
      'At character 6: there is no filter "kin:". Did you mean kind:? To look for it as words, put it in quotes.',
    ],
    [
      'error:500',
      /^At character 1: there is no filter "error:"\. These are there: kind: state: severity: from: handler: dept: in: topic: has: lang: older: newer:\./,
    ],
    ['kind:refnud', 'At character 1: kind: does not know "refnud". Did you mean kind:refund?'],
    ['severity:ugrent', 'At character 1: severity: does not know "ugrent". Did you mean severity:urgent?'],
    ['has:gold', 'At character 1: has: does not know "gold". Choose one of: file, note, answer.'],
    [
      'kind: refund',
      'At character 1: nothing stands behind kind:. Write it without a blank, such as kind:refund.',
    ],
    ['older:yesterday', /At character 1: "yesterday" is not a length of time\. .* older:7d or older:2w\./],
    ['  newer:-5d', /^At character 3: "-5d" is not/],
    ['lang:da,klingon', /"klingon" is not the code of a language/],
    ['in:#general', /"#general" is not a channel/],
    ['-kind:refund', /a minus leaves out words, not filters/],
    ['%', /^There is no word to look for/],
    ['" \' -', /^There is no word to look for/],
    ['\u0000\u0007', /^There is no word to look for/],
    ['x'.repeat(5_000), /^Your search has 5000 characters, and up to 400 are taken/],
    ['a '.repeat(150), /more than 30 words and filters/],
  ])('%# says where, and what to write instead', (typed, sentence) => {
    expect(() => parse(typed)).toThrow(NotPossible);
    expect(() => parse(typed)).toThrow(sentence);
  });

  it('is said in the language of whoever asks', () => {
    const said = (language: string) => {
      try {
        return parse('kind:refnud');
      } catch (error) {
        return error instanceof NotPossible ? error.in(textsIn(language)) : error;
      }
    };
    expect(said('da')).toBe('Ved tegn 1: kind: kender ikke "refnud". Mente du kind:refund?');
    expect(said('fr')).toMatch(/^Au caractère 1\s: kind: ne connaît pas «\srefnud\s»\./u);
    expect(said('pt')).toMatch(/^No carácter 1: kind: não conhece “refnud”\./);
  });
});

describe('whatever is typed', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      'kind:',
      '-',
      '"',
      "'",
      '%',
      'FB-',
      '<@',
      '>',
      ':',
      '__proto__:',
      'constructor:x',
      'older:',
      '\u0000',
      '\ud800',
      '\\',
      ' & ',
      '<->',
      '“',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );

  it('gives a query or a sentence, and never anything else', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        try {
          const { terms } = parse(parts.join(''));
          for (const { text } of terms) expect(text).toMatch(/[\p{L}\p{N}]/u);
        } catch (error) {
          expect(error).toBeInstanceOf(NotPossible);
        }
      }),
      { numRuns: 500 },
    );
  });
});
