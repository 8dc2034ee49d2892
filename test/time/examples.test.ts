import { describe, expect, it } from '@jest/globals';
import { SPOKEN_LANGUAGES, textsIn } from '../../src/texts/index.ts';
import { readMoment } from '../../src/time/moment.ts';
import { zoneNamed } from '../../src/time/zones.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const isRead = (typed: string) => 'at' in readMoment(typed, NOW, 'Europe/Copenhagen');
/** What is enumerated from there on, up to the end. */
const listed = (from: string, sentence: string) =>
  sentence
    .slice(sentence.indexOf(from))
    .replace(/\.$/, '')
    .split(/, | (?:or|eller|ou) /);

describe.each(SPOKEN_LANGUAGES)('what people are told to write, in %s', (language) => {
  const { times } = textsIn(language).says;

  it('is read as a time', () => {
    const examples = [times.unknown('x'), times.past('x')].flatMap((sentence) => listed('2h', sentence));
    const others = [...listed('17:00', times.over('x')), ...listed('9:00', times.noClock('x'))];
    expect(examples).toHaveLength(12);
    expect([...examples, ...others].filter((each) => !isRead(each))).toEqual([]);
  });

  it('is read as a length of time, where it could be the clock', () => {
    const [, typed = ''] = /["“«]\s?([^"”»]*?)\s?["”»]\.?$/u.exec(times.isTime('8:30', '8h30')) ?? [];
    expect(readMoment(typed, NOW, 'Europe/Copenhagen')).toMatchObject({ byTheClock: false });
  });

  it('is a city of a time zone', () => {
    const [, cities = ''] =
      / (?:such as|for eksempel|par exemple|como) (.*)\.$/u.exec(times.zone.which) ?? [];
    const named = cities.split(/, | (?:or|eller|ou) /);
    expect(named).toHaveLength(3);
    expect(named.filter((each) => !('zone' in zoneNamed(each)))).toEqual([]);
  });
});
