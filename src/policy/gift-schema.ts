import { z } from 'zod';
import { localizedText } from './localized-schema.ts';
import { key } from './values.ts';

/** Most a gift can count (in whatever the community counts in): the ledger's column holds no more. */
const VALUE_MAX = 1_000_000;

/** Something a community gives to make up for trouble. */
const gift = z.strictObject({
  /** What the member reads. */
  name: localizedText(),
  /** `codes`: a code of an imported list goes with it; `credit`, `item`: people see to it themselves. */
  type: z.enum(['codes', 'credit', 'item']),
  /** What it counts in the budget. */
  value: z.number().min(0).max(VALUE_MAX).default(0),
});

export const giftsSchema = z
  .record(
    key.refine((name) => name !== 'never', 'never says that no gift is given; write another'),
    gift,
  )
  .default({});

/** A month is the calendar's, by the clock of the community; every community counts for itself. */
export const giftLimitsSchema = z
  .strictObject({
    perCase: z.int().min(1).default(1),
    /** A month. */
    perMember: z.int().min(1).default(2),
    /** All gifts of a month. */
    perMonth: z.int().min(1).default(100),
    /** Values of a month; null: no budget. */
    budget: z.number().min(0).nullable().default(null),
    /** Above this value somebody else has to approve; null: never. */
    approveOver: z.number().min(0).nullable().default(null),
  })
  .default({ perCase: 1, perMember: 2, perMonth: 100, budget: null, approveOver: null });

export type GiftPolicy = z.infer<typeof gift>;
