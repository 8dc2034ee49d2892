import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  dayAt,
  momentOn,
  periodsBefore,
  runningPeriod,
  weekdayOfDay,
  type Schedule,
} from '../../src/time/schedule.ts';

const weekly: Schedule = { zone: 'Europe/Copenhagen', days: [0], weeks: 1, weekOf: null, at: 540 };

function last(schedule: Schedule, now: string): string[] {
  return periodsBefore(schedule, new Date(now), 1).map(
    ({ from, to, day }) => `${from.toISOString()} ${to.toISOString()} ${day}`,
  );
}

describe('a schedule by the clock on the wall', () => {
  it.each<[string, Partial<Schedule>, string, string]>([
    [
      'ends on its day at its time',
      {},
      '2026-11-23T08:00:00Z',
      '2026-11-16T08:00:00.000Z 2026-11-23T08:00:00.000Z 2026-11-23',
    ],
    [
      'not a moment earlier',
      {},
      '2026-11-23T07:59:59Z',
      '2026-11-09T08:00:00.000Z 2026-11-16T08:00:00.000Z 2026-11-16',
    ],
    [
      'is an hour longer over the end of summer time',
      {},
      '2026-10-26T12:00:00Z',
      '2026-10-19T07:00:00.000Z 2026-10-26T08:00:00.000Z 2026-10-26',
    ],
    [
      'and an hour shorter over its beginning',
      {},
      '2026-03-30T12:00:00Z',
      '2026-03-23T08:00:00.000Z 2026-03-30T07:00:00.000Z 2026-03-30',
    ],
    [
      'comes at the first time after one that the clock leaves out',
      { days: [6], at: 150 },
      '2026-03-29T12:00:00Z',
      '2026-03-22T01:30:00.000Z 2026-03-29T01:00:00.000Z 2026-03-29',
    ],
    [
      'comes once at a time the clock shows twice',
      { days: [6], at: 150 },
      '2026-10-25T02:00:00Z',
      '2026-10-18T00:30:00.000Z 2026-10-25T00:30:00.000Z 2026-10-25',
    ],
    [
      'knows several days',
      { days: [0, 3] },
      '2026-11-26T09:00:00Z',
      '2026-11-23T08:00:00.000Z 2026-11-26T08:00:00.000Z 2026-11-26',
    ],
    [
      'comes every day',
      { days: [0, 1, 2, 3, 4, 5, 6] },
      '2026-11-26T09:00:00Z',
      '2026-11-25T08:00:00.000Z 2026-11-26T08:00:00.000Z 2026-11-26',
    ],
    [
      'comes every other week, counted from a day',
      { weeks: 2, weekOf: '2026-11-23' },
      '2026-12-06T12:00:00Z',
      '2026-11-09T08:00:00.000Z 2026-11-23T08:00:00.000Z 2026-11-23',
    ],
    [
      'over the end of a year with 53 weeks too',
      { weeks: 2, weekOf: '2026-11-23' },
      '2027-01-10T12:00:00Z',
      '2026-12-21T08:00:00.000Z 2027-01-04T08:00:00.000Z 2027-01-04',
    ],
  ])('%s', (_what, over, now, expected) => {
    expect(last({ ...weekly, ...over }, now)).toEqual([expected]);
  });

  it('leaves no gap and no overlap, wherever and whenever, and each day ends one period at most', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/Copenhagen',
          'America/St_Johns',
          'Australia/Lord_Howe',
          'Asia/Kathmandu',
          'Pacific/Apia',
          'Africa/Casablanca',
          'UTC',
        ),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.date({ min: new Date('2011-01-01'), max: new Date('2031-01-01'), noInvalidDate: true }),
        (zone, days, weeks, at, now) => {
          const schedule = { zone, days, weeks, weekOf: '2026-11-23', at };
          const found = periodsBefore(schedule, now, 6);
          const running = runningPeriod(schedule, now);
          expect(found).toHaveLength(6);
          expect(found[0]!.to <= now && now < running.to).toBe(true);
          expect(running.from).toEqual(found[0]!.to);
          found.slice(1).forEach((period, index) => expect(period.to).toEqual(found[index]!.from));
          expect(new Set(found.map(({ day }) => day)).size).toBe(6);
          for (const { from, to, day } of found) {
            expect(from < to).toBe(true);
            expect(days).toContain(weekdayOfDay(day));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('knows the day and the moment of somebody who lives elsewhere', () => {
    expect(dayAt(new Date('2026-11-22T23:30:00Z'), 'Pacific/Auckland')).toBe('2026-11-23');
    expect(momentOn('2026-11-23', 510, 'Pacific/Auckland').toISOString()).toBe('2026-11-22T19:30:00.000Z');
  });
});
