import { kindOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import type { Standing } from './access.ts';
import type { CaseFile, Clock, Reply } from './case.ts';
import type { Change, ClockChange } from './change.ts';
import { remindedAt, startClock, timesOf, type Timed, type Times } from './clocks.ts';
import { isOpen } from './states.ts';

// Which clocks start and stop when something happens. docs/follow-up.md has the same as a table; each line has its test.

type Running = Pick<CaseFile, 'case' | 'clocks' | 'replies'>;

/** A case is there: somebody answers the member, and it is to be solved. */
export function whenOpened(
  found: Timed,
  departments: readonly string[],
  policy: Policy,
  now: Date,
): ClockChange[] {
  return [
    startClock('first_response', found, policy, now),
    ...given(startClock('resolution', found, policy, now)),
    ...departmentsAsked(found, departments, policy, now),
  ];
}

/** The member has been answered. */
export const ANSWERED: readonly ClockChange[] = [
  { op: 'stop', kind: 'first_response', met: true },
  { op: 'stop', kind: 'next_response', met: true },
];

/** It went to these departments: each is waited for by itself, and nobody waits for the member any more. */
export function whenRouted(
  file: Running,
  departments: readonly string[],
  policy: Policy,
  now: Date,
): ClockChange[] {
  if (departments.length === 0) return [];
  return [
    ...departmentsAsked(file.case, departments, policy, now),
    ...(file.case.state === 'waiting_on_member' ? whenNotWaiting(file, policy, now) : []),
  ];
}

function departmentsAsked(
  found: Timed,
  departments: readonly string[],
  policy: Policy,
  now: Date,
): ClockChange[] {
  return departments.flatMap((department) =>
    given(startClock('department_answer', found, policy, now, department)),
  );
}

/** What somebody does to have their peace: it says nothing of the case. */
const ONLY_LATER: ReadonlySet<string> = new Set(['snoozed', 'reminder_set', 'draft_discarded']);

/**
 * Somebody of a department that is waited for did something with the case: a note, an answer, whatever it was, it is not silent
 * any more. Whoever stands in none changes nothing by that.
 */
export function departmentSpoke(
  { clocks }: Pick<CaseFile, 'clocks'>,
  { departments }: Pick<Standing, 'departments'>,
  { history }: Pick<Change, 'history'>,
): ClockChange[] {
  if (history.every(({ action }) => ONLY_LATER.has(action))) return [];
  return clocks
    .filter(({ kind, subject }) => kind === 'department_answer' && departments.has(subject))
    .map(({ kind, subject }) => ({ op: 'stop', kind, subject, met: true }));
}

/**
 * Words of ours have reached the member: they are answered, what was promised is kept, and the next promise begins.
 * @param file as it will be: while we wait for the member there is nothing to promise
 * @param promises what the words say of when they hear from us again: that counts, and not what would be said now
 */
export function whenAnswered(
  file: Running,
  policy: Policy,
  now: Date,
  promises: Date | null = null,
): ClockChange[] {
  if (!isOpen(file.case)) return [];
  return [
    ...ANSWERED,
    file.case.state === 'waiting_on_member'
      ? { op: 'stop', kind: 'update_due', met: true }
      : {
          ...startClock('update_due', file.case, policy, now),
          ...asSaid(file, policy, now, promises),
          met: true,
        },
  ];
}

/** Words that were written a while ago may name a moment that is nearer, or over. */
function asSaid(file: Running, policy: Policy, now: Date, promises: Date | null): Partial<Times> {
  if (promises === null || promises.getTime() <= now.getTime()) return {};
  return { deadline: promises, dueAt: remindedAt(now, promises, file.case, policy) };
}

/**
 * The member wrote in an open case, as it was before: they are to be answered, and what they were promised goes on. What is on
 * its way to them answers the words before, and not these.
 */
export function whenMemberWrote(file: Running, policy: Policy, now: Date): ClockChange[] {
  const isAnswering = file.replies.some((reply) => reply.state === 'queued' && isForMember(reply));
  const waitsAlready = !isAnswering && (runs(file, 'first_response') || runs(file, 'next_response'));
  return [
    ...(waitsAlready ? [] : [startClock('next_response', file.case, policy, now)]),
    ...(file.case.state === 'waiting_on_member' ? whenNotWaiting(file, policy, now) : []),
  ];
}

/** The member is waited for no longer, and hears from us again. */
export function whenNotWaiting(file: Running, policy: Policy, now: Date): ClockChange[] {
  return [{ op: 'stop', kind: 'silence', met: true }, startClock('update_due', file.case, policy, now)];
}

/** A case that was done is open again. A member who never was answered still waits for the first answer. */
export function whenReopened(file: Running, policy: Policy, now: Date): ClockChange[] {
  const { case: found } = file;
  return [
    ...(wasAnswered(file)
      ? [startClock('next_response', found, policy, now), startClock('update_due', found, policy, now)]
      : [startClock('first_response', found, policy, now)]),
    ...given(startClock('resolution', found, policy, now)),
  ];
}

/** Clocks that follow the times of the policy, whatever happens meanwhile. */
const FOLLOWING: ReadonlySet<Clock['kind']> = new Set([
  'first_response',
  'next_response',
  'update_due',
  'department_answer',
  'resolution',
  'community',
]);

/**
 * The case has another severity or kind: its clocks run as if it had had them from the start. What a person set stays, and so
 * does what the member was promised. Somebody acted with that: the ladders of those that have rung begin anew.
 * @param after the case as it will be
 */
export function whenOtherwise(
  file: Running,
  after: Running['case'],
  policy: Policy,
  now: Date,
): ClockChange[] {
  return [
    ...file.clocks.flatMap((clock) => moved(clock, after, policy, now, true)),
    ...(runs(file, 'resolution') ? [] : given(startClock('resolution', after, policy, now))),
  ];
}

/** The policy has other times now. What has rung keeps its ladder. @returns null when it says the same */
export function whenPolicyChanged(
  file: Running,
  clock: Clock,
  policy: Policy,
  now: Date,
): ClockChange | null {
  return moved(clock, file.case, policy, now, false)[0] ?? null;
}

/** @param isWish somebody asked for it just now: then what was put off is looked at as well */
function moved(
  clock: Clock,
  found: Running['case'],
  policy: Policy,
  now: Date,
  isWish: boolean,
): ClockChange[] {
  const { clockId, kind, subject, deadline, dueAt } = clock;
  if (clock.setBy === 'person' || !FOLLOWING.has(kind) || (clock.isPutOff && !isWish)) return [];
  const times = timesFor(clock, found, policy, now);
  if (times === null) return [{ op: 'stop', kind, subject }];
  const wanted = clock.isPutOff && times.dueAt.getTime() <= now.getTime() ? dueAt : times.dueAt;
  // What the member was promised rests for nobody.
  const due = kind === 'update_due' ? wanted : rested(wanted, found, now);
  if (due.getTime() === dueAt.getTime() && times.deadline.getTime() === deadline.getTime()) return [];
  const isActed = isWish && clock.step > 0;
  return [{ op: 'move', clockId, dueAt: due, deadline: times.deadline, ...(isActed && { rest: true }) }];
}

/** What was promised to the member stays promised; who has less time by now is reminded earlier. */
function timesFor(clock: Clock, found: Running['case'], policy: Policy, now: Date): Times | null {
  // A case of another kind may be nothing for the helpers.
  if (clock.kind === 'community' && !kindOf(policy, found.kind).community) return null;
  // When those of an older version were started is not known.
  const startedAt = earlier(clock.startedAt, now);
  const times = timesOf({ ...clock, startedAt }, found, policy);
  if (times === null || clock.kind !== 'update_due') return times;
  const { deadline } = clock;
  const dueAt = remindedAt(startedAt, earlier(deadline, times.deadline), found, policy);
  return { deadline, dueAt };
}

/** A case that was snoozed is left alone until then. */
function rested(dueAt: Date, { snoozedUntil }: Running['case'], now: Date): Date {
  const isSnoozed = snoozedUntil !== null && snoozedUntil.getTime() > now.getTime();
  return isSnoozed && snoozedUntil.getTime() > dueAt.getTime() ? snoozedUntil : dueAt;
}

/** Whether any words to the member have gone out. */
export function wasAnswered({ replies }: Pick<CaseFile, 'replies'>): boolean {
  return replies.some((reply) => reply.state === 'sent' && isForMember(reply));
}

function isForMember({ purpose }: Reply): boolean {
  return purpose !== 'community' && purpose !== 'thanks';
}

function runs({ clocks }: Pick<CaseFile, 'clocks'>, kind: Clock['kind']): boolean {
  return clocks.some((clock) => clock.kind === kind);
}

function given(start: ClockChange | null): ClockChange[] {
  return start === null ? [] : [start];
}

function earlier(a: Date, b: Date): Date {
  return a.getTime() < b.getTime() ? a : b;
}
