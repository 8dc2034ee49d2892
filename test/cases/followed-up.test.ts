import { describe, expect, it } from '@jest/globals';
import { followedUp } from '../../src/cases/followed-up.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { aClock, aFile, HANDLER, NOW, policy as usual } from '../support/factories.ts';

const MINUTE = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const policy: Policy = {
  ...usual,
  severities: {
    ...usual.severities,
    normal: {
      firstResponse: 10 * MINUTE,
      updateDue: 100 * MINUTE,
      departmentAnswer: 40 * MINUTE,
      resolution: 500 * MINUTE,
    },
  },
  updates: { remindBefore: 10 * MINUTE },
};
const done = (over: Parameters<typeof aFile>[0]) => followedUp(aFile(over), HANDLER, policy, NOW);
const STOPPED = [
  { op: 'stop', kind: 'first_response' },
  { op: 'stop', kind: 'next_response' },
];

describe('Done', () => {
  it('ends the wait for an answer without counting it as one, and somebody looks after it again', () => {
    expect(done({ clocks: [aClock({ kind: 'first_response' })] })).toEqual({
      set: { snoozedUntil: null, snoozedForMember: false, state: 'open' },
      clocks: [...STOPPED, { op: 'start', kind: 'update_due', dueAt: later(90), deadline: later(100) }],
      history: [{ action: 'followed_up', actorId: HANDLER }],
    });
  });

  it('keeps no promise: its deadline stays, and only the reminder of it rests', () => {
    const promise = aClock({ deadline: later(30), step: 2, isPutOff: true });
    expect(done({ clocks: [promise] }).clocks).toEqual([
      ...STOPPED,
      { op: 'rest', clockId: 7, dueAt: later(20) },
    ]);
  });

  it('lets the reminder of a broken promise rest as long as it comes before one', () => {
    expect(done({ clocks: [aClock({ deadline: later(-30) })] }).clocks).toEqual([
      ...STOPPED,
      { op: 'rest', clockId: 7, dueAt: later(10) },
    ]);
  });

  it('promises nothing while the member is waited for', () => {
    expect(done({ case: { state: 'waiting_on_member' } }).clocks).toEqual(STOPPED);
  });

  it('presses a department and the solution again later, once somebody was reminded of them', () => {
    const qa = { kind: 'department_answer', subject: 'qa' } as const;
    const clocks = [
      aClock({ clockId: 1, deadline: later(30) }),
      aClock({ clockId: 2, ...qa, step: 1 }),
      aClock({ clockId: 3, ...qa, subject: 'support' }),
      aClock({ clockId: 4, kind: 'resolution', step: 3 }),
    ];
    expect(done({ clocks }).clocks).toEqual([
      ...STOPPED,
      { op: 'rest', clockId: 1, dueAt: later(20) },
      { op: 'rest', clockId: 2, dueAt: later(40) },
      { op: 'rest', clockId: 4, dueAt: later(500) },
    ]);
  });

  it('says that they were told, in a case that came another way, whether or not they have an account here', () => {
    const told = { source: null, thread: null, origin: 'phone' };
    expect(done({ case: told, clocks: [aClock({ deadline: later(30) })] }).clocks).toEqual([
      { op: 'stop', kind: 'first_response', met: true },
      { op: 'stop', kind: 'next_response', met: true },
      { op: 'start', kind: 'update_due', dueAt: later(90), deadline: later(100), met: true },
    ]);
  });

  it('brings back a case that was snoozed', () => {
    const wake = aClock({ clockId: 1, kind: 'wake', dueAt: later(600), setBy: 'person' });
    expect(done({ case: { snoozedUntil: later(600) }, clocks: [wake] })).toMatchObject({
      set: { snoozedUntil: null },
      clocks: expect.arrayContaining([{ op: 'stop', kind: 'wake' }]),
    });
  });

  it('is refused for a case that is done', () => {
    expect(() => done({ case: { state: 'closed' } })).toThrow(/Reopen it first/);
  });
});
