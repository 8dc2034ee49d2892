import { describe, expect, it } from '@jest/globals';
import { memberLanguage } from '../../../src/replies/member-language.ts';
import { servedAs } from '../../../src/replies/served-as.ts';

const OFFERED = ['en', 'da', 'fr', 'pt'];

/** The language of a member who wrote this and has set their platform to that. */
async function of(text: string, locale: string | null, { offered = OFFERED, ours = 'en' } = {}) {
  let asked = 0;
  const localeOf = async () => {
    asked += 1;
    return locale;
  };
  const found = await memberLanguage(text, { offered, ours, localeOf });
  return { ...found, asked };
}

describe('the language a member is answered in', () => {
  it('is the one they wrote in; the platform is not asked', async () => {
    expect(await of('Hvorfor er der ingen der svarer mig?', 'fr-FR')).toEqual({
      language: 'da',
      languageFrom: 'detected',
      otherwise: ['en'],
      asked: 0,
    });
  });

  it('is the one they have set where the text does not tell', async () => {
    expect(await of('??', 'da-DK')).toEqual({
      language: 'da',
      languageFrom: 'locale',
      otherwise: ['en'],
      asked: 1,
    });
    expect(await of('??', 'pt-BR')).toMatchObject({ language: 'pt', languageFrom: 'locale' });
  });

  it('is the community’s where neither tells', async () => {
    expect(await of('??', null, { ours: 'fr' })).toEqual({
      language: 'fr',
      languageFrom: 'workspace',
      otherwise: [],
      asked: 1,
    });
  });

  it('is the community’s where they have set one nobody answers in', async () => {
    expect(await of('??', 'de-DE', { ours: 'da' })).toMatchObject({
      language: 'da',
      languageFrom: 'workspace',
    });
  });

  it('stays the one they wrote in where nobody answers in it, and what they have set is tried next', async () => {
    expect(await of('Bei mir geht seit gestern überhaupt nichts mehr', 'fr-FR', { ours: 'da' })).toEqual({
      language: 'de',
      languageFrom: 'detected',
      otherwise: ['fr', 'da'],
      asked: 1,
    });
    expect(
      await of('Bei mir geht seit gestern überhaupt nichts mehr', 'de-DE', { ours: 'da' }),
    ).toMatchObject({
      language: 'de',
      otherwise: ['da'],
    });
  });

  it('is settled by what they have set where the text could be one of two', async () => {
    const either = 'ingen svar siden mandag';
    expect(await of(either, 'da-DK')).toMatchObject({ language: 'da', languageFrom: 'locale' });
    expect(await of(either, 'nb-NO')).toMatchObject({ language: 'no', languageFrom: 'detected' });
    expect(await of(either, 'nb-NO', { offered: ['en', 'da', 'nb'] })).toMatchObject({
      language: 'nb',
      languageFrom: 'locale',
    });
  });

  it('is not what they have set where the text is anything but that', async () => {
    expect(await of('ingen svar siden mandag', 'en-US')).toMatchObject({
      language: 'da',
      languageFrom: 'detected',
    });
    expect(await of('ingen svar siden mandag', null)).toMatchObject({ language: 'da' });
  });

  it('is named as its folder is called', async () => {
    const offered = ['en', 'pt-BR', 'nb'];
    expect(await of('não consigo entrar na minha conta', null, { offered })).toMatchObject({
      language: 'pt-BR',
    });
    expect(await of('Jeg har ikke fått noe svar etter tre uker', null, { offered })).toMatchObject({
      language: 'nb',
    });
  });

  it('does not depend on a platform that cannot be asked', async () => {
    const localeOf = () => Promise.reject(new Error('should not be asked'));
    await expect(
      memberLanguage('I want my money back.', { offered: OFFERED, ours: 'da', localeOf }),
    ).resolves.toMatchObject({ language: 'en' });
  });
});

describe('the folder a language is served from', () => {
  it.each([
    ['da', ['en', 'da'], 'da'],
    ['da-DK', ['en', 'da'], 'da'],
    ['pt_BR', ['pt', 'pt-BR'], 'pt-BR'],
    ['pt-PT', ['pt-BR'], 'pt-BR'],
    ['no-NO', ['nb'], 'nb'],
    ['nn', ['no'], 'no'],
    ['de-DE', ['en', 'da'], null],
    ['', ['en'], null],
  ])('%s of %j is %s', (tag, offered, folder) => {
    expect(servedAs(tag, offered)).toBe(folder);
  });
});
