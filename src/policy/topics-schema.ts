import { z } from 'zod';
import { duration } from './values.ts';

const DAY_MS = 86_400_000;

const DEFAULTS = {
  members: 3,
  within: 30 * DAY_MS,
  window: 90 * DAY_MS,
  across: true,
  duplicates: 7 * DAY_MS,
};

/** When several cases are about the same thing. */
export const topicsSchema = z
  .union(
    [
      z.literal(false),
      z.strictObject({
        /** So many different members within so long: departments and management get a card of it. */
        members: z.int().min(2).max(100).default(DEFAULTS.members),
        within: duration.default(DEFAULTS.within),
        /** How far back cases are compared. */
        window: duration.default(DEFAULTS.window),
        /** Whether cases of all communities are compared with one another. */
        across: z.boolean().default(DEFAULTS.across),
        /** What a member says again within so long joins their open case; false: each flag is a case. */
        duplicates: z.union([z.literal(false), duration]).default(DEFAULTS.duplicates),
      }),
    ],
    { error: 'write false, or members, within, window, across and duplicates' },
  )
  .default(DEFAULTS);
