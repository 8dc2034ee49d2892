import type { Attendance } from '../cases/attendance.ts';
import { both } from '../cases/both.ts';
import type { CaseFile, Clock } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { ring } from '../cases/ladder.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Composer } from './composer.ts';
import { preparedUpdate } from './prepared-update.ts';

/** A clock reminds whoever is next; the first reminder of an update brings the words for the member along, to be sent with one click. */
export function ringWithUpdate(
  file: CaseFile,
  clock: Clock,
  { workspace, policy, compose, now }: Ringing,
  attendance: Attendance,
): Change {
  const rung = ring(file, clock, workspace, policy, now, attendance);
  const update = preparedUpdate(file, clock, workspace, policy, compose, now);
  return update ? both(rung, update) : rung;
}

/** What a ring needs to know besides the case. */
export interface Ringing {
  workspace: WorkspacePolicy;
  policy: Policy;
  compose: Composer;
  now: Date;
}
