import { kindOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import { addWorkingTime } from '../time/working-time.ts';
import type { CaseFile, Clock } from './case.ts';
import type { Change, ClockChange } from './change.ts';
import { whenAnswered } from './clock-turns.ts';
import { hoursFor, remindedAt, startClock, waitMs } from './clocks.ts';
import { answerPlace, isTold } from './open.ts';
import { endSnooze } from './snooze.ts';
import { assertOpen } from './states.ts';

/**
 * Somebody says that they have looked after it. Whoever waits for an answer waits no longer, but what the member was promised
 * is kept by words to them alone: it stays promised, and only the reminder of it rests. What came another way is answered another way as
 * well, so it counts as said.
 */
export function followedUp(file: CaseFile, by: string, policy: Policy, now: Date): Change {
  assertOpen(file.case);
  const { case: found } = file;
  const after = found.state === 'new' ? { ...found, state: 'open' as const } : found;
  const isSaid = isTold(file) || answerPlace(file, kindOf(policy, found.kind).answer === 'private') === null;
  return {
    set: { snoozedUntil: null, snoozedForMember: false, ...(after !== found && { state: after.state }) },
    clocks: [
      ...endSnooze(file, policy, now),
      ...(isSaid ? whenAnswered({ ...file, case: after }, policy, now) : looked(file, policy, now)),
      ...file.clocks.flatMap((clock) => pressedLater(clock, found, policy, now)),
    ],
    history: [{ action: 'followed_up', actorId: by }],
  };
}

function looked(file: CaseFile, policy: Policy, now: Date): ClockChange[] {
  const { case: found } = file;
  const promised = file.clocks.find(({ kind }) => kind === 'update_due');
  return [
    { op: 'stop', kind: 'first_response' },
    { op: 'stop', kind: 'next_response' },
    ...(promised ? [restOf(promised, found, policy, now)] : []),
    ...(promised || found.state === 'waiting_on_member'
      ? []
      : [startClock('update_due', found, policy, now)]),
  ];
}

/** The reminder of a promise comes as if it had been given now; of one that is broken, in as much time as it comes before one. */
function restOf(
  { clockId, deadline }: Clock,
  found: CaseFile['case'],
  policy: Policy,
  now: Date,
): ClockChange {
  const isOver = deadline.getTime() <= now.getTime();
  const dueAt = isOver
    ? addWorkingTime(hoursFor(found, policy), now, policy.updates.remindBefore)
    : remindedAt(now, deadline, found, policy);
  return { op: 'rest', clockId, dueAt };
}

/** A department, or the solution, of which somebody was reminded: they are pressed again after as much time as they had. */
function pressedLater(
  { clockId, kind, subject, step }: Clock,
  found: CaseFile['case'],
  policy: Policy,
  now: Date,
): ClockChange[] {
  if (step === 0 || (kind !== 'department_answer' && kind !== 'resolution')) return [];
  const ms = waitMs(kind, found, policy);
  if (ms === null) return [{ op: 'stop', kind, subject }];
  return [{ op: 'rest', clockId, dueAt: addWorkingTime(hoursFor(found, policy, subject), now, ms) }];
}
