import { describe, expect, it } from '@jest/globals';
import { nextUpdateText } from '../../src/replies/next-update.ts';

describe('nextUpdateText', () => {
  it.each([
    ['en', 'Europe/Copenhagen', 'Tuesday 24 November at 15:00 (Copenhagen time)'],
    ['en', 'UTC', 'Tuesday 24 November at 14:00 (UTC)'],
    ['en', 'America/Argentina/Buenos_Aires', 'Tuesday 24 November at 11:00 (Buenos Aires time)'],
    ['en-US', 'America/New_York', 'Tuesday, November 24 at 09:00 (New York time)'],
    ['da', 'Europe/Copenhagen', 'tirsdag den 24. november kl. 15.00 (dansk tid)'],
    ['da-DK', 'Europe/Paris', 'tirsdag den 24. november kl. 15.00 (centraleuropæisk tid)'],
    ['da', 'Europe/Dublin', 'tirsdag den 24. november kl. 14.00 (Irland-tid)'],
    ['da', 'UTC', 'tirsdag den 24. november kl. 14.00 (UTC)'],
    ['fr', 'Europe/Paris', 'mardi 24 novembre à 15h (heure de Paris)'],
    ['fr', 'Europe/Copenhagen', "mardi 24 novembre à 15h (heure d'Europe centrale)"],
    ['pt', 'Europe/Lisbon', 'terça-feira, 24 de novembro, às 14h (hora de Lisboa)'],
    ['pt', 'Europe/Copenhagen', 'terça-feira, 24 de novembro, às 15h (hora da Europa Central)'],
    ['pt', 'America/Sao_Paulo', 'terça-feira, 24 de novembro, às 11h (hora de Brasília)'],
    ['pt-BR', 'Europe/Copenhagen', 'terça-feira, 24 de novembro, às 15h (horário da Europa Central)'],
  ])('reads naturally in %s for %s', (language, timeZone, expected) => {
    expect(nextUpdateText(new Date('2026-11-24T14:00:00Z'), timeZone, language)).toBe(expected);
  });

  it.each([
    ['en', '2026-12-01T09:30:00Z', 'Tuesday 1 December at 09:30 (UTC)'],
    ['da', '2026-12-01T09:30:00Z', 'tirsdag den 1. december kl. 09.30 (UTC)'],
    ['fr', '2026-12-01T09:30:00Z', 'mardi 1er décembre à 9h30 (UTC)'],
    ['pt', '2026-12-01T09:05:00Z', 'terça-feira, 1 de dezembro, às 9h05 (UTC)'],
    ['pt', '2026-12-05T01:00:00Z', 'sábado, 5 de dezembro, à 1h (UTC)'],
    ['fr', '2026-12-05T00:00:00Z', 'samedi 5 décembre à 0h (UTC)'],
  ])('knows the first of a month and the small hours in %s: %s', (language, at, expected) => {
    expect(nextUpdateText(new Date(at), 'UTC', language)).toBe(expected);
  });

  it.each([
    ['X/Nowhere', 'da'],
    ['UTC', 'x_y'],
  ])('refuses a time zone or language that does not exist: %s, %s', (timeZone, language) => {
    expect(() => nextUpdateText(new Date('2026-11-24T14:00:00Z'), timeZone, language)).toThrow(RangeError);
  });

  it('is never earlier than what is meant', () => {
    expect(nextUpdateText(new Date('2026-11-24T14:00:25Z'), 'UTC', 'en')).toBe(
      'Tuesday 24 November at 14:01 (UTC)',
    );
  });

  it('writes midnight as the beginning of the day', () => {
    expect(nextUpdateText(new Date('2026-11-24T00:00:00Z'), 'UTC', 'en')).toBe(
      'Tuesday 24 November at 00:00 (UTC)',
    );
  });
});
