import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../support/any-character.ts';
import { checkTone, TONE_LISTS } from '../../src/cases/tone/check-tone.ts';
import { phraseGraph, type Node } from '../../src/cases/tone/phrase-graph.ts';
import type { ToneList } from '../../src/cases/tone/tone-list.ts';
import { da } from './tone/da.ts';
import { en } from './tone/en.ts';
import { fr } from './tone/fr.ts';
import { pt } from './tone/pt.ts';
import { textsIn } from '../../src/texts/index.ts';

const SENTENCES = { en, da, fr, pt };
const ALL = Object.keys(SENTENCES);
const LANGUAGES = Object.entries(SENTENCES).map(([language, { bad, harmless }]) => ({
  language,
  bad,
  harmless,
}));
const phrases = (text: string, ...names: string[]) => checkTone(text, ALL, names).map(({ phrase }) => phrase);

describe.each(LANGUAGES)('the tone check in $language', ({ language, bad, harmless }) => {
  it('has enough to be measured by', () => {
    expect(Math.min(bad.length, harmless.length)).toBeGreaterThanOrEqual(25);
  });

  it.each(bad)('warns about: %s', (sentence, why) => {
    expect(checkTone(sentence, [language]).map((finding) => finding.why)).toContain(why);
  });

  it.each(harmless)('says nothing to: %s', (sentence) => {
    expect(phrases(sentence)).toEqual([]);
  });

  it('finds each phrase it lists', () => {
    const list = TONE_LISTS[language]!;
    for (const [reason, { phrases: listed }] of Object.entries(list.phrases))
      for (const phrase of listed) {
        const sample = sampleOf(phrase, list);
        expect([reason, phrase, sample, checkTone(sample, [language]).length]).not.toEqual([
          reason,
          phrase,
          sample,
          0,
        ]);
      }
  });
});

