import { z } from 'zod';
import { isDay } from '../time/wall.ts';
import { weekdayNamed } from '../time/week.ts';
import { key } from './values.ts';

const WEEKS_MAX = 12;

/** `monday`, `[monday, thursday]`, `daily`, `weekdays`, or every so many weeks. */
const on = z
  .union(
    [
      z.string().transform((text, ctx) => daysIn([text], ctx)),
      z
        .array(z.string())
        .min(1)
        .max(7)
        .transform((texts, ctx) => daysIn(texts, ctx)),
      z.strictObject({ every: z.string(), from: z.string() }).transform(({ every, from }, ctx) => {
        const weeks = weeksIn(every);
        if (weeks === null)
          return refused(ctx, `write every: 2 weeks, or any number of weeks up to ${WEEKS_MAX}`);
        const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
        if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || !isDay(year, month, day))
          return refused(ctx, 'write from: and the day of one of its meetings, such as 2026-11-23');
        return { days: [dayOf(from)], weeks, weekOf: from };
      }),
    ],
    { error: 'write a day such as monday, a list of days, daily, or { every: 2 weeks, from: 2026-11-23 }' },
  )
  .default({ days: [0], weeks: 1, weekOf: null });

/** What the team reads before its meeting, and when. */
export const digestSchema = z.strictObject({
  /** Tells two of one channel apart; without it the channel does. */
  name: z.string().min(1).max(60).optional(),
  /** A private channel; without it the triage channel. */
  channel: z.string().min(1).optional(),
  on,
  /** By the clock of the workspace. */
  at: z
    .string()
    .regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/, 'write a time of the day in quotes, such as "09:00"')
    .default('09:00')
    .transform((text) => {
      const [hour = 0, minute = 0] = text.split(':').map(Number);
      return hour * 60 + minute;
    }),
  /** Only cases that were brought to one of these. */
  departments: z.array(key).min(1).optional(),
  /** Only cases of these kinds. */
  kinds: z.array(key).min(1).optional(),
});

type Days = { days: number[]; weeks: number; weekOf: string | null };

function daysIn(texts: readonly string[], ctx: z.RefinementCtx): Days {
  const days = texts.flatMap((text) => {
    const word = text.trim().toLowerCase();
    if (word === 'daily') return [0, 1, 2, 3, 4, 5, 6];
    if (word === 'weekdays') return [0, 1, 2, 3, 4];
    const day = weekdayNamed(word);
    return day === null ? [-1] : [day];
  });
  if (days.includes(-1)) return refused(ctx, 'write a day such as monday, a list of days, daily or weekdays');
  return { days: [...new Set(days)].toSorted((a, b) => a - b), weeks: 1, weekOf: null };
}

function weeksIn(text: string): number | null {
  const found = /^(\d{1,2}) ?(?:w|weeks?)$/.exec(text.trim().toLowerCase());
  const weeks = Number(found?.[1]);
  return found && weeks >= 1 && weeks <= WEEKS_MAX ? weeks : null;
}

function dayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function refused(ctx: z.RefinementCtx, message: string): never {
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
}
