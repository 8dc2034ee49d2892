import { z } from 'zod';
import { durationMs } from './duration.ts';
import { isEmoji, normaliseEmoji } from './emoji.ts';

/** Longest a clock may be (ms): a year. Timers longer than that are a slip of the hand. */
const LONGEST_MS = 366 * 86_400_000;

/** Longest something may be kept, besides for good (ms): twenty years. */
const KEPT_MAX_MS = 20 * LONGEST_MS;

/** `90s`, `15m`, `4h`, `3d`, `1h 30m`: a length of time, as milliseconds. */
const duration = z
  .unknown()
  .transform((value, ctx) => lengthUpTo(LONGEST_MS, 'a year; write a shorter time', value, ctx));

/** The same, or `forever`: null. */
const keeping = z
  .unknown()
  .transform((value, ctx) =>
    value === 'forever' ? null : lengthUpTo(KEPT_MAX_MS, 'twenty years; write forever', value, ctx),
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

const id = z.string().min(1);
const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,19}$/, 'use up to 20 small letters, digits and dashes, a letter first');

/** Who has a role: named people, or members of a Slack user group or Discord role. */
const who = z.strictObject({
  everyone: z.boolean().default(false),
  people: z.array(id).default([]),
  groups: z.array(id).default([]),
});

export const ROLES = ['flagger', 'moderator', 'handler', 'lead', 'admin'] as const;

const nobody = { everyone: false, people: [], groups: [] };

const department = z.strictObject({
  name: z.string().min(1),
  /** Its own private channel. */
  channel: id,
  /** Further private channels that get the escalation to read. */
  cc: z.array(id).default([]),
  people: z.array(id).default([]),
  groups: z.array(id).default([]),
});

export const SEVERITIES = ['low', 'normal', 'high', 'urgent'] as const;

const workspace = z.strictObject({
  /** `slack:T…` or `discord:<server id>`. */
  id: z
    .string()
    .regex(/^[a-z]+:\S+$/, 'write the platform in front, such as slack:T0123ABCD or discord:1122334455'),
  name: z.string().min(1),
  /** Channels in which flags count. */
  watch: z
    .union([z.literal('all'), z.array(id).min(1)], { error: 'write all, or a list of channel ids' })
    .default('all'),
  /** The private moderator channel for case cards. */
  triage: id,
  roles: z.strictObject({
    flagger: who.default(nobody),
    moderator: who.default(nobody),
    handler: who.default(nobody),
    lead: who.default(nobody),
    admin: who.default(nobody),
  }),
  /** Who is responsible for a new case until somebody claims it; without one, reminders go to the triage channel. */
  handler: id.optional(),
  departments: z.record(key, department).default({}),
  language: z.string().optional(),
  timeZone: z.string().optional(),
});

const kind = z.strictObject({
  name: z.string().min(1),
  severity: z.enum(SEVERITIES).default('normal'),
  /** `auto` sends the answer at once, `draft` waits for a click, `private` sends it by direct message, `none` sends nothing. */
  answer: z.enum(['auto', 'draft', 'private', 'none']).default('draft'),
  /** Names of the templates the answer is composed of, in order. */
  steps: z.array(z.string().min(1)).default([]),
  /** Departments it goes to at once. */
  route: z.array(z.string()).default([]),
  /** Details worth asking for, in words a member understands. */
  details: z.array(z.string().min(1)).default([]),
});

const clocks = z.strictObject({ firstResponse: duration, followUp: duration });

/** Emoji → kind; keys come out as events carry them (see `normaliseEmoji`). */
const emojis = z
  .record(
    z
      .string()
      .refine(
        isEmoji,
        'write one emoji such as 🚩, or the name of a custom one between colons in quotes, such as ":feedback:"',
      ),
    z.string(),
  )
  .transform((written) =>
    Object.fromEntries(Object.entries(written).map(([emoji, kindKey]) => [normaliseEmoji(emoji), kindKey])),
  );

export const policySchema = z.strictObject({
  /** In front of case numbers. */
  prefix: z
    .string()
    .regex(/^[A-Z]{2,6}$/, 'use two to six capital letters')
    .default('FB'),
  language: z.string().default('en'),
  timeZone: z.string().default('UTC'),
  emojis,
  kinds: z.record(key, kind),
  severities: z.strictObject({ low: clocks, normal: clocks, high: clocks, urgent: clocks }),
  /** After an unanswered reminder to the handler, the lead is reminded once this much later. */
  ladder: z.strictObject({ lead: duration }),
  /** Taking a reaction back within this time takes the flag back. */
  undoWindow: duration.default(30_000),
  files: z
    .strictObject({ maxBytes: z.int().positive().max(104_857_600).default(10_485_760) })
    .default({ maxBytes: 10_485_760 }),
  /** Messages before the flagged one that are kept with it. */
  contextMessages: z.int().min(0).max(20).default(5),
  /** How far each watched channel is looked through for missed flags after a gap. */
  catchUp: z
    .strictObject({
      messages: z.int().min(1).max(10_000).default(500),
      days: z.int().min(1).max(366).default(7),
    })
    .default({ messages: 500, days: 7 }),
  /** How long what has ended is kept; null: for good. */
  retention: z
    .strictObject({ closed: keeping.default(null), files: keeping.default(null) })
    .default({ closed: null, files: null }),
  workspaces: z.array(workspace).min(1),
});

export type Policy = z.infer<typeof policySchema>;
export type WorkspacePolicy = Policy['workspaces'][number];
export type KindPolicy = Policy['kinds'][string];
export type Role = (typeof ROLES)[number];
export type Severity = (typeof SEVERITIES)[number];
