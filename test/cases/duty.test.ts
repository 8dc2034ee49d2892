import { describe, expect, it } from '@jest/globals';
import { EVERYBODY_IN, type Attendance } from '../../src/cases/attendance.ts';
import { caretakers } from '../../src/cases/caretakers.ts';
import { onDuty, turns } from '../../src/cases/duty.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { aFile, HANDLER, workspace } from '../support/factories.ts';

const PEOPLE = ['U0ANNA', 'U0BEN', 'U0CLEO'];
const weekly: WorkspacePolicy = {
  ...workspace,
  timeZone: 'Europe/Copenhagen',
  duty: { people: PEOPLE, every: 'week' },
};
const daily: WorkspacePolicy = { ...weekly, duty: { people: PEOPLE, every: 'day' } };
const at = (iso: string) => new Date(iso);
const without = (...away: string[]): Attendance => ({
  ...EVERYBODY_IN,
  awayUntil: (id) => (away.includes(id) ? at('2027-01-01T00:00:00Z') : null),
});
const present = without();

describe('the duty roster', () => {
  it('changes each Monday at midnight of the community, and each turn is as long', () => {
    // 23 November 2026 is a Monday; in Copenhagen it begins at 23:00 UTC.
    const sunday = onDuty(weekly, at('2026-11-22T22:59:59Z'), present);
    const monday = onDuty(weekly, at('2026-11-22T23:00:00Z'), present);
    expect(PEOPLE.indexOf(monday!)).toBe((PEOPLE.indexOf(sunday!) + 1) % 3);
    expect(onDuty(weekly, at('2026-11-29T22:59:59Z'), present)).toBe(monday);
    expect(turns(weekly, at('2026-11-25T12:00:00Z')).map(({ from }) => from)).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
    ]);
  });

  it('changes each day, over the change of the clocks too, and everybody has their turn', () => {
    const days = Array.from({ length: 400 }, (_, day) =>
      onDuty(daily, new Date(Date.UTC(2026, 0, 1, 12) + day * 86_400_000), present),
    );
    const first = PEOPLE.indexOf(days[0]!);
    expect(days).toEqual(days.map((_, day) => PEOPLE[(first + day) % 3]));
  });

  it('passes over whoever is away, has left, has lost their role, or is not to see a case', () => {
    const now = at('2026-11-25T12:00:00Z');
    const [first = '', second = '', third = ''] = turns(weekly, now).map(({ userId }) => userId);
    expect(onDuty(weekly, now, present)).toBe(first);
    expect(onDuty(weekly, now, without(first))).toBe(second);
    expect(onDuty(weekly, now, { ...without(first), isGone: (id) => id === second })).toBe(third);
    expect(onDuty(weekly, now, { ...without(first), worksHere: (id) => id !== second })).toBe(third);
    expect(onDuty(weekly, now, without(first), (id) => id !== second)).toBe(third);
    expect(onDuty(weekly, now, without(...PEOPLE))).toBeNull();
    expect(onDuty(workspace, now, present)).toBeNull();
  });

  it('says who looks after what nobody has claimed; a case that was claimed is its handler’s', () => {
    const now = at('2026-11-25T12:00:00Z');
    const [first = '', second = ''] = turns(weekly, now).map(({ userId }) => userId);
    const there = { ...present, at: now };
    expect(caretakers(aFile(), weekly, there)).toEqual([first]);
    expect(caretakers(aFile({ case: { handlerId: 'U0VICTOR' } }), weekly, there)).toEqual(['U0VICTOR']);
    expect(caretakers(aFile({ excluded: [{ userId: first, reason: 'conflict' }] }), weekly, there)).toEqual([
      second,
    ]);
    expect(caretakers(aFile(), weekly, { ...without(...PEOPLE), at: now })).toEqual([HANDLER]);
    expect(caretakers(aFile({ case: { audience: 'leads' } }), weekly, there)).not.toContain(first);
  });
});
