import type { WorkspacePolicy } from '../policy/schema.ts';
import { offsetAt } from '../time/offsets.ts';
import type { Attendance } from './attendance.ts';

const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const DAYS_INTO_WEEK = 3;

/** Somebody's turn on the roster. */
export interface Turn {
  userId: string;
  /** The day it begins, by the community's clock: `2026-11-23`. */
  from: string;
}

/**
 * Who looks after new cases now: whoever's turn it is, by the days or weeks of the community's clock; the next one who is
 * there and works on cases, in the place of somebody who is not, or does not any more.
 * @param isFor false: a case is not for them
 * @returns null without a roster, or when nobody of it is there
 */
export function onDuty(
  workspace: WorkspacePolicy,
  at: Date,
  attendance: Pick<Attendance, 'awayUntil' | 'isGone' | 'worksHere'>,
  isFor: (userId: string) => boolean = () => true,
): string | null {
  const there = (userId: string) =>
    attendance.awayUntil(userId) === null &&
    !attendance.isGone(userId) &&
    attendance.worksHere(userId) &&
    isFor(userId);
  return turns(workspace, at).find(({ userId }) => there(userId))?.userId ?? null;
}

/** One round of the roster, beginning with whoever's turn it is, whether they are there or not. */
export function turns(workspace: WorkspacePolicy, at: Date): Turn[] {
  const { duty, timeZone = 'UTC' } = workspace;
  if (!duty) return [];
  const { people, every } = duty;
  const day = Math.floor((at.getTime() + offsetAt(timeZone, at.getTime())) / DAY_MS);
  const length = every === 'day' ? 1 : 7;
  const intoTurn = every === 'day' ? 0 : (day + DAYS_INTO_WEEK) % 7;
  const turn = Math.floor((day + (every === 'day' ? 0 : DAYS_INTO_WEEK)) / length);
  return people.map((_, ahead) => ({
    userId: people[(turn + ahead) % people.length]!,
    from: new Date((day - intoTurn + ahead * length) * DAY_MS).toISOString().slice(0, 10),
  }));
}
