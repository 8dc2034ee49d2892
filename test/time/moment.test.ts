import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../support/any-character.ts';
import { SPOKEN_LANGUAGES, textsIn, type Wording } from '../../src/texts/index.ts';
import { readMoment, type Meant } from '../../src/time/moment.ts';
import { ZONES } from './minutes.ts';

/** How often each property is tried; `PROPERTY_RUNS` for a longer look. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 150);

/** Wednesday, 11:20 in Copenhagen. */
const NOW = new Date('2026-11-18T10:20:00Z');
const ZONE = 'Europe/Copenhagen';
const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });

const english = (wording: Wording) => wording(textsIn('en'));

/** What the clock in Copenhagen shows then, or the sentence. */
function read(typed: string, now = NOW): string {
  const meant = readMoment(typed, now, ZONE);
  return 'problem' in meant ? english(meant.problem) : shown.format(meant.at);
}

const problemOf = (meant: Meant) => ('problem' in meant ? english(meant.problem) : null);

describe('a moment as people write it', () => {
  it.each([
    ['30m', '2026-11-18 11:50'],
    ['2h', '2026-11-18 13:20'],
    ['1h 30m', '2026-11-18 12:50'],
    ['1h30', '2026-11-19 01:30'],
    ['14h30', '2026-11-18 14:30'],
    ['in 1h30', '2026-11-18 12:50'],
    ['3 days and 4 hours', '2026-11-21 15:20'],
    ['1.5h', '2026-11-18 12:50'],
    ['3d', '2026-11-21 11:20'],
    ['1w', '2026-11-25 11:20'],
    ['in 3 days', '2026-11-21 11:20'],
    ['In 2 Hours and 10 minutes', '2026-11-18 13:30'],
    ['for a week', '2026-11-25 11:20'],
    ['half an hour', '2026-11-18 11:50'],
    ['2 months', '2027-01-18 11:20'],
    ['in 3 days at 9:00', '2026-11-21 09:00'],
    ['om 3 dage', '2026-11-21 11:20'],
    ['dans une heure', '2026-11-18 12:20'],
    ['daqui a 2 semanas', '2026-12-02 11:20'],
    ['tomorrow', '2026-11-19 09:00'],
    ['tomorrow 9:00', '2026-11-19 09:00'],
    ['tomorrow at 4pm', '2026-11-19 16:00'],
    ['Tomorrow, 16:45', '2026-11-19 16:45'],
    ['tomorrow morning', '2026-11-19 09:00'],
    ['16:45 tomorrow', '2026-11-19 16:45'],
    ['today 17:00', '2026-11-18 17:00'],
    ['tonight', '2026-11-18 20:00'],
    ['the day after tomorrow', '2026-11-20 09:00'],
    ['i morgen kl. 8.30', '2026-11-19 08:30'],
    ['i overmorgen', '2026-11-20 09:00'],
    ['i aften', '2026-11-18 20:00'],
    ['demain à 14h30', '2026-11-19 14:30'],
    ['Après-demain', '2026-11-20 09:00'],
    ['amanhã às 9h', '2026-11-19 09:00'],
    ['amanhã de manhã', '2026-11-19 09:00'],
    ['monday', '2026-11-23 09:00'],
    ['next monday', '2026-11-23 09:00'],
    ['next week', '2026-11-23 09:00'],
    ['lundi prochain', '2026-11-23 09:00'],
    ['fri 14:30', '2026-11-20 14:30'],
    ['on Friday at 2pm', '2026-11-20 14:00'],
    ['wednesday', '2026-11-25 09:00'],
    ['wednesday 12:00', '2026-11-18 12:00'],
    ['wednesday 11:00', '2026-11-25 11:00'],
    ['lørdag', '2026-11-21 09:00'],
    ['sexta-feira', '2026-11-20 09:00'],
    ['12:00', '2026-11-18 12:00'],
    ['9:00', '2026-11-19 09:00'],
    ['9am', '2026-11-19 09:00'],
    ['12am', '2026-11-19 00:00'],
    ['12pm', '2026-11-18 12:00'],
    ['noon', '2026-11-18 12:00'],
    ['until friday', '2026-11-20 09:00'],
    ['på mandag kl. 9.30', '2026-11-23 09:30'],
    ['dec 24, 2026 12:30pm', '2026-12-24 12:30'],
    ['kl. 14', '2026-11-18 14:00'],
    ['2026-12-24', '2026-12-24 09:00'],
    ['2026-12-24T14:30', '2026-12-24 14:30'],
    ['2026-12-24 14:30', '2026-12-24 14:30'],
    ['24.12.', '2026-12-24 09:00'],
    ['24.12', '2026-12-24 09:00'],
    ['24.12.2026', '2026-12-24 09:00'],
    ['24/12', '2026-12-24 09:00'],
    ['24/12/26 8:15', '2026-12-24 08:15'],
    ['dec 24 9am', '2026-12-24 09:00'],
    ['December 24th, 2026', '2026-12-24 09:00'],
    ['24 dec', '2026-12-24 09:00'],
    ['24. december', '2026-12-24 09:00'],
    ['le 24 décembre à 9h30', '2026-12-24 09:30'],
    ['24 de dezembro', '2026-12-24 09:00'],
    ['1er janvier', '2027-01-01 09:00'],
    ['3/4', '2027-04-03 09:00'],
    ['18/11', '2027-11-18 09:00'],
    ['18/11 12:00', '2026-11-18 12:00'],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it('says how a day in numbers is read where it can be read in two ways', () => {
    const note = (typed: string) => {
      const meant = readMoment(typed, NOW, ZONE);
      const found = 'note' in meant ? meant.note : meant.problem;
      return found && english(found);
    };
    expect(note('3/4')).toBe('3/4 is read as 3 April: the day comes first.');
    expect(note('1h30')).toBe('This is read as the time 1:30. For a length write "in 1h30".');
    expect([note('4/4'), note('24/12'), note('3.4.')]).toEqual([null, null, null]);
  });

  it.each([
    ['', 'When? Write for example 2h,'],
    ['   ', 'When? '],
    ['in -3 days', '"in -3 days" is in the past. Write a time to come: for example 2h,'],
    ['-1h', '"-1h" is in the past.'],
    ['3 days ago', '"3 days ago" is in the past.'],
    ['yesterday', '"yesterday" is over already.'],
    ['today', '"today" is over already. Write a time to come, such as 17:00, 2h or tomorrow 9:00.'],
    ['today 9:00', '"today 9:00" is over already.'],
    ['2026-11-17', '"2026-11-17" is over already.'],
    ['0m', '"0m" is over already.'],
    ['31/02', 'There is no 31 February: February ends on the 28th.'],
    ['31 april', 'There is no 31 April: April ends on the 30th.'],
    ['2027-02-29', 'There is no 29 February 2027: February ends on the 28th.'],
    ['29/02', 'That is more than a year away. Choose something nearer.'],
    ['12/24', 'The day comes first here, and there is no month 24. Did you mean 24/12, 24 December?'],
    ['14.30', 'There is no month 30. For a time of the day write 14:30.'],
    ['14/14', 'There is no month 14.'],
    ['0/12', 'There is no 0 December: December ends on the 31st.'],
    ['tomorow', '"tomorow" is not a time. Did you mean "tomorrow"?'],
    ['Tomorow 9:00', '"Tomorow 9:00" is not a time. Did you mean "tomorrow 9:00"?'],
    ['in 3 dayz', '"in 3 dayz" is not a time. Did you mean "in 3 days"?'],
    ['firday', '"firday" is not a time. Did you mean "friday"?'],
    ['25:00', 'No clock shows "25:00". Write for example 9:00, 14:30 or 9am.'],
    ['tomorrow 9:75', 'No clock shows "9:75".'],
    ['13pm', 'No clock shows "13pm".'],
    ['2 years', 'That is more than a year away.'],
    ['999999w', 'That is more than a year away.'],
    ['999999h', 'That is more than a year away.'],
    ['2028-01-01', 'That is more than a year away.'],
    ['9999-12-31', 'That is more than a year away.'],
    ['soon', '"soon" is not a time. '],
    ['9', '"9" is not a time. Write for example 2h,'],
    ['constructor', '"constructor" is not a time. '],
    ['<!channel>', '"<!channel>" is not a time. '],
    ['🚩'.repeat(25), `"${'🚩'.repeat(20)}" is not a time. `],
  ])('"%s" is answered with what to do', (typed, expected) => {
    expect(read(typed)).toContain(expected);
  });

  it.each(SPOKEN_LANGUAGES)('is asked for with examples that are understood, in %s', (language) => {
    const texts = textsIn(language);
    const meant = readMoment('', NOW, ZONE);
    const asked = 'problem' in meant ? meant.problem(texts) : '';
    const examples = asked
      .replace(/^.*? (?=2h)/, '')
      .replace(/\.$/, '')
      .split(/, | (?:or|eller|ou) /);
    expect(examples.length).toBe(6);
    expect(examples.filter((each) => 'problem' in readMoment(each, NOW, ZONE))).toEqual([]);
  });

  it('is answered in the language of whoever wrote it, with the names of months', () => {
    const said = (typed: string, language: string) => {
      const meant = readMoment(typed, NOW, ZONE);
      return 'problem' in meant ? meant.problem(textsIn(language)) : meant.note?.(textsIn(language));
    };
    expect(said('31/02', 'da')).toBe('Der er ingen 31. februar: februar slutter den 28.');
    expect(said('12/24', 'fr')).toContain('24/12, le 24 décembre');
    expect(said('3/4', 'pt')).toBe('3/4 foi lido como 3 de abril: o dia vem primeiro.');
  });

  it('refuses a text of 5,000 characters', () => {
    expect(read('1'.repeat(5_000))).toContain('That is too long for a time. Write for example 2h,');
  });

  it('keeps the time by the clock over days, and the length over hours', () => {
    const before = new Date('2027-03-27T11:00:00Z');
    expect(read('1d', before)).toBe('2027-03-28 12:00');
    expect(read('24h', before)).toBe('2027-03-28 13:00');
    expect(readMoment('24h', before, ZONE)).toMatchObject({ byTheClock: false });
  });

  it('offers the next time there is when the clocks leave one out', () => {
    const before = new Date('2027-03-27T11:00:00Z');
    expect(read('tomorrow 2:30', before)).toBe(
      'There is no 2:30 that day: the clocks are put forward. The next time is 3:00.',
    );
    expect(read('2:30', before)).toContain('The next time is 3:00.');
    const night = new Date('2027-03-28T00:10:00Z');
    expect(read('2h30', night)).toBe(
      'There is no 2:30 that day: the clocks are put forward. The next time is 3:00. This is read as the time 2:30. For a length write "in 2h30".',
    );
    expect(read('in 2h30', night)).toBe('2027-03-28 04:40');
    const lordHowe = readMoment('2026-10-04 2:10', new Date('2026-10-01T00:00:00Z'), 'Australia/Lord_Howe');
    expect(problemOf(lordHowe)).toContain('The next time is 2:30.');
    const midnight = readMoment('2026-04-24 0:30', new Date('2026-04-20T00:00:00Z'), 'Africa/Cairo');
    expect(problemOf(midnight)).toContain('The next time is 1:00.');
    const noSuchDay = readMoment('2011-12-30', new Date('2011-12-20T00:00:00Z'), 'Pacific/Apia');
    expect(problemOf(noSuchDay)).toContain('The next time is 2011-12-31 0:00.');
  });

  it('means the first of two when an hour comes twice, and the second once the first is over', () => {
    const first = readMoment('2026-10-25 2:30', new Date('2026-10-24T10:00:00Z'), ZONE);
    expect(first).toMatchObject({ at: new Date('2026-10-25T00:30:00Z'), byTheClock: true });
    expect('note' in first && first.note && english(first.note)).toBe(
      '2:30 comes twice that day, since the clocks are put back; this is the first.',
    );
    expect(readMoment('2:30', new Date('2026-10-25T00:45:00Z'), ZONE)).toEqual({
      at: new Date('2026-10-25T01:30:00Z'),
      note: null,
      byTheClock: true,
    });
  });

  it('is in the future, within a year, or a sentence, whatever is written', () => {
    const words =
      'in - 3 24 12 31 2026 2027 days d h tomorrow monday fri mar dec 9:00 2:30 00:00 24:00 / . , at kl. am pm next le de a ' +
      'amanhã i morgen one half T 999999 week months ago \u0000 İ 🚩';
    const pieces = fc.oneof(fc.constant(' '), fc.constantFrom(...words.split(' ')));
    const typed = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(' ')),
      fc.string({ unit: anyCharacter, maxLength: 80 }),
    );
    const now = fc.date({ min: new Date('2024-01-01'), max: new Date('2034-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(typed, now, fc.constantFrom(...ZONES), (text, at, zone) => {
        const meant = readMoment(text, at, zone);
        if ('problem' in meant) {
          expect(english(meant.problem)).toMatch(/[.?]$/);
          expect(english(meant.problem).length).toBeLessThan(250);
        } else {
          expect(meant.at.getTime()).toBeGreaterThan(at.getTime());
          expect(meant.at.getTime()).toBeLessThanOrEqual(at.getTime() + 366 * 86_400_000);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is the time that was written, by the clock of whoever wrote it', () => {
    const twoDigits = (part: number) => String(part).padStart(2, '0');
    const dates = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 1, max: 360 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...ZONES),
        (now, away, minutes, zone) => {
          const day = new Date(now.getTime() + (away + 1) * 86_400_000).toISOString().slice(0, 10);
          const time = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
          const meant = readMoment(`${day} ${time}`, now, zone);
          if ('problem' in meant) {
            expect(english(meant.problem)).toContain('the clocks are put forward');
            return;
          }
          const wall = new Intl.DateTimeFormat('sv-SE', {
            timeZone: zone,
            dateStyle: 'short',
            timeStyle: 'short',
          });
          expect(wall.format(meant.at)).toBe(`${day} ${time}`);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
