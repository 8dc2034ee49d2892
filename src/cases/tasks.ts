import type { Case, Clock, ClockKind } from './case.ts';

/** A case somebody has something to do with, as far as it says when. */
export interface Due {
  case: Case;
  clocks: readonly Pick<Clock, 'kind' | 'dueAt' | 'deadline' | 'step'>[];
}

/** What waits for somebody: what is due next, since when it is overdue, or for whom they wait themselves. */
export type Waiting =
  | { for: 'you'; clock: ClockKind; by: Date; isOverdue: boolean }
  | { for: 'member' | 'team' | 'helpers'; until: Date | null }
  | { for: 'time'; until: Date; isForMember: boolean }
  | { for: 'nobody' };

/** Clocks of what the handler owes; the others give time to somebody else. */
const OWED: ReadonlySet<ClockKind> = new Set(['first_response', 'next_response', 'update_due', 'resolution']);

/** What comes next in a case for whoever looks after it. What is overdue, or owed to the member, is theirs whoever else is waited for. */
export function waitsFor({ case: found, clocks }: Due, now: Date): Waiting {
  const byDeadline = clocks
    .filter(({ kind }) => OWED.has(kind))
    .toSorted((one, other) => one.deadline.getTime() - other.deadline.getTime());
  const overdue = byDeadline.find(({ deadline }) => deadline <= now);
  // Words to the member come before the solution: that is a long way off mostly.
  const owed = overdue ?? byDeadline.find(({ kind }) => kind !== 'resolution') ?? byDeadline[0];
  const isOverdue = overdue !== undefined;
  const { snoozedUntil, snoozedForMember, state } = found;
  if (snoozedUntil !== null && snoozedUntil > now && !isOverdue)
    return { for: 'time', until: snoozedUntil, isForMember: snoozedForMember };
  const isAnswerOwed = owed?.kind === 'first_response' || owed?.kind === 'next_response';
  const yours = owed && { for: 'you' as const, clock: owed.kind, by: owed.deadline, isOverdue };
  if (yours && (isOverdue || isAnswerOwed)) return yours;
  const until = (kind: ClockKind) => clocks.find((clock) => clock.kind === kind)?.deadline ?? null;
  if (state === 'waiting_on_member') return { for: 'member', until: until('silence') };
  if (until('community')) return { for: 'helpers', until: until('community') };
  if (state === 'waiting_on_team' || until('department_answer'))
    return { for: 'team', until: until('department_answer') };
  return yours ?? { for: 'nobody' };
}

/** What is due for them first, by when; then what waits for others. */
export function dueFirst<T extends Due>(tasks: readonly T[], now: Date): (T & { waiting: Waiting })[] {
  const rank = (waiting: Waiting) => (waiting.for === 'you' ? 0 : waiting.for === 'nobody' ? 1 : 2);
  const at = (waiting: Waiting) =>
    (waiting.for === 'you' ? waiting.by : 'until' in waiting ? waiting.until : null)?.getTime() ?? Infinity;
  return tasks
    .map((task) => ({ ...task, waiting: waitsFor(task, now) }))
    .toSorted(
      (a, b) =>
        rank(a.waiting) - rank(b.waiting) ||
        compare(at(a.waiting), at(b.waiting)) ||
        a.case.caseId - b.case.caseId,
    );
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
