import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../support/any-character.ts';
import { textsIn } from '../../src/texts/index.ts';
import { zoneNamed, zoneNames } from '../../src/time/zones.ts';

const named = (typed: string) => {
  const found = zoneNamed(typed);
  return 'zone' in found ? found.zone : found.problem(textsIn('en'));
};

describe('a time zone as people write it', () => {
  it.each([
    ['Europe/Copenhagen', 'Europe/Copenhagen'],
    ['europe/copenhagen', 'Europe/Copenhagen'],
    [' Copenhagen ', 'Europe/Copenhagen'],
    ['são paulo', 'America/Sao_Paulo'],
    ['new york', 'America/New_York'],
    ['America/New York', 'America/New_York'],
    ['Lord Howe', 'Australia/Lord_Howe'],
    ['St Johns', 'America/St_Johns'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Kathmandu', 'Asia/Kathmandu'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['buenos aires', 'America/Buenos_Aires'],
    ['København', 'Europe/Copenhagen'],
    ['copenhague', 'Europe/Copenhagen'],
    ['Lisboa', 'Europe/Lisbon'],
    ['Londres', 'Europe/London'],
    ['Nova Iorque', 'America/New_York'],
    ['Athènes', 'Europe/Athens'],
  ])('%s', (typed, zone) => {
    const found = named(typed);
    // Node versions differ in which of two names of one zone they list.
    const canonical = (name: string) =>
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    expect(canonical(found)).toBe(canonical(zone));
  });

  it.each([
    ['', 'Which time zone? Write the nearest big city, such as Copenhagen, Lisbon or New York.'],
    ['Copenhagn', 'There is no time zone "Copenhagn". Did you mean Europe/Copenhagen?'],
    ['Europe/Copenhaven', 'There is no time zone "Europe/Copenhaven". Did you mean Europe/Copenhagen?'],
    ['+02:00', '"+02:00" does not say when the clocks are changed. Write the nearest big city,'],
    ['UTC+2', '"UTC+2" does not say when the clocks are changed.'],
    ['Atlantis City', 'There is no time zone "Atlantis City". Write the nearest big city,'],
    ['constructor', 'There is no time zone "constructor".'],
    ['CET', 'There is no time zone "CET".'],
    ['Etc/GMT+5', 'There is no time zone "Etc/GMT+5".'],
    ['🚩'.repeat(25), 'There is no time zone "🚩🚩'],
  ])('"%s" is answered with what to write', (typed, problem) => {
    expect(named(typed)).toContain(problem);
  });

  it('refuses a text of 5,000 characters', () => {
    expect(named('x'.repeat(5_000))).toContain('That is too long for a time zone. Write');
  });

  it('is found under each of its names, and by no rubbish', () => {
    expect(zoneNames().filter((name) => named(name) !== name)).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 70 }), (text) => {
        const found = zoneNamed(text);
        if ('zone' in found)
          expect(() => new Intl.DateTimeFormat('en', { timeZone: found.zone })).not.toThrow();
        else expect(found.problem(textsIn('en'))).toMatch(/[.?]$/);
      }),
      { numRuns: 50 },
    );
  });
});
