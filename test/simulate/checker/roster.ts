import type { Community } from '../communities.ts';
import { dayIn, weeksBetween } from './calendar.ts';

/** Turns are counted from the day, or the week, in which this one lies. */
const FIRST_DAY = '1970-01-01';

/** Everybody on the roster, beginning with whoever's turn it is: turns change at midnight, weeks on Monday. */
export function turns({ duty, week }: Community, now: number): string[] {
  const today = dayIn(week.zone, now);
  const turn =
    duty.every === 'week'
      ? weeksBetween(FIRST_DAY, today)
      : (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${FIRST_DAY}T00:00:00Z`)) / 86_400_000;
  const begins = turn % duty.people.length;
  return [...duty.people.slice(begins), ...duty.people.slice(0, begins)];
}
