import { describe, expect, it } from '@jest/globals';
import type { Case, Clock } from '../../src/cases/case.ts';
import { dueFirst, waitsFor } from '../../src/cases/tasks.ts';
import { aCase, aClock, NOW } from '../support/factories.ts';

const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const task = (over: Partial<Case> = {}, ...clocks: [Clock['kind'], number][]) => ({
  case: aCase({ state: 'open', ...over }),
  clocks: clocks.map(([kind, hours]) => aClock({ kind, dueAt: later(hours) })),
});

describe('what waits for whom', () => {
  it.each([
    [
      'an answer is due',
      task({}, ['next_response', 3], ['update_due', 9]),
      { for: 'you', clock: 'next_response', isOverdue: false },
    ],
    [
      'it is overdue',
      task({ state: 'waiting_on_team' }, ['department_answer', 3], ['update_due', -1]),
      { for: 'you', clock: 'update_due', isOverdue: true },
    ],
    [
      'it is overdue, though snoozed',
      task({ snoozedUntil: later(5) }, ['update_due', -1]),
      { for: 'you', isOverdue: true },
    ],
    [
      'it is snoozed',
      task({ snoozedUntil: later(5) }, ['wake', 5]),
      { for: 'time', until: later(5), isForMember: false },
    ],
    [
      'it rests until the member writes',
      task({ snoozedUntil: later(5), snoozedForMember: true }, ['wake', 5]),
      { for: 'time', isForMember: true },
    ],
    [
      'the member is waited for',
      task({ state: 'waiting_on_member' }, ['silence', 4], ['resolution', 9]),
      { for: 'member', until: later(4) },
    ],
    [
      'a department is waited for',
      task({ state: 'waiting_on_team' }, ['department_answer', 4], ['update_due', 9]),
      { for: 'team', until: later(4) },
    ],
    [
      'the helpers are asked',
      task({}, ['community', 4], ['update_due', 9]),
      { for: 'helpers', until: later(4) },
    ],
    [
      'words are promised',
      task({}, ['update_due', 9]),
      { for: 'you', clock: 'update_due', isOverdue: false },
    ],
    [
      'the solution is due before words are',
      task({}, ['resolution', 3], ['update_due', 9]),
      { for: 'you', clock: 'update_due' },
    ],
    ['nothing is due', task(), { for: 'nobody' }],
  ])('when %s', (_, given, expected) => {
    expect(waitsFor(given, NOW)).toMatchObject(expected);
  });

  it('puts first what is due first, and last what waits for others', () => {
    const tasks = [
      task({ caseId: 1, state: 'waiting_on_member' }, ['silence', -9]),
      task({ caseId: 2 }),
      task({ caseId: 3 }, ['update_due', 2]),
      task({ caseId: 4 }, ['next_response', -2]),
      task({ caseId: 5 }, ['next_response', -3]),
    ];
    expect(dueFirst(tasks, NOW).map((each) => each.case.caseId)).toEqual([5, 4, 3, 2, 1]);
  });
});
