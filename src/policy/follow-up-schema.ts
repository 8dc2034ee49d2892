import { z } from 'zod';
import { duration } from './values.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Who is reminded next while nobody acts: each step this long after the one before, in working time. A step that is left out
 * does not happen. The first reminder goes to whoever is responsible.
 */
export const ladderSchema = z
  .strictObject({
    /** Whoever is responsible once more. */
    again: duration.optional(),
    standIn: duration.optional(),
    lead: duration.optional(),
    /** The moderator channel. */
    moderators: duration.optional(),
    management: duration.optional(),
    /** Reminders of one person that are due within so long become one message. */
    together: duration.default(HOUR_MS / 4),
  })
  .default({ together: HOUR_MS / 4 });

/** What the member was promised: to hear from us. */
export const updatesSchema = z
  .strictObject({
    /** The handler is reminded so much working time before it is due; when there is less than twice that, half of it before. */
    remindBefore: duration.default(8 * HOUR_MS),
  })
  .default({ remindBefore: 8 * HOUR_MS });

/** A member who does not answer what we asked. */
export const silenceSchema = z
  .strictObject({
    /** They are asked again after so long, and again so long after that. */
    nudges: z
      .array(duration)
      .max(5)
      .default([3 * DAY_MS, 4 * DAY_MS]),
    /** And so long after the last time the case is closed, as not confirmed. */
    close: duration.default(7 * DAY_MS),
    /** The same when they were asked whether it is solved and say nothing. */
    confirm: duration.default(7 * DAY_MS),
  })
  .default({ nudges: [3 * DAY_MS, 4 * DAY_MS], close: 7 * DAY_MS, confirm: 7 * DAY_MS });
