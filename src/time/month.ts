import { DateTime } from 'luxon';

/** A month by the clock of a zone: from its first moment on, and before the first of the next. @param back how many months ago */
export function monthIn(timeZone: string, now: Date, back = 0): { from: Date; before: Date } {
  const from = DateTime.fromJSDate(now, { zone: timeZone }).startOf('month').minus({ months: back });
  return { from: from.toJSDate(), before: from.plus({ months: 1 }).toJSDate() };
}
