import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addWorkingTime,
  isWorkingTime,
  nextWorkingMoment,
  subtractWorkingTime,
  workingTimeBetween,
  type Span,
  type WorkingHours,
} from '../../src/time/working-time.ts';
import { MINUTE, walkBack, walkForward, worksByTheWall, ZONES } from './minutes.ts';

/** How often each property is tried; `PROPERTY_RUNS` for a longer look. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 12);
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const NINE_TO_FIVE: Span[] = [{ from: 540, to: 1020 }];
const office: WorkingHours = {
  zone: 'Europe/Copenhagen',
  week: [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, [], []],
  closed: new Set(['2026-12-24', '2026-12-25']),
};
/** Every day the same span, in minutes. */
const daily = (zone: string, from: number, to: number): WorkingHours => ({
  zone,
  week: Array.from({ length: 7 }, () => [{ from, to }]),
  closed: new Set(),
});
const added = (hours: WorkingHours | null, from: string, ms: number) =>
  addWorkingTime(hours, new Date(from), ms).toISOString();
const taken = (hours: WorkingHours | null, to: string, ms: number) =>
  subtractWorkingTime(hours, new Date(to), ms).toISOString();

describe('working time', () => {
  it.each([
    ['within a day', '2026-11-23T09:00:00Z', 2 * HOUR, '2026-11-23T11:00:00.000Z'],
    [
      'to the last minute of a day, not the first of the next',
      '2026-11-23T08:00:00Z',
      8 * HOUR,
      '2026-11-23T16:00:00.000Z',
    ],
    ['over a weekend', '2026-11-20T15:30:00Z', HOUR, '2026-11-23T08:30:00.000Z'],
    ['from a night on', '2026-11-23T22:00:00Z', HOUR, '2026-11-24T09:00:00.000Z'],
    [
      'over holidays and the weekend behind them',
      '2026-12-23T15:00:00Z',
      2 * HOUR,
      '2026-12-28T09:00:00.000Z',
    ],
    ['from the middle of a holiday on', '2026-12-24T10:00:00Z', HOUR, '2026-12-28T09:00:00.000Z'],
    ['nothing at night', '2026-11-23T22:00:00Z', 0, '2026-11-23T22:00:00.000Z'],
    ['less than nothing', '2026-11-23T22:00:00Z', -HOUR, '2026-11-23T22:00:00.000Z'],
    ['to the millisecond', '2026-11-23T15:59:59.999Z', 2, '2026-11-24T08:00:00.001Z'],
  ])('goes on %s', (_, from, ms, expected) => {
    expect(added(office, from, ms)).toBe(expected);
  });

  it('goes back the same way', () => {
    expect(taken(office, '2026-11-23T08:30:00Z', HOUR)).toBe('2026-11-20T15:30:00.000Z');
    expect(taken(office, '2026-12-28T08:00:00Z', 8 * HOUR)).toBe('2026-12-23T08:00:00.000Z');
    expect(taken(office, '2026-11-22T12:00:00Z', HOUR)).toBe('2026-11-20T15:00:00.000Z');
    expect(taken(office, '2026-11-22T12:00:00Z', 0)).toBe('2026-11-22T12:00:00.000Z');
  });

  it('has an hour less on the night the clocks are put forward, and one more when they are put back', () => {
    const night = daily('Europe/Copenhagen', 60, 240);
    const length = (day: string) =>
      workingTimeBetween(
        night,
        new Date(`${day}T12:00:00Z`),
        new Date(new Date(`${day}T12:00:00Z`).getTime() + DAY),
      );
    expect(length('2026-03-27')).toBe(3 * HOUR);
    expect(length('2026-03-28')).toBe(2 * HOUR);
    expect(length('2026-10-24')).toBe(4 * HOUR);
    expect(added(night, '2026-03-28T23:30:00Z', 2 * HOUR)).toBe('2026-03-29T02:00:00.000Z');
    expect(added(night, '2026-10-24T22:30:00Z', 4 * HOUR)).toBe('2026-10-25T03:00:00.000Z');
  });

  it('skips hours that the clocks leave out, and works twice in those that come twice', () => {
    const gap = daily('Europe/Copenhagen', 135, 165);
    expect(added(gap, '2026-03-29T00:00:00Z', MINUTE)).toBe('2026-03-30T00:16:00.000Z');
    const twice = daily('Europe/Copenhagen', 135, 165);
    expect(added(twice, '2026-10-25T00:00:00Z', 31 * MINUTE)).toBe('2026-10-25T01:16:00.000Z');
    const halfAnHour = daily('Australia/Lord_Howe', 60, 180);
    expect(added(halfAnHour, '2026-10-03T14:00:00Z', 90 * MINUTE)).toBe('2026-10-03T16:00:00.000Z');
  });

  it('knows leap days, and days that never were', () => {
    expect(added(daily('UTC', 0, 60), '2028-02-28T12:00:00Z', HOUR)).toBe('2028-02-29T01:00:00.000Z');
    expect(added(daily('UTC', 0, 60), '2027-02-28T12:00:00Z', HOUR)).toBe('2027-03-01T01:00:00.000Z');
    // Samoa had no 30 December 2011: the 29th ends at 10:00 UTC, and the 31st begins.
    const fridays: WorkingHours = {
      ...daily('Pacific/Apia', 0, 1440),
      week: [[], [], [], [], NINE_TO_FIVE, [], []],
    };
    expect(added(fridays, '2011-12-29T12:00:00Z', HOUR)).toBe('2012-01-05T20:00:00.000Z');
  });

  it('works through midnight where hours end at 24:00', () => {
    const all = daily('Europe/Copenhagen', 0, 1440);
    expect(added(all, '2026-01-01T00:00:00Z', 365 * DAY)).toBe('2027-01-01T00:00:00.000Z');
    expect(taken(all, '2027-01-01T00:00:00Z', 365 * DAY)).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is around the clock without hours, and where years pass without any work', () => {
    const never: WorkingHours = { ...office, closed: { has: () => true } };
    const empty: WorkingHours = { ...office, week: [] };
    for (const hours of [null, never, empty]) {
      expect(added(hours, '2026-11-20T15:30:00Z', DAY)).toBe('2026-11-21T15:30:00.000Z');
      expect(taken(hours, '2026-11-20T15:30:00Z', DAY)).toBe('2026-11-19T15:30:00.000Z');
    }
    expect(workingTimeBetween(null, new Date(0), new Date(5))).toBe(5);
    expect(workingTimeBetween(never, new Date(0), new Date(5))).toBe(0);
    expect(addWorkingTime(office, new Date(Number.NaN), 5).getTime()).toBeNaN();
  });

  it('says whether people work, and when they do next', () => {
    expect(isWorkingTime(office, new Date('2026-11-23T08:00:00Z'))).toBe(true);
    expect(isWorkingTime(office, new Date('2026-11-23T16:00:00Z'))).toBe(false);
    expect(isWorkingTime(null, new Date())).toBe(true);
    expect(nextWorkingMoment(office, new Date('2026-12-23T16:00:00Z'))).toEqual(
      new Date('2026-12-28T08:00:00Z'),
    );
  });
});

