import { describe, expect, it } from '@jest/globals';
import {
  departmentSpoke,
  whenAnswered,
  whenMemberWrote,
  whenNotWaiting,
  whenOpened,
  whenOtherwise,
  whenPolicyChanged,
  whenReopened,
  whenRouted,
} from '../../src/cases/clock-turns.ts';
import { communityRings } from '../../src/cases/community.ts';
import { changeKind, planKind } from '../../src/cases/kind.ts';
import { flaggedAgain, opened, takenBack } from '../../src/cases/open.ts';
import { replySent } from '../../src/cases/reply.ts';
import { route } from '../../src/cases/route.ts';
import { changeSeverity, dismiss, reopen, resolve } from '../../src/cases/work.ts';
import type { ClockChange } from '../../src/cases/change.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { carryOut } from '../support/carry-out.ts';
import { aClock, aFile, aReply, HANDLER, NOW, policy as usual, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const MINUTE = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const times = {
  firstResponse: 10 * MINUTE,
  nextResponse: 20 * MINUTE,
  updateDue: 100 * MINUTE,
  departmentAnswer: 40 * MINUTE,
  resolution: 500 * MINUTE,
};
const quick = { firstResponse: MINUTE, updateDue: 30 * MINUTE };

const policy: Policy = {
  ...usual,
  severities: { ...usual.severities, normal: times, urgent: quick },
  updates: { remindBefore: 10 * MINUTE },
  kinds: {
    ...usual.kinds,
    feedback: { ...usual.kinds['feedback']!, clocks: {}, route: [] },
    defect: { ...usual.kinds['defect']!, severity: 'normal', clocks: { resolution: 50 * MINUTE } },
  },
};
const answered = aReply({ state: 'sent' });
const anOpen = (over: Parameters<typeof aFile>[0] = {}) =>
  aFile({ ...over, case: { state: 'open', ...over.case } });

/** What is started and stopped, in words: `+update_due`, `-first_response met`, `>resolution` for one that is moved. */
const turns = (changes: readonly ClockChange[] | undefined, clocks = anOpen().clocks) =>
  (changes ?? []).map((change) => {
    if (change.op === 'start' || change.op === 'stop')
      return [
        `${change.op === 'start' ? '+' : '-'}${change.kind}`,
        change.subject ?? '',
        change.met ? 'met' : '',
      ]
        .filter(Boolean)
        .join(' ');
    return `${change.op} ${clocks.find(({ clockId }) => clockId === change.clockId)?.kind}`;
  });

describe('when a case is opened', () => {
  it('somebody is to answer, and it is to be solved', () => {
    expect(whenOpened(anOpen().case, [], policy, NOW)).toEqual([
      { op: 'start', kind: 'first_response', dueAt: later(10), deadline: later(10) },
      { op: 'start', kind: 'resolution', dueAt: later(500), deadline: later(500) },
    ]);
    expect(turns(opened(aFile(), HANDLER, null, workspace, policy, NOW).clocks)).toEqual([
      '+first_response',
      '+resolution',
    ]);
  });

  it('each department the policy brings it to is waited for by itself', () => {
    const kinds = { ...policy.kinds, feedback: { ...policy.kinds['feedback']!, route: ['qa', 'support'] } };
    expect(turns(opened(aFile(), HANDLER, null, workspace, { ...policy, kinds }, NOW).clocks)).toEqual([
      '+first_response',
      '+resolution',
      '+department_answer qa',
      '+department_answer support',
    ]);
  });
});

describe('when it goes to a department', () => {
  it('by hand, that department is waited for', () => {
    expect(route(anOpen(), 'qa', HANDLER, workspace, policy, NOW).clocks).toEqual([
      { op: 'start', kind: 'department_answer', subject: 'qa', dueAt: later(40), deadline: later(40) },
    ]);
  });

  it('because the community did not solve it, or because of its new kind, as well', () => {
    const clock = aClock({ kind: 'community' });
    const question = anOpen({ case: { kind: 'question' }, clocks: [clock] });
    const kinds = {
      ...policy.kinds,
      question: { ...policy.kinds['question']!, severity: 'normal' as const },
    };
    expect(turns(communityRings(question, workspace, { ...policy, kinds }, NOW).clocks)).toEqual([
      '-community',
      '+department_answer support',
    ]);
    const plan = planKind(anOpen(), 'defect', policy);
    expect(
      turns(changeKind(anOpen(), plan, null, HANDLER, workspace, policy, NOW).clocks).filter((turn) =>
        turn.includes('department'),
      ),
    ).toEqual(['+department_answer qa']);
  });

  it('the member is waited for no longer, and hears from us again', () => {
    const waiting = anOpen({ case: { state: 'waiting_on_member' } });
    expect(turns(route(waiting, 'qa', HANDLER, workspace, policy, NOW).clocks)).toEqual([
      '+department_answer qa',
      '-silence met',
      '+update_due',
    ]);
  });

  it('nobody is waited for where the policy gives departments no time', () => {
    const bare = { ...policy, severities: { ...policy.severities, normal: quick } };
    expect(whenRouted(anOpen(), ['qa'], bare, NOW)).toEqual([]);
  });
});

describe('when our words reach the member', () => {
  it('they are answered, what they were promised is kept, and the next promise begins', () => {
    expect(replySent(anOpen(), aReply(), policy, NOW).clocks).toEqual([
      { op: 'stop', kind: 'first_response', met: true },
      { op: 'stop', kind: 'next_response', met: true },
      { op: 'start', kind: 'update_due', dueAt: later(90), deadline: later(100), met: true },
    ]);
  });

  it('the promise is the one the words name, unless that moment is over', () => {
    const [, , promise] = replySent(anOpen(), aReply({ promises: later(60) }), policy, NOW).clocks ?? [];
    expect(promise).toMatchObject({ deadline: later(60), dueAt: later(50) });
    const [, , over] = replySent(anOpen(), aReply({ promises: later(-1) }), policy, NOW).clocks ?? [];
    expect(over).toMatchObject({ deadline: later(100) });
  });

  it('nothing is promised while we wait for them, and nothing in a case that is done', () => {
    expect(turns(whenAnswered(anOpen({ case: { state: 'waiting_on_member' } }), policy, NOW))).toEqual([
      '-first_response met',
      '-next_response met',
      '-update_due met',
    ]);
    expect(whenAnswered(aFile({ case: { state: 'dismissed' } }), policy, NOW)).toEqual([]);
  });

  it('words that only ask them once more answer nothing', () => {
    expect(replySent(anOpen(), aReply({ purpose: 'nudge' }), policy, NOW).clocks).toBeUndefined();
  });
});

describe('when somebody does something with it', () => {
  const waiting = anOpen({
    clocks: [
      aClock({ clockId: 1, kind: 'department_answer', subject: 'qa' }),
      aClock({ clockId: 2, kind: 'department_answer', subject: 'support' }),
    ],
  });
  const by = (departments: string[], action = 'noted') =>
    turns(
      departmentSpoke(
        waiting,
        { departments: new Set(departments) },
        { history: [{ action, actorId: 'U' }] },
      ),
    );

  it.each(['noted', 'claimed', 'drafted', 'reply_approved', 'recommended'])(
    'the department they stand in has spoken: %s',
    (action) => {
      expect(by(['qa'], action)).toEqual(['-department_answer qa met']);
    },
  );

  it('others are still waited for, and whoever stands in no department changes nothing', () => {
    expect(by(['qa', 'support'])).toHaveLength(2);
    expect(by(['finance'])).toEqual([]);
    expect(by([])).toEqual([]);
  });

  it('putting it off says nothing', () => {
    expect(by(['qa'], 'snoozed')).toEqual([]);
  });
});

describe('when the member writes', () => {
  it('they are to be answered, and what they were promised runs on', () => {
    expect(whenMemberWrote(anOpen({ clocks: [aClock()] }), policy, NOW)).toEqual([
      { op: 'start', kind: 'next_response', dueAt: later(20), deadline: later(20) },
    ]);
  });

  it.each(['first_response', 'next_response'] as const)(
    'the wait goes on from their first words while the %s runs',
    (kind) => {
      expect(whenMemberWrote(anOpen({ clocks: [aClock({ kind })] }), policy, NOW)).toEqual([]);
    },
  );

  it('nobody waits for them any more, and they hear from us again', () => {
    expect(turns(whenMemberWrote(anOpen({ case: { state: 'waiting_on_member' } }), policy, NOW))).toEqual([
      '+next_response',
      '-silence met',
      '+update_due',
    ]);
  });
});

describe('while we wait for the member', () => {
  it('they hear from us again as soon as it is our turn', () => {
    expect(turns(whenNotWaiting(anOpen(), policy, NOW))).toEqual(['-silence met', '+update_due']);
  });
});

describe('when it ends', () => {
  const file = anOpen({
    clocks: [
      aClock({ clockId: 1 }),
      aClock({ clockId: 2, kind: 'resolution' }),
      aClock({ clockId: 3, kind: 'department_answer', subject: 'qa' }),
    ],
  });
  const all = ['-update_due', '-resolution', '-department_answer'];

  it('solved, every clock stops, and only that of the solution has what it waited for', () => {
    expect(turns(resolve(file, HANDLER, null, policy, NOW).clocks)).toEqual(
      all.map((turn) => (turn === '-resolution' ? '-resolution met' : turn)),
    );
  });

  it('dismissed, or its flag taken back, every clock stops', () => {
    expect(turns(dismiss(file, 'spam', HANDLER, NOW, textsIn('en')).clocks)).toEqual(all);
    expect(turns(takenBack({ ...file, case: { ...file.case, state: 'new' } }, HANDLER, NOW).clocks)).toEqual(
      all,
    );
  });

  it('reopened, they are to be answered, hear from us, and it is to be solved', () => {
    const solved = aFile({ case: { state: 'solved' }, replies: [answered] });
    const again = ['+next_response', '+update_due', '+resolution'];
    expect(turns(whenReopened(solved, policy, NOW))).toEqual(again);
    expect(turns(reopen(solved, '', HANDLER, policy, NOW, textsIn('en')).clocks)).toEqual(again);
  });

  it('reopened before anybody answered, the first answer is waited for', () => {
    const never = aFile({ case: { state: 'dismissed' } });
    const again = ['+first_response', '+resolution'];
    expect(turns(reopen(never, '', HANDLER, policy, NOW, textsIn('en')).clocks)).toEqual(again);
    expect(turns(flaggedAgain(never, HANDLER, workspace, policy, NOW).clocks)).toEqual(again);
  });
});

describe('when its severity or kind changes', () => {
  const started = later(-20);
  const first = aClock({ clockId: 1, kind: 'first_response', startedAt: started, dueAt: later(-10) });
  const promise = aClock({ clockId: 2, startedAt: started, dueAt: later(70), deadline: later(80) });
  const solution = aClock({ clockId: 3, kind: 'resolution', startedAt: started, dueAt: later(480) });

  it('clocks run as if it had been so from the start, and those without a time stop', () => {
    const file = anOpen({ clocks: [first, promise, solution] });
    expect(changeSeverity(file, 'urgent', HANDLER, policy, NOW).clocks).toEqual([
      { op: 'move', clockId: 1, dueAt: later(-19), deadline: later(-19) },
      // Promised is promised: half an hour is over soon, so somebody is reminded earlier.
      { op: 'move', clockId: 2, dueAt: later(0), deadline: later(80) },
      { op: 'stop', kind: 'resolution', subject: '' },
    ]);
  });

  it('a case that is less urgent by now keeps what its member was promised', () => {
    const urgent = anOpen({
      case: { severity: 'urgent' },
      clocks: [aClock({ clockId: 2, startedAt: started, dueAt: later(0), deadline: later(10) })],
    });
    expect(changeSeverity(urgent, 'normal', HANDLER, policy, NOW).clocks).toEqual([
      { op: 'start', kind: 'resolution', dueAt: later(500), deadline: later(500) },
    ]);
  });

  it('whoever was reminded has acted with that: the ladder begins anew', () => {
    const rung = { ...first, step: 1, isPutOff: true, dueAt: later(5) };
    const file = anOpen({ case: { severity: 'urgent' }, clocks: [rung] });
    const [move] = changeSeverity(file, 'low', HANDLER, policy, NOW).clocks ?? [];
    expect(move).toMatchObject({ op: 'move', clockId: 1, rest: true });
    expect(carryOut(file, { history: [], clocks: [move!] }, NOW).clocks).toMatchObject([
      { step: 0, generation: 1, restedGeneration: 1 },
    ]);
    // Times that change by themselves are nobody's act.
    const other = { ...policy, severities: { ...policy.severities, urgent: times } };
    expect(whenPolicyChanged(file, { ...rung, isPutOff: false }, other, NOW)).not.toHaveProperty('rest');
  });

  it('what a person set stays', () => {
    const own = { ...first, setBy: 'person' as const };
    expect(
      whenOtherwise(
        anOpen({ clocks: [own, solution] }),
        anOpen({ case: { kind: 'defect' } }).case,
        policy,
        NOW,
      ),
    ).toEqual([{ op: 'move', clockId: 3, dueAt: later(30), deadline: later(30) }]);
  });

  it('a case that rests rests until then', () => {
    const resting = anOpen({ case: { snoozedUntil: later(60) }, clocks: [first] });
    expect(whenOtherwise(resting, { ...resting.case, severity: 'urgent' }, policy, NOW)).toEqual([
      { op: 'move', clockId: 1, dueAt: later(60), deadline: later(-19) },
    ]);
  });
});

describe('when the policy changes', () => {
  const clock = aClock({ clockId: 1, kind: 'first_response', startedAt: later(-20), dueAt: later(-10) });
  const move = (over: Partial<typeof clock>, now = policy) =>
    whenPolicyChanged(anOpen(), { ...clock, ...over }, now, NOW);

  it('a clock goes on from when it was started', () => {
    expect(move({})).toBeNull();
    expect(move({}, { ...policy, severities: { ...policy.severities, normal: quick } })).toEqual({
      op: 'move',
      clockId: 1,
      dueAt: later(-19),
      deadline: later(-19),
    });
  });

  it('what has rung, was put off, or was set by a person is left alone', () => {
    const other = { ...policy, severities: { ...policy.severities, normal: quick } };
    expect(move({ step: 1, isPutOff: true }, other)).toBeNull();
    expect(move({ isPutOff: true }, other)).toBeNull();
    expect(move({ setBy: 'person' }, other)).toBeNull();
    expect(move({ kind: 'wake' }, other)).toBeNull();
  });

  it('a longer time for updates moves no promise', () => {
    const promise = aClock({ startedAt: later(-20), dueAt: later(70), deadline: later(80) });
    const longer = {
      ...policy,
      severities: { ...policy.severities, normal: { ...times, updateDue: 900 * MINUTE } },
    };
    expect(whenPolicyChanged(anOpen(), promise, longer, NOW)).toBeNull();
  });
});
