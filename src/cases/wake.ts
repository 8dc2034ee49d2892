import type { Attendance } from './attendance.ts';
import type { CaseFile, Clock } from './case.ts';
import type { Change } from './change.ts';
import { ring } from './ladder.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';

/**
 * A snoozed case comes back: whoever is responsible is reminded, and its other clocks run on from there. While they do, theirs
 * is the ladder; a case that has none is asked for by this one.
 */
export function wakeRings(
  file: CaseFile,
  clock: Clock,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
  attendance: Attendance,
): Change {
  const isReminded = clock.step > 0;
  if (isReminded && file.clocks.some(({ kind }) => kind !== 'wake'))
    return { history: [], clocks: [{ op: 'stop', kind: 'wake', met: true }] };
  const rung = ring(file, clock, workspace, policy, now, attendance);
  return file.case.snoozedUntil === null ? rung : { ...rung, set: { ...rung.set, snoozedUntil: null } };
}