describe('the tone check', () => {
  it('says where a phrase is, why it may hurt and what to write instead', () => {
    const text = 'Hi Alma, you **should have** read it.';
    const [finding, ...others] = checkTone(text, ['en']);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ start: 9, end: 33, phrase: 'you **should have** read', why: 'blaming' });
    expect(textsIn('en').rules.tone[finding!.reason]).toMatch(/[.]$/);
    expect(finding!.instead).toMatch(/^Next time/);
  });

  it.each([
    ['case', 'yOu ShOuLd HaVe rEaD it'],
    ['apostrophes', 'it’s your fault, it‘s your fault, its your fault'],
    ['line breaks', 'you should\nhave read it'],
    ['accents left out', 'vous auriez du lire, nao seja ridiculo, det burde du have laest'],
    ['full-width letters', 'ｃａｌｍ ｄｏｗｎ'],
  ])('reads over %s', (_what, text) => {
    expect(phrases(text)).not.toEqual([]);
  });

  it.each([
    ['whole words only', 'The stupidest bug of all was in the scalmdownloader.'],
    [
      'no phrase across sentences',
      'Tell us what you should. Have read access? Calm. Down below is the link.',
    ],
    ['no quoted lines', '> calm down\n  > it is your fault\nWe are sorry.'],
    ['no code', 'Type `you are wrong` or ``calm down``.\n```\nSTOP DOING THIS NOW!!!\n```'],
    [
      'no addresses',
      'https://example.org/calm-down www.calm-down.org calm-down@example.org [here](https://a.b/calm-down)',
    ],
    ['no at-names', '@calm_down, have a look'],
    ['nothing after a “not”', 'I do not think you are wrong, and nobody says it is your fault.'],
  ])('judges %s', (_what, text) => {
    expect(phrases(text)).toEqual([]);
  });

  it('judges the words of a link, and what stands beside a quotation', () => {
    expect(phrases('[you are wrong](https://example.org)')).toEqual(['you are wrong']);
    expect(phrases('> Is it broken?\nCalm down.')).toEqual(['Calm down']);
    expect(phrases('You wrote “it is broken”. Calm down.')).toEqual(['Calm down']);
  });

  it('leaves out the names of people and communities', () => {
    expect(phrases('Hi Calm Down, thanks!', 'Calm Down')).toEqual([]);
    expect(phrases('Hi JEAN PAUL DUPONT, thanks!', 'Jean Paul Dupont')).toEqual([]);
    expect(phrases('Hi Mia, calm down.', 'Mia')).toEqual(['calm down']);
  });

  it.each([
    ['a single word', 'We are SO SORRY, it was BROKEN'],
    ['acronyms', 'Use the REST API over HTTPS, with JSON or YAML, see FB-12 and the FAQ'],
    ['two marks', 'Thank you!! Really?!'],
    ['a setting', 'Set MAX_FILE_SIZE and DATA_FOLDER_NAME and LOG_LEVEL_NAME'],
    ['a menu', 'Press FILE > OPEN > EXPORT'],
  ])('does not take %s for shouting', (_what, text) => {
    expect(phrases(text)).toEqual([]);
  });

  it('shows what is shouted besides a phrase, and the marks', () => {
    expect(
      checkTone('YOU SHOULD HAVE READ THE RULES!!!', ['en']).map(({ phrase, why }) => [phrase, why]),
    ).toEqual([
      ['YOU SHOULD HAVE READ', 'blaming'],
      ['THE RULES', 'shouting'],
      ['!!!', 'shouting'],
    ]);
  });

  it('names a phrase once, in however many languages it is one', () => {
    expect(phrases('First of all: rtfm.')).toEqual(['rtfm']);
  });

  it('knows regions of a language, and finds shouting in any', () => {
    expect(checkTone('A culpa é sua.', ['pt-BR'])).toHaveLength(1);
    expect(checkTone('A culpa é sua.', ['en', 'sv', '', 'constructor'])).toEqual([]);
    expect(checkTone('Det är klart!!!', ['sv'])).toHaveLength(1);
  });

  const pieces = Object.values(SENTENCES).flatMap(({ bad, harmless }) => [
    ...bad.map(([text]) => text),
    ...harmless,
  ]);
  const marks = [
    '\n',
    '\n\n',
    ' ',
    '> ',
    '`',
    '```',
    '"',
    '“',
    '”',
    '«',
    '»',
    '*',
    '_',
    '!!!',
    '?!',
    ':',
    '://',
    '@',
    '(',
    '<',
    '\uD83D',
    '\u0301',
    '\uFE0F',
  ];
  const texts = fc.array(
    fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...marks), fc.string({ unit: anyCharacter })),
    { maxLength: 12 },
  );

  it('never throws; what it finds is in the text, in order, and does not overlap', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())), (parts, names) => {
        const text = parts.join('');
        let behind = 0;
        for (const { start, end, phrase } of checkTone(text, ALL, names)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          expect(phrase).toBe(text.slice(start, end));
          behind = end;
        }
        expect(behind).toBeLessThanOrEqual(text.length);
      }),
      { examples: [[['!!!', '\uFE0F', 'PARE DE PUBLICAR AQUI AGORA'], []]] },
    );
  });

  it.each([
    '`',
    '!',
    '! ',
    '"',
    '«',
    '>\n',
    '\n',
    ' - ',
    '@',
    '_',
    'a_',
    '(',
    'YOU ',
    'you are ',
    'not ',
    "d'",
    'é',
    '\u0301',
    'vous n’avez ',
  ])('gets through a text of 10,000 characters of %j', (piece) => {
    // A test that hangs has found a text whose time grows with its square.
    expect(() => checkTone(piece.repeat(10_000 / piece.length), ALL, [piece.repeat(5)])).not.toThrow();
  });
});

/** The words of a phrase along the first way through it. */
function sampleOf(phrase: string, { apostrophe, phrases: all }: ToneList): string {
  const only = Object.fromEntries(Object.keys(all).map((reason) => [reason, { phrases: [] as string[] }]));
  let node: Node | undefined = phraseGraph({
    apostrophe,
    phrases: { ...only, wrong: { phrases: [phrase] } } as ToneList['phrases'],
  });
  const words: string[] = [];
  while (node && node.ends.length === 0) {
    const [word, next]: [string, Node | undefined] =
      node.words.size > 0
        ? [[...node.words.keys()][0]!, [...node.words.values()][0]![0]]
        : node.stems.length > 0
          ? node.stems[0]!
          : node.any.length > 0
            ? ['thing', node.any[0]]
            : ['', node.atEnd[0] ?? node.free[0]];
    if (word) words.push(word);
    node = next;
  }
  return words.join(' ');
}
