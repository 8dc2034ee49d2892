import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../src/policy/load.ts';
import { hoursOf } from '../../src/policy/lookup.ts';
import { addWorkingTime, isWorkingTime, type WorkingHours } from '../../src/time/working-time.ts';
import { faultsOf, policyYaml } from './factory.ts';

const ROOM = '    triage: C1\n    roles: { flagger: { everyone: true } }';
const DEPARTMENTS = `    departments:
      qa: { name: QA, channel: C2, hours: always }
      sales: { name: Sales, channel: C3, timeZone: America/Sao_Paulo, holidays: { country: BR } }
      press: { name: Press, channel: C4, hours: { tuesday: 10:00-12:00 } }`;

/** What a policy with these lines makes of the one workspace and one of its departments. */
function hoursWith(
  parts: { top?: string; more?: string; workspace?: string },
  department?: string,
): WorkingHours | null {
  const policy = parsePolicy(policyYaml({ workspace: ROOM, ...parts }), 'hearback.yaml');
  return hoursOf(policy.workspaces[0]!, department);
}
const weekOf = (hours: string) => hoursWith({ top: `hours: ${hours}` })?.week;
const worksOn = (hours: WorkingHours | null, day: string) =>
  isWorkingTime(hours, new Date(`${day}T12:00:00Z`));
/** Only what is said of hours. */
const faults = (top: string, more = '') => faultsOf(policyYaml({ top, workspace: ROOM, more }));

const NINE = { from: 540, to: 1020 };

