import { describe, expect, it } from '@jest/globals';
import { nextUpdateText } from '../../src/replies/next-update.ts';

describe('nextUpdateText', () => {
  it.each([
    ['en', 'Europe/Copenhagen', 'Tuesday 24 November at 15:00 (Copenhagen time)'],
    ['en', 'UTC', 'Tuesday 24 November at 14:00 (UTC)'],
    ['en', 'America/Argentina/Buenos_Aires', 'Tuesday 24 November at 11:00 (Buenos Aires time)'],
    ['en-US', 'America/New_York', 'Tuesday, November 24 at 09:00 (New York time)'],
    ['da', 'Europe/Copenhagen', 'tirsdag 24. november kl. 15.00 (centraleuropæisk tid)'],
    ['da', 'UTC', 'tirsdag 24. november kl. 14.00 (UTC)'],
    ['fr', 'Europe/Paris', 'mardi 24 novembre à 15:00 (heure d’Europe centrale)'],
    ['pt', 'Europe/Lisbon', 'terça-feira, 24 de novembro às 14:00 (horário da Europa Ocidental)'],
  ])('reads naturally in %s for %s', (language, timeZone, expected) => {
    expect(nextUpdateText(new Date('2026-11-24T14:00:00Z'), timeZone, language)).toBe(expected);
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
