import { workAfter, workBefore } from './stretches.ts';
import type { WorkingHours } from './working-hours.ts';

export type { Span, WorkingHours } from './working-hours.ts';

/**
 * So much working time after a moment: the first moment at which that much has passed. Null: people work around the clock.
 * What passes is real time: a day on which the clocks are put back within the hours has an hour more. Hours in which nobody
 * works for years on end count as around the clock, so that something always comes.
 * @param ms nothing or less is the moment itself
 */
export function addWorkingTime(hours: WorkingHours | null, from: Date, ms: number): Date {
  const around = new Date(from.getTime() + Math.max(0, ms));
  if (hours === null || !(ms > 0)) return around;
  let left = ms;
  for (const work of workAfter(hours, from.getTime())) {
    const length = work.to - work.from;
    if (left <= length) return new Date(work.from + left);
    left -= length;
  }
  return around;
}

/** The last moment from which on so much working time is left before another one; the counterpart of `addWorkingTime`. */
export function subtractWorkingTime(hours: WorkingHours | null, to: Date, ms: number): Date {
  const around = new Date(to.getTime() - Math.max(0, ms));
  if (hours === null || !(ms > 0)) return around;
  let left = ms;
  for (const work of workBefore(hours, to.getTime())) {
    const length = work.to - work.from;
    if (left <= length) return new Date(work.to - left);
    left -= length;
  }
  return around;
}

/** How much working time (ms) lies between two moments; 0 when the second is not after the first. */
export function workingTimeBetween(hours: WorkingHours | null, from: Date, to: Date): number {
  if (hours === null) return Math.max(0, to.getTime() - from.getTime());
  let sum = 0;
  for (const work of workAfter(hours, from.getTime())) {
    if (work.from >= to.getTime()) break;
    sum += Math.min(work.to, to.getTime()) - work.from;
  }
  return sum;
}

/** The moment itself when people work then, else the beginning of the next time they do. */
export function nextWorkingMoment(hours: WorkingHours | null, from: Date): Date {
  if (hours === null) return from;
  const [first] = workAfter(hours, from.getTime());
  return first ? new Date(first.from) : from;
}

/** Whether people work at a moment. */
export function isWorkingTime(hours: WorkingHours | null, at: Date): boolean {
  return nextWorkingMoment(hours, at).getTime() === at.getTime();
}
