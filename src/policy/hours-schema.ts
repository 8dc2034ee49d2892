import { z } from 'zod';
import { readHours } from './hours.ts';

/** Days and their spans, or `always`: null. What is wrong with it is told by `hoursFaults`, at its place. */
export const hoursSchema = z.unknown().transform((written) => readHours(written).week);

/** More days than this are a slip of the hand. */
const MAX_DAYS = 100;

export const holidaysSchema = z.strictObject({
  /** Its public holidays are free. */
  country: z.string().min(1).optional(),
  /** Those of a part of it too. */
  region: z.string().min(1).optional(),
  /** Days on which nobody works. */
  dates: z.array(z.string()).max(MAX_DAYS).default([]),
  /** Days on which people work all the same. */
  open: z.array(z.string()).max(MAX_DAYS).default([]),
});