describe('against a walk from minute to minute', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }));
  const day = fc
    .array(span, { maxLength: 3 })
    .map((spans) => spans.toSorted((a, b) => a.from - b.from))
    .map((spans) => spans.filter(({ from }, index) => index === 0 || from >= (spans[index - 1]?.to ?? 0)))
    // What overlapped was left out against the neighbour as it was; what is left may still overlap.
    .map((spans) => spans.filter(({ from }, index) => spans.slice(0, index).every(({ to }) => from >= to)));
  const week = fc
    .tuple(day, day, day, day, day, day, day)
    .filter((days) => days.flat().reduce((sum, { from, to }) => sum + to - from, 0) > 60);
  const FIRST = Date.UTC(2026, 0, 1);
  const YEARS = 5 * 366 * DAY;
  /** Anywhere in five years, and often in the days around a change of clocks. */
  const moment = fc.oneof(
    fc.integer({ min: 0, max: Math.floor(YEARS / MINUTE) }).map((minute) => FIRST + minute * MINUTE),
    fc
      .tuple(
        fc.constantFrom(
          '03-08',
          '03-29',
          '04-05',
          '09-06',
          '09-27',
          '10-04',
          '10-25',
          '11-01',
          '02-28',
          '12-31',
        ),
        fc.integer({ min: 2026, max: 2030 }),
        fc.integer({ min: -4 * 1440, max: 4 * 1440 }),
      )
      .map(([about, year, minutes]) => Date.parse(`${year}-${about}T00:00:00Z`) + minutes * MINUTE),
  );
  const hours = fc
    .record({
      zone: fc.constantFrom(...ZONES),
      week,
      holidays: fc.array(fc.integer({ min: -10, max: 40 }), { maxLength: 12 }),
      at: moment,
    })
    .map(({ holidays, at, ...rest }) => ({
      from: new Date(at),
      hours: {
        ...rest,
        closed: new Set(holidays.map((days) => new Date(at + days * DAY).toISOString().slice(0, 10))),
      },
    }));
  /** Longest walk (minutes). */
  const PATIENCE = 12 * 1440;
  const minutes = fc.integer({ min: 1, max: 2_000 });
  /** A walk takes long: one that fails is told as it is, rather than made smaller by many others. */
  const HOW = { numRuns: RUNS, endOnFailure: true };

  it('adds exactly as much', () => {
    fc.assert(
      fc.property(hours, minutes, ({ hours: given, from }, many) => {
        const walked = walkForward(given, from, many, PATIENCE);
        const computed = addWorkingTime(given, from, many * MINUTE);
        if (walked) expect(computed).toEqual(walked);
        else expect(computed.getTime()).toBeGreaterThan(from.getTime() + PATIENCE * MINUTE);
      }),
      HOW,
    );
  });

  it('takes away exactly as much', () => {
    fc.assert(
      fc.property(hours, minutes, ({ hours: given, from: to }, many) => {
        const walked = walkBack(given, to, many, PATIENCE);
        const computed = subtractWorkingTime(given, to, many * MINUTE);
        if (walked) expect(computed).toEqual(walked);
        else expect(computed.getTime()).toBeLessThan(to.getTime() - PATIENCE * MINUTE);
      }),
      HOW,
    );
  });

  it('counts exactly as much, and says the same of each minute', () => {
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 3 * 1440 }), ({ hours: given, from }, many) => {
        const works = worksByTheWall(given);
        let sum = 0;
        for (let minute = 0; minute < many; minute++) {
          const at = new Date(from.getTime() + minute * MINUTE);
          if (works(at)) sum += 1;
          if (minute % 97 === 0) expect(isWorkingTime(given, at)).toBe(works(at));
        }
        const to = new Date(from.getTime() + many * MINUTE);
        expect(workingTimeBetween(given, from, to)).toBe(sum * MINUTE);
      }),
      HOW,
    );
  });

  it('comes back to working time of the same length over five years', () => {
    const long = fc.integer({ min: 1, max: 366 * 1440 });
    fc.assert(
      fc.property(hours, long, ({ hours: given, from }, many) => {
        const to = addWorkingTime(given, from, many * MINUTE);
        expect(workingTimeBetween(given, from, to)).toBe(many * MINUTE);
        const back = subtractWorkingTime(given, to, many * MINUTE);
        expect(back.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(workingTimeBetween(given, from, back)).toBe(0);
      }),
      HOW,
    );
  });
});
