import { z } from 'zod';
import { SEVERITIES } from './values.ts';

const RATING = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)], {
  error: 'write whole numbers from 1 to 5',
});

/** What is so bad, or so good, that management hears of it at once. */
export const extremesSchema = z
  .strictObject({
    kinds: z.array(z.string()).default([]),
    severities: z.array(z.enum(SEVERITIES)).default(['urgent']),
    /** How satisfied a member was, once their case is closed. */
    ratings: z.array(RATING).default([1, 5]),
  })
  .default({ kinds: [], severities: ['urgent'], ratings: [1, 5] });
