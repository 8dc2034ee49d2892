import { hoursOf, workspaceOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import { addWorkingTime } from '../time/working-time.ts';
import type { CaseFile, Clock } from './case.ts';
import type { Change, ClockChange } from './change.ts';
import { remindedAt, waitMs } from './clocks.ts';
import { assertOpen } from './states.ts';

const DAY_MS = 86_400_000;

/** A case that rests until the member writes comes back after so long all the same (ms): else it could be forgotten. */
export const FORGOTTEN_MS = 90 * DAY_MS;

/** Clocks by which staff are reminded. What the member and the helpers have their time for is not theirs to put off. */
const STAFF: ReadonlySet<Clock['kind']> = new Set([
  'first_response',
  'next_response',
  'update_due',
  'department_answer',
  'resolution',
]);

/**
 * Reminders rest until then. What the member was promised goes on, as long as nobody had to be reminded of it, and comes back
 * by its deadline where there is still time to keep it; everything else comes back with the case, and goes up the ladder from there.
 * @param until `member`: until the member writes
 */
export function snooze(
  file: CaseFile,
  until: Date | 'member',
  by: string,
  policy: Policy,
  now: Date,
): Change {
  assertOpen(file.case);
  const isForMember = until === 'member';
  const back = isForMember ? new Date(now.getTime() + FORGOTTEN_MS) : until;
  return {
    set: { snoozedUntil: back, snoozedForMember: isForMember },
    clocks: [{ op: 'start', kind: 'wake', dueAt: back, setBy: 'person' }, ...putOff(file, back, policy, now)],
    history: [
      {
        action: 'snoozed',
        actorId: by,
        detail: { until: back.toISOString(), ...(isForMember && { for: 'member' }) },
      },
    ],
  };
}

/** The next reminder comes at `at`: as with a snooze, but the case does not rest until then. */
export function remindAt(file: CaseFile, at: Date, by: string, policy: Policy, now: Date): Change {
  assertOpen(file.case);
  return {
    clocks: [{ op: 'start', kind: 'wake', dueAt: at, setBy: 'person' }, ...putOff(file, at, policy, now)],
    history: [{ action: 'reminder_set', actorId: by, detail: { at: at.toISOString() } }],
  };
}

/**
 * Whether a clock waits for a promise to the member that no snooze puts off: nobody has had to be reminded of it yet, or somebody
 * has acted since, and there is still time to keep it.
 */
function isPromise(
  { kind, step, isPutOff, deadline }: Pick<Clock, 'kind' | 'step' | 'isPutOff' | 'deadline'>,
  now: Date,
): boolean {
  return kind === 'update_due' && step === 0 && (!isPutOff || deadline > now);
}

/**
 * The snooze is over before its time: nobody is told, and what was put off is as it would have been. One line for whatever
 * ends it: the member has written, or somebody has gone on with the case.
 */
export function endSnooze(file: Pick<CaseFile, 'case' | 'clocks'>, policy: Policy, now: Date): ClockChange[] {
  if (!file.clocks.some(({ kind }) => kind === 'wake')) return [];
  const back = file.clocks.filter(
    (clock) => STAFF.has(clock.kind) && clock.step === 0 && clock.dueAt > clock.deadline,
  );
  return [
    { op: 'stop', kind: 'wake' },
    ...back.map((clock): ClockChange => {
      const { clockId, kind, startedAt, deadline } = clock;
      const due = kind === 'update_due' ? remindedAt(startedAt, deadline, file.case, policy) : deadline;
      return { op: 'rest', clockId, dueAt: due > now ? due : reminded(clock, file, policy, now) };
    }),
  ];
}

/** What would remind somebody before the case is back, or soon after it. */
function putOff(file: CaseFile, back: Date, policy: Policy, now: Date): ClockChange[] {
  return file.clocks.flatMap((clock): ClockChange[] => {
    if (!STAFF.has(clock.kind) || isPromise(clock, now)) return [];
    const again = reminded(clock, file, policy, back);
    // A promise that can still be kept is not slept through.
    const isAhead = clock.kind === 'update_due' && clock.deadline > now;
    const dueAt = isAhead && clock.deadline < again ? clock.deadline : again;
    const isRung = clock.step > 0;
    return isRung || clock.dueAt < dueAt ? [{ op: 'rest', clockId: clock.clockId, dueAt }] : [];
  });
}

/** The moment somebody is reminded again who was reminded at `from`. */
function reminded(
  { kind }: Pick<Clock, 'kind'>,
  { case: found }: Pick<CaseFile, 'case'>,
  policy: Policy,
  from: Date,
): Date {
  const workspace = workspaceOf(policy, found.workspaceId);
  const ms = policy.ladder.again ?? policy.ladder.lead ?? waitMs(kind, found, policy) ?? DAY_MS;
  return addWorkingTime(workspace ? hoursOf(workspace) : null, from, ms);
}
