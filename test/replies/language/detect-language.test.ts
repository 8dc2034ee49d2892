import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from '../../../src/replies/detect-language.ts';
import { wordsOfLanguage } from '../../../src/replies/words-of-language.ts';
import { SENTENCES, UNCLEAR } from './chat-sentences.ts';

/** Languages there are templates in. */
const OURS = ['en', 'da', 'fr', 'pt'];

const found = async (text: string) => (await detectLanguage(text, OURS))?.language ?? null;

describe.each(Object.entries(SENTENCES))('what people write in a chat, %s', (language, sentences) => {
  it.each(sentences)('%s', async (sentence) => {
    const detected = await detectLanguage(sentence, OURS);
    // The two that nobody could tell apart by their letters count as right where both are named.
    expect(detected?.sure === false ? detected.couldBe : [detected?.language]).toContain(language);
    if (OURS.includes(language)) expect(detected?.language).toBe(language);
  });
});

describe('a text that says nothing of its language', () => {
  it.each(UNCLEAR)('%j', async (text) => {
    expect(await found(text)).toBeNull();
  });
});

describe('a wall of signs', () => {
  // Each of these once took the time of its length squared, or worse.
  it.each(['@', 'a', 'a@', '`', '<@', '\n', 'aB', '.a', '1'])(
    '40,000 × %j is looked at in no time',
    (sign) => {
      expect(wordsOfLanguage(sign.repeat(40_000)).length).toBeLessThanOrEqual(2_000);
    },
  );

  it('of a long text the beginning tells', async () => {
    expect(await found(`Hvorfor er der ingen der svarer mig? ${'lorem '.repeat(10_000)}`)).not.toBeNull();
  });
});

describe('the traps', () => {
  it('Danish and Norwegian are told apart by their everyday words', async () => {
    expect(await found('Jeg har ikke fået noget svar efter tre uger')).toBe('da');
    expect(await found('Jeg har ikke fått noe svar etter tre uker')).toBe('no');
    expect(await found('Hvad gør I ved det nu?')).toBe('da');
    expect(await found('Hva gjør dere med det nå?')).toBe('no');
  });

  it('Danish and Swedish too', async () => {
    expect(await found('Jeg er ikke tilfreds med jeres hjælp')).toBe('da');
    expect(await found('Jag är inte nöjd med er hjälp')).toBe('sv');
  });

  it('Portuguese and Spanish, with and without accents', async () => {
    expect(await found('ainda nao recebi o meu dinheiro')).toBe('pt');
    expect(await found('todavia no he recibido mi dinero')).toBe('es');
    expect(await found('não funciona desde ontem')).toBe('pt');
    expect(await found('no funciona desde ayer por la tarde')).toBe('es');
  });

  it('a text that could be either is not sure, and says what it could be', async () => {
    const either = await detectLanguage('ingen svar siden mandag', OURS);
    expect(either).toEqual({ language: 'da', sure: false, couldBe: ['da', 'no'] });
  });

  it('a language that is answered in is preferred only where it is as likely', async () => {
    expect(await detectLanguage('det fungerer ikke', ['no', 'en'])).toMatchObject({ language: 'no' });
    expect(await detectLanguage('det fungerer ikke', OURS)).toMatchObject({ language: 'da', sure: false });
    expect(await detectLanguage('Jeg har ikke fått noe svar etter tre uker', OURS)).toMatchObject({
      language: 'no',
      sure: true,
    });
  });

  it('a language nobody answers in is believed when the text is long enough', async () => {
    expect(await found('geht nicht')).toBeNull();
    expect(await found('Bei mir geht seit gestern überhaupt nichts mehr')).toBe('de');
    expect(await found('返金してください')).toBe('ja');
  });
});

describe('what does not count', () => {
  it.each([
    ['mentions', '<@U012ABCDEF> hvornår bliver det rettet', 'hvornår bliver det rettet'],
    ['names behind an at sign', '@Søren Kjærgaard please fix the export', 'please fix the export'],
    ['names in a sentence', 'thanks to Søren Kjærgaard and João it works', 'thanks to and it works'],
    ['links', 'se https://example.com/the-long-english-path her', 'se her'],
    ['mail addresses', 'write to mette.hansen@example.dk please', 'write to please'],
    ['code', 'det siger `cannot read property` hver gang', 'det siger hver gang'],
    ['code in a fence', 'hjælp!\n```\nTypeError: is not a function\n```', 'hjælp'],
    ['an open fence', 'hjælp!\n```\nTypeError: is not a function', 'hjælp'],
    ['emoji', 'det virker ikke 😡 :rage: :face_with_rolling_eyes:', 'det virker ikke'],
    ['numbers, versions and files', 'v2.3.1 crasher i main.js på side 4', 'crasher i på side'],
    ['what others said', '> the export is broken\ndet gør den også her', 'det gør den også her'],
  ])('%s', (_what, text, left) => {
    expect(wordsOfLanguage(text)).toBe(left);
  });

  it('shouting does', async () => {
    expect(await found('I WANT MY MONEY BACK NOW')).toBe('en');
    expect(await found('JEG VIL HAVE MINE PENGE TILBAGE NU')).toBe('da');
  });

  it('nor does a long English log in a Danish complaint', async () => {
    const log = `\`\`\`\n${'Error: the connection was refused by the server\n'.repeat(20)}\`\`\``;
    expect(await found(`Den går ned hver gang jeg prøver at eksportere:\n${log}`)).toBe('da');
  });

  it('a text of any length and kind is looked at', async () => {
    expect(await found('det virker stadig ikke '.repeat(2_000))).toBe('da');
    expect(await found('\u202E\u0000\uD800'.repeat(100))).toBeNull();
  });
});
