import { z } from 'zod';
import { durationMs } from './duration.ts';

/** Longest a clock may be (ms): a year. Timers longer than that are a slip of the hand. */
const LONGEST_MS = 366 * 86_400_000;

/** Longest something may be kept, besides for good (ms): twenty years. */
const KEPT_MAX_MS = 20 * LONGEST_MS;

export const SEVERITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** `90s`, `15m`, `4h`, `3d`, `1h 30m`: a length of time, as milliseconds. */
export const duration = z
  .unknown()
  .transform((value, ctx) => lengthUpTo(LONGEST_MS, 'a year; write a shorter time', value, ctx));

/** The same, or `forever`: null. */
export const keeping = z
  .unknown()
  .transform((value, ctx) =>
    value === 'forever' ? null : lengthUpTo(KEPT_MAX_MS, 'twenty years; write forever', value, ctx),
  );

/** What people call their kinds, departments and gifts. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,19}$/, 'use up to 20 small letters, digits and dashes, a letter first');

/** A mailbox: its address alone, without a name. */
export const emailAddress = z
  .string()
  .max(254, 'is longer than an address can be')
  .regex(
    /^[^\s@<>,;:"()]{1,64}@[^\s@<>,;:"()]+\.[^\s@<>,;:"().]+$/,
    'write one e-mail address, such as qa@example.org',
  );

function lengthUpTo(longestMs: number, tooLong: string, value: unknown, ctx: z.RefinementCtx): number {
  const ms = typeof value === 'string' ? durationMs(value) : null;
  if (ms !== null && ms <= longestMs) return ms;
  // The value itself stays out: it may be anything, also a secret pasted into the wrong line.
  const message =
    ms === null
      ? 'is not a length of time; write for example 30s, 15m, 4h, 3d or 1h 30m'
      : `is longer than ${tooLong}`;
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
}
