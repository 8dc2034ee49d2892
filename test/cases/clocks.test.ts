import { describe, expect, it } from '@jest/globals';
import { nextClock, startClock, timesOf } from '../../src/cases/clocks.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import type { WorkingHours } from '../../src/time/working-hours.ts';
import { aCase, aClock, aFile, NOW, policy as usual, workspace } from '../support/factories.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const nineToFive = { from: 540, to: 1020 };
const OFFICE: WorkingHours = {
  zone: 'UTC',
  week: [[nineToFive], [nineToFive], [nineToFive], [nineToFive], [nineToFive], [], []],
  closed: new Set(),
};
/** QA works on Saturdays alone. */
const SATURDAYS: WorkingHours = { ...OFFICE, week: [[], [], [], [], [], [nineToFive], []] };

const THURSDAY_15 = new Date('2026-11-19T15:00:00Z');
const FRIDAY_16 = new Date('2026-11-20T16:00:00Z');
const SATURDAY_NOON = new Date('2026-11-21T12:00:00Z');

const policyWith = (
  severities: Partial<Policy['severities']['normal']>,
  working: WorkingHours | null = null,
  remindBefore = 8 * HOUR,
): Policy => ({
  ...usual,
  kinds: { ...usual.kinds, feedback: { ...usual.kinds['feedback']!, clocks: {} } },
  severities: {
    ...usual.severities,
    normal: { firstResponse: 4 * HOUR, updateDue: 3 * DAY, ...severities },
  },
  updates: { remindBefore },
  workspaces: usual.workspaces.map((each): WorkspacePolicy =>
    each.id === workspace.id
      ? {
          ...each,
          working,
          departments: {
            ...each.departments,
            qa: { ...each.departments['qa']!, working: working && SATURDAYS },
            support: { ...each.departments['support']!, working },
          },
        }
      : each,
  ),
});

const start = (kind: Parameters<typeof startClock>[0], policy: Policy, now: Date, subject?: string) => {
  const started = startClock(kind, aCase(), policy, now, subject);
  return started && { deadline: started.deadline.toISOString(), dueAt: started.dueAt.toISOString() };
};
const at = (moment: string) => ({ deadline: moment, dueAt: moment });

describe('a clock', () => {
  it.each(['first_response', 'next_response'] as const)(
    'of the %s stands still while nobody works',
    (kind) => {
      expect(start(kind, policyWith({}, OFFICE), FRIDAY_16)).toEqual(at('2026-11-23T12:00:00.000Z'));
      expect(start(kind, policyWith({}), FRIDAY_16)).toEqual(at('2026-11-20T20:00:00.000Z'));
    },
  );

  it('of a department runs by the hours of that department', () => {
    const policy = policyWith({ departmentAnswer: 2 * HOUR }, OFFICE);
    expect(start('department_answer', policy, FRIDAY_16, 'qa')).toEqual(at('2026-11-21T11:00:00.000Z'));
    expect(start('department_answer', policy, FRIDAY_16, 'support')).toEqual(at('2026-11-23T10:00:00.000Z'));
  });

  it('of a department, or of the solution, is there only where the policy gives it a time', () => {
    expect(start('department_answer', policyWith({}), FRIDAY_16, 'qa')).toBeNull();
    expect(start('resolution', policyWith({}), FRIDAY_16)).toBeNull();
    expect(start('resolution', policyWith({ resolution: 8 * HOUR }, OFFICE), FRIDAY_16)).toEqual(
      at('2026-11-23T16:00:00.000Z'),
    );
  });

  it('of the community runs day and night', () => {
    expect(start('community', policyWith({}, OFFICE), FRIDAY_16)).toEqual(at('2026-11-20T20:00:00.000Z'));
  });

  it("takes the kind's own time before that of the severity", () => {
    const policy = policyWith({ resolution: 8 * HOUR });
    const kinds = {
      feedback: { ...policy.kinds['feedback']!, clocks: { resolution: HOUR, departmentAnswer: HOUR } },
    };
    const found = { ...policy, kinds };
    expect(start('resolution', found, FRIDAY_16)).toEqual(at('2026-11-20T17:00:00.000Z'));
    expect(start('department_answer', found, FRIDAY_16, 'qa')).toEqual(at('2026-11-20T17:00:00.000Z'));
  });

  it('runs around the clock in a community the policy no longer has', () => {
    const times = timesOf(
      { kind: 'first_response', subject: '', startedAt: FRIDAY_16 },
      aCase({ workspaceId: 'slack:T0GONE' }),
      policyWith({}, OFFICE),
    );
    expect(times?.deadline.toISOString()).toBe('2026-11-20T20:00:00.000Z');
  });
});

describe('what the member was promised', () => {
  it('is due by the calendar, and rings so much working time before', () => {
    expect(start('update_due', policyWith({}), FRIDAY_16)).toEqual({
      deadline: '2026-11-23T16:00:00.000Z',
      dueAt: '2026-11-23T08:00:00.000Z',
    });
  });

  it('for a Sunday rings on Friday, while somebody can still keep it', () => {
    // Ten hours are worked until then: half of them is less than eight.
    expect(start('update_due', policyWith({}, OFFICE), THURSDAY_15)).toEqual({
      deadline: '2026-11-22T15:00:00.000Z',
      dueAt: '2026-11-20T12:00:00.000Z',
    });
    expect(start('update_due', policyWith({}, OFFICE, 2 * HOUR), THURSDAY_15)).toEqual({
      deadline: '2026-11-22T15:00:00.000Z',
      dueAt: '2026-11-20T15:00:00.000Z',
    });
  });

  it('rings when half of a short time is over', () => {
    expect(start('update_due', policyWith({ updateDue: 4 * HOUR }), FRIDAY_16)).toEqual({
      deadline: '2026-11-20T20:00:00.000Z',
      dueAt: '2026-11-20T18:00:00.000Z',
    });
  });

  it('rings when half of the time is over where nobody works until then', () => {
    expect(start('update_due', policyWith({ updateDue: DAY }, OFFICE), SATURDAY_NOON)).toEqual({
      deadline: '2026-11-22T12:00:00.000Z',
      dueAt: '2026-11-22T00:00:00.000Z',
    });
  });

  it('always rings after it was given and before it is due', () => {
    for (let hours = 1; hours <= 24 * 14; hours += 5)
      for (const working of [null, OFFICE, SATURDAYS]) {
        const from = new Date(THURSDAY_15.getTime() + hours * HOUR);
        for (const updateDue of [HOUR / 2, 5 * HOUR, 3 * DAY, 7 * DAY]) {
          const started = startClock('update_due', aCase(), policyWith({ updateDue }, working), from);
          expect(started.dueAt.getTime()).toBeGreaterThan(from.getTime());
          expect(started.dueAt.getTime()).toBeLessThan(started.deadline.getTime());
        }
      }
  });
});

it('the next clock is the one that rings first', () => {
  const soon = aClock({ clockId: 1, dueAt: new Date(NOW.getTime() + 1) });
  const later = aClock({ clockId: 2, dueAt: new Date(NOW.getTime() + 2) });
  expect(nextClock(aFile({ clocks: [later, soon] }))).toBe(soon);
  expect(nextClock(aFile())).toBeNull();
});
