import { DateTime } from 'luxon';

/** Longest stretch of days written as one (days). */
const LONGEST_DAYS = 366;

/** Days as somebody wrote them down. */
export interface WrittenDays {
  /** `2026-12-24`. */
  once: string[];
  /** `12-24`: every year. */
  yearly: string[];
}

/**
 * `2026-12-24`, `2026-07-13 to 2026-07-31`, or `12-24` for every year; or what is wrong with it: the rest of a sentence that
 * begins with its place. 29 February may be every year: it is when there is one.
 */
export function daysWritten(text: string): WrittenDays | { problem: string } {
  const [first = '', last, ...more] = text.split(/\s+to\s+|\s*\.\.\.?\s*/).map((part) => part.trim());
  if (more.length > 0) return { problem: HOW };
  const yearly = /^(\d{1,2})-(\d{1,2})$/.exec(first);
  if (yearly && last === undefined) {
    // 2000 had every day a year can have.
    const day = DateTime.utc(2000, Number(yearly[1]), Number(yearly[2]));
    return day.isValid ? { once: [], yearly: [day.toFormat('MM-dd')] } : { problem: notThere(first) };
  }
  const from = dayIn(first);
  const to = last === undefined ? from : dayIn(last);
  if (from === null || to === null) return { problem: HOW };
  if (!from.isValid) return { problem: notThere(first) };
  if (!to.isValid) return { problem: notThere(last ?? '') };
  const many = to.diff(from, 'days').days + 1;
  if (many < 1) return { problem: 'ends before it begins; write the earlier day first' };
  if (many > LONGEST_DAYS) return { problem: 'is longer than a year; write a shorter time' };
  return {
    once: Array.from({ length: many }, (_, days) => from.plus({ days }).toISODate() ?? ''),
    yearly: [],
  };
}

const HOW =
  'is not a day; write 2026-12-24, or 12-24 for 24 December of every year, or 2026-07-13 to 2026-07-31';

function notThere(text: string): string {
  const [month, day] = text.split('-').slice(-2);
  const isSwapped = Number(month) > 12 && Number(day) <= 12;
  return `is a day that does not exist${isSwapped ? '; the month comes first' : '; look at the month and the day'}`;
}

/** Null for what is not written like a day; an invalid one for a day that does not exist. */
function dayIn(text: string): DateTime | null {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  return found ? DateTime.utc(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}
