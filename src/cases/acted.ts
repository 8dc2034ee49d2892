import { hoursOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { addWorkingTime } from '../time/working-time.ts';
import type { CaseFile, Clock } from './case.ts';
import type { Change, ClockChange } from './change.ts';
import { waitMs } from './clocks.ts';
import { REMINDING } from './ladder.ts';
import { isOpen } from './states.ts';

const DAY_MS = 86_400_000;

/**
 * Somebody acted: clocks that have rung begin their ladder anew, with whoever is responsible then. Those that the act itself
 * starts, stops or moves are as it says.
 */
export function resting(
  { case: found, clocks }: Pick<CaseFile, 'case' | 'clocks'>,
  change: Change,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): ClockChange[] {
  const isUntouched = (clock: Clock) => !(change.clocks ?? []).some((each) => isAbout(each, clock));
  const rung = clocks.filter((clock) => clock.step > 0 && isUntouched(clock));
  return rung
    .filter(({ kind }) => kind === 'wake' || REMINDING.has(kind))
    .map(({ clockId, kind }) => {
      // It has brought the case back, and somebody goes on with it.
      if (kind === 'wake') return { op: 'stop', kind, met: true };
      const waits = policy.ladder.again ?? waitMs(kind, found, policy) ?? DAY_MS;
      return { op: 'rest', clockId, dueAt: addWorkingTime(hoursOf(workspace), now, waits) };
    });
}

function isAbout(change: ClockChange, { clockId, kind, subject }: Clock): boolean {
  if (change.op === 'start') return change.kind === kind && (change.subject ?? '') === subject;
  if (change.op === 'stop') return change.kind === kind && (change.subject ?? subject) === subject;
  return change.clockId === clockId;
}

/** Whether what rang still counts: the clock runs, and nobody has acted since. */
export function isWaiting(
  { case: found, clocks }: Pick<CaseFile, 'case' | 'clocks'>,
  { clockId, generation }: { clockId: number; generation: number },
): boolean {
  if (!isOpen(found)) return false;
  return clocks.some((clock) => clock.clockId === clockId && generation >= clock.restedGeneration);
}
