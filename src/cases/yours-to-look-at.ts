import { attendanceFor, type Attendance, type AttendanceSources } from './attendance.ts';
import { caretakers, type InCare } from './caretakers.ts';

/**
 * Of cases nobody has taken on, those somebody is asked to look at: exactly those whose first reminder would come to them now,
 * by the roster, as the policy's handler, as a stand-in, or as a lead where only leads see it.
 */
export async function yoursToLookAt<T extends { guard: InCare }>(
  found: readonly T[],
  userId: string,
  sources: AttendanceSources,
): Promise<T[]> {
  const isTheirs = (attendance: Attendance) =>
    found.filter(({ guard }) => caretakers(guard, sources.workspace, attendance).includes(userId));
  return isTheirs(await attendanceFor(isTheirs, sources));
}