describe('working hours of the policy', () => {
  it('are around the clock without a word', () => {
    expect(hoursWith({})).toBeNull();
    expect(hoursWith({ top: 'hours: always' })).toBeNull();
  });

  it('are read as people write them', () => {
    expect(weekOf('{ monday-friday: 9:00-17:00 }')).toEqual([[NINE], [NINE], [NINE], [NINE], [NINE], [], []]);
    expect(weekOf('{ weekdays: "9-17", Sat: closed }')).toEqual([
      [NINE],
      [NINE],
      [NINE],
      [NINE],
      [NINE],
      [],
      [],
    ]);
    expect(weekOf('{ weekdays: "9-17", friday: "9-15" }')?.[4]).toEqual([{ from: 540, to: 900 }]);
    expect(weekOf('{ mon: "13:00-17:00, 9:00 – 12:00" }')?.[0]).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1020 },
    ]);
    expect(weekOf('{ mon: [9:00-12:00, 12:00-24:00] }')?.[0]).toEqual([
      { from: 540, to: 720 },
      { from: 720, to: 1440 },
    ]);
    expect(weekOf('{ saturday-monday: 9:00-17:00, "wednesday, thursday": 0:00 to 24:00 }')).toEqual([
      [NINE],
      [],
      [{ from: 0, to: 1440 }],
      [{ from: 0, to: 1440 }],
      [],
      [NINE],
      [NINE],
    ]);
  });

  it('are those of the department, else of the workspace, else of the policy', () => {
    const top = 'timeZone: Europe/Lisbon\nhours: { daily: 9:00-17:00 }\nholidays: { dates: [2026-12-24] }';
    const more = `    timeZone: Europe/Copenhagen\n${DEPARTMENTS}`;
    expect(hoursWith({ top, more })).toMatchObject({
      zone: 'Europe/Copenhagen',
      week: Array.from({ length: 7 }, () => [NINE]),
    });
    expect(worksOn(hoursWith({ top, more }), '2026-12-24')).toBe(false);
    expect(hoursWith({ top, more }, 'qa')).toBeNull();
    expect(hoursWith({ top, more }, 'sales')).toMatchObject({ zone: 'America/Sao_Paulo' });
    expect(worksOn(hoursWith({ top, more }, 'sales'), '2026-12-24')).toBe(true);
    expect(worksOn(hoursWith({ top, more }, 'sales'), '2026-11-15')).toBe(false);
    expect(hoursWith({ top, more }, 'press')?.week[1]).toEqual([{ from: 600, to: 720 }]);
    expect(hoursWith({ top, more }, 'nobody')).toMatchObject({ zone: 'Europe/Copenhagen' });
    expect(
      hoursWith({ top, more: `${more}\n    hours: { sunday: 8:00-9:00 }` }, 'sales')?.week[6],
    ).toHaveLength(1);
  });

  it('leave out public holidays of the country in any year, and days of one’s own', () => {
    const holidays =
      '{ country: Denmark, dates: [12-24, 2026-07-13 to 2026-07-31, 02-29], open: [2026-05-14] }';
    const hours = hoursWith({ top: `hours: { daily: 9:00-17:00 }\nholidays: ${holidays}` });
    const closed = [
      '2026-12-24',
      '2051-12-24',
      '2026-12-25',
      '2026-04-02',
      '2049-04-15',
      '2026-07-13',
      '2026-07-31',
      '2028-02-29',
    ];
    expect(closed.filter((day) => worksOn(hours, day))).toEqual([]);
    // Constitution Day, Mother's Day and New Year's Eve are none on which everybody is free.
    const worked = [
      '2026-05-14',
      '2026-06-05',
      '2026-05-10',
      '2026-12-31',
      '2026-07-12',
      '2026-08-01',
      '2028-02-28',
    ];
    expect(worked.filter((day) => !worksOn(hours, day))).toEqual([]);
    const bayern = hoursWith({
      top: 'hours: { daily: 9:00-17:00 }\nholidays: { country: de, region: bayern }',
    });
    const hamburg = hoursWith({ top: 'hours: { daily: 9:00-17:00 }\nholidays: { country: de, region: HH }' });
    expect([worksOn(bayern, '2027-01-06'), worksOn(hamburg, '2027-01-06')]).toEqual([false, true]);
    // The feast begins at the sunset before, and its last day is over before the evening.
    const turkey = hoursWith({ top: 'hours: { daily: 9:00-17:00 }\nholidays: { country: TR }' });
    expect(
      ['2027-03-08', '2027-03-09', '2027-03-11', '2027-03-12'].map((day) => worksOn(turkey, day)),
    ).toEqual([true, false, false, true]);
  });

  it('always come: a country whose holidays would fill the only day of a week is worked around', () => {
    const hours = hoursWith({ top: 'hours: { sunday: 9:00-10:00 }\nholidays: { country: NO }' });
    expect(addWorkingTime(hours, new Date('2026-01-01T00:00:00Z'), 100 * 3_600_000).getUTCFullYear()).toBe(
      2028,
    );
  });

  it.each([
    [
      '{ monday: 17:00-9:00 }',
      '1:18',
      'hours.monday 17:00-9:00 ends before it begins; for a night write 17:00-24:00 here and 0:00-9:00 on the next day',
    ],
    [
      '{ monday: 9:00-9:00 }',
      '1:18',
      'hours.monday 9:00-9:00 is no time at all; write the end behind it, or closed',
    ],
    [
      '{ monday: "9-12, 11-15" }',
      '1:18',
      'hours.monday has 9:00-12:00 and 11:00-15:00, which overlap; write them as one, or move one of them',
    ],
    [
      '{ monday: 9:00-25:00 }',
      '1:18',
      'hours.monday is not a span of time; write for example 9:00-17:00, or 9:00-12:00, 13:00-17:00, or closed',
    ],
    [
      '{ monday: 540 }',
      '1:18',
      'hours.monday is not a span of time; write for example 9:00-17:00, or 9:00-12:00, 13:00-17:00, or closed',
    ],
    ['{ mondy: 9:00-17:00 }', '1:10', 'hours.mondy names no day of the week; did you mean monday?'],
    [
      '{ holiday: 9:00-17:00 }',
      '1:10',
      'hours.holiday names no day of the week; write monday, tuesday, wednesday, thursday, friday, saturday, sunday, weekdays, weekend, daily, or monday-friday',
    ],
    [
      '{ monday-friday: 9:00-17:00, thursday-saturday: 9:00-12:00 }',
      '1:37',
      'hours.thursday-saturday names thursday, which has its hours from "monday-friday" already; keep one of the two',
    ],
    [
      '{ monday-sunday: closed }',
      '1:8',
      'hours leaves no time at all in which anybody works; write at least one day with hours, or always',
    ],
    [
      '{}',
      '1:8',
      'hours leaves no time at all in which anybody works; write at least one day with hours, or always',
    ],
    [
      '9:00-17:00',
      '1:8',
      'hours must be days with their hours, such as "monday-friday: 9:00-17:00", or always',
    ],
    [
      '[9:00-17:00]',
      '1:8',
      'hours must be days with their hours, such as "monday-friday: 9:00-17:00", or always',
    ],
  ])('refuse %s', (hours, place, message) => {
    expect(faults(`hours: ${hours}`)).toContain(`hearback.yaml:${place}  ${message}`);
  });

  it.each([
    [
      '{ country: DX }',
      '2:22',
      'holidays.country is "DX", whose holidays are not known; write its two letters, such as DK or PT',
    ],
    [
      '{ country: Denmrk }',
      '2:22',
      'holidays.country is "Denmrk", whose holidays are not known; did you mean DK (Denmark)?',
    ],
    [
      '{ country: Xqzwv }',
      '2:22',
      'holidays.country is "Xqzwv", whose holidays are not known; write its two letters, such as DK or PT',
    ],
    [
      '{ country: DE, region: Bayrn }',
      '2:34',
      'holidays.region is "Bayrn", which is no region of DE; did you mean BY (Bayern)?',
    ],
    [
      '{ country: DK, region: Fyn }',
      '2:34',
      'holidays.region is not needed: Denmark has the same holidays everywhere; take it out',
    ],
    [
      '{ region: BY }',
      '2:21',
      'holidays.region needs a country; add country: and its two letters, such as DE',
    ],
    [
      '{ dates: [31/02] }',
      '2:21',
      'holidays.dates[0]: "31/02" is not a day; write 2026-12-24, or 12-24 for 24 December of every year, or 2026-07-13 to 2026-07-31',
    ],
    [
      '{ dates: [2027-02-29] }',
      '2:21',
      'holidays.dates[0]: "2027-02-29" is a day that does not exist; look at the month and the day',
    ],
    [
      '{ open: [24-12] }',
      '2:20',
      'holidays.open[0]: "24-12" is a day that does not exist; the month comes first',
    ],
    [
      '{ dates: [2026-07-31 to 2026-07-13] }',
      '2:21',
      'holidays.dates[0]: "2026-07-31 to 2026-07-13" ends before it begins; write the earlier day first',
    ],
    [
      '{ dates: [2026-01-01 to 2028-01-01] }',
      '2:21',
      'holidays.dates[0]: "2026-01-01 to 2028-01-01" is longer than a year; write a shorter time',
    ],
    ['{ contry: DK }', '2:13', 'holidays.contry is not a key of the policy; did you mean "country"?'],
  ])('refuse the holidays %s', (holidays, place, message) => {
    const found = faults(`hours: { daily: 9:00-17:00 }\nholidays: ${holidays}`);
    expect(found).toEqual([expect.stringContaining(`hearback.yaml:${place}  ${message}`)]);
  });

  it('refuse holidays that nobody notices, and name the place in a department', () => {
    expect(faults('holidays: { country: DK }')).toEqual([
      'hearback.yaml:1:1  holidays has no effect, since there are no hours and so people work around the clock; add hours: { monday-friday: 9:00-17:00 }',
    ]);
    const more = '    departments:\n      qa: { name: QA, channel: C2, timeZone: Mars, hours: { mon: 9 } }';
    expect(faults('', more)).toEqual([
      expect.stringContaining('workspaces[0].departments.qa.timeZone: "Mars" is not a time zone;'),
      expect.stringContaining('workspaces[0].departments.qa.hours.mon is not a span of time;'),
    ]);
  });
});
