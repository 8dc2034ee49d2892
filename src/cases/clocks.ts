import { hoursOf, kindOf, workspaceOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import {
  addWorkingTime,
  subtractWorkingTime,
  workingTimeBetween,
  type WorkingHours,
} from '../time/working-time.ts';
import type { Case, CaseFile, Clock, ClockKind } from './case.ts';
import type { ClockChange } from './change.ts';

/** What decides how long a case's clocks run. */
export type Timed = Pick<Case, 'workspaceId' | 'kind' | 'severity'>;

/** Clocks that a case has only where the policy gives them a time. */
type Optional = 'department_answer' | 'resolution';
/** By when it should have happened, and when somebody is reminded of it first. */
export type Times = Pick<Clock, 'deadline' | 'dueAt'>;
type Start = Extract<ClockChange, { op: 'start' }> & Times;

/**
 * Starts the clock of this kind anew, as the case's playbook or its severity says.
 * @returns null where the policy gives a department or the solution no time: then there is no such clock
 */
export function startClock(
  kind: Exclude<ClockKind, Optional>,
  found: Timed,
  policy: Policy,
  now: Date,
): Start;
export function startClock(
  kind: ClockKind,
  found: Timed,
  policy: Policy,
  now: Date,
  subject?: string,
): Start | null;
export function startClock(
  kind: ClockKind,
  found: Timed,
  policy: Policy,
  now: Date,
  subject = '',
): Start | null {
  const times = timesOf({ kind, subject, startedAt: now }, found, policy);
  return times && { op: 'start', kind, ...(subject && { subject }), ...times };
}

/**
 * When a clock that was started then is over, by the policy as it is. First and next answer, a department's answer and the
 * solution take working time; what a member was promised, and the time they or the community have, is by the calendar.
 * @returns null where the policy gives it no time
 */
export function timesOf(
  { kind, subject, startedAt }: Pick<Clock, 'kind' | 'subject' | 'startedAt'>,
  found: Timed,
  policy: Policy,
): Times | null {
  const ms = waitMs(kind, found, policy);
  if (ms === null) return null;
  if (!WORKED.has(kind)) {
    const deadline = new Date(startedAt.getTime() + ms);
    const isPromise = kind === 'update_due';
    return { deadline, dueAt: isPromise ? remindedAt(startedAt, deadline, found, policy) : deadline };
  }
  const deadline = addWorkingTime(hoursFor(found, policy, subject), startedAt, ms);
  return { deadline, dueAt: deadline };
}

/** Clocks that run in working time. */
const WORKED: ReadonlySet<ClockKind> = new Set([
  'first_response',
  'next_response',
  'department_answer',
  'resolution',
]);

/**
 * When somebody is reminded of what the member was promised: while there is still time to keep it. So much working time before, as
 * the policy says, but not before half of the working time until then is over. Where nobody works until then: when half of it is over.
 */
export function remindedAt(from: Date, deadline: Date, found: Timed, policy: Policy): Date {
  const hours = hoursFor(found, policy);
  const worked = workingTimeBetween(hours, from, deadline);
  if (worked === 0) return new Date((from.getTime() + deadline.getTime()) / 2);
  return subtractWorkingTime(hours, deadline, Math.min(policy.updates.remindBefore, worked / 2));
}

/** When people look after such a case; a department by its own hours. */
export function hoursFor(
  { workspaceId }: Pick<Case, 'workspaceId'>,
  policy: Policy,
  department = '',
): WorkingHours | null {
  const workspace = workspaceOf(policy, workspaceId);
  return workspace ? hoursOf(workspace, ...(department ? [department] : [])) : null;
}

/**
 * How long a clock of this kind runs for such a case (ms).
 * @returns null where the policy gives it no time
 */
export function waitMs(
  kind: Exclude<ClockKind, Optional>,
  found: Pick<Case, 'kind' | 'severity'>,
  policy: Policy,
): number;
export function waitMs(
  kind: ClockKind,
  found: Pick<Case, 'kind' | 'severity'>,
  policy: Policy,
): number | null;
export function waitMs(
  kind: ClockKind,
  found: Pick<Case, 'kind' | 'severity'>,
  policy: Policy,
): number | null {
  const allowed = policy.severities[found.severity];
  const { clocks, community } = kindOf(policy, found.kind);
  switch (kind) {
    case 'first_response':
      return clocks.firstResponse ?? allowed.firstResponse;
    case 'next_response':
      return clocks.nextResponse ?? allowed.nextResponse ?? waitMs('first_response', found, policy);
    case 'update_due':
      return clocks.updateDue ?? allowed.updateDue;
    case 'department_answer':
      return clocks.departmentAnswer ?? allowed.departmentAnswer ?? null;
    case 'resolution':
      return clocks.resolution ?? allowed.resolution ?? null;
    case 'community':
      return community?.wait ?? allowed.firstResponse;
    case 'silence':
      return policy.silence.nudges[0] ?? policy.silence.close;
    case 'wake':
      return allowed.updateDue;
  }
}

/** Every running clock stops: nobody owes anybody anything. @param isSolved which is what the clock of the solution waited for */
export function stopClocks(file: CaseFile, isSolved = false): ClockChange[] {
  return file.clocks.map(({ kind }) => ({
    op: 'stop',
    kind,
    ...(isSolved && kind === 'resolution' && { met: true }),
  }));
}

/** The running clock that comes first, for the card. */
export function nextClock(file: Pick<CaseFile, 'clocks'>): Clock | null {
  // One that has brought the case back only waits for somebody to react.
  const ahead = file.clocks.filter(({ kind, step }) => kind !== 'wake' || step === 0);
  return ahead.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null;
}
