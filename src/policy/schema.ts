import { z } from 'zod';
import { durationMs } from './duration.ts';

/** `90s`, `15m`, `4h`, `3d`, `1h 30m`: a length of time, as milliseconds. */
const duration = z.string().transform((value, ctx) => {
  const ms = durationMs(value);
  if (ms !== null) return ms;
  ctx.addIssue({ code: 'custom', message: `"${value}" is not a length of time; write for example 30s, 15m, 4h or 3d` });
  return z.NEVER;
});

const id = z.string().min(1);

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
  id: z.string().regex(/^[a-z]+:\S+$/, 'write the platform in front, such as slack:T0123ABCD or discord:1122334455'),
  name: z.string().min(1),
  /** Channels in which flags count. */
  watch: z.union([z.literal('all'), z.array(id).min(1)]).default('all'),
  /** The private moderator channel for case cards. */
  triage: id,
  roles: z.strictObject({
    flagger: who.default(nobody),
    moderator: who.default(nobody),
    handler: who.default(nobody),
    lead: who.default(nobody),
    admin: who.default(nobody),
  }),
  /** Who handles a new case until somebody claims it; without one, the reporter if they are a handler. */
  handler: id.optional(),
  departments: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'use up to 20 small letters, digits and dashes'), department).default({}),
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

export const policySchema = z.strictObject({
  /** In front of case numbers. */
  prefix: z.string().regex(/^[A-Z]{2,6}$/, 'use two to six capital letters').default('FB'),
  language: z.string().default('en'),
  timeZone: z.string().default('UTC'),
  emojis: z.record(z.string().min(1), z.string()),
  kinds: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'use up to 20 small letters, digits and dashes'), kind),
  severities: z.strictObject({ low: clocks, normal: clocks, high: clocks, urgent: clocks }),
  /** After an unanswered reminder to the handler, the lead is reminded once this much later. */
  ladder: z.strictObject({ lead: duration }),
  undoWindow: duration.default(30_000),
  files: z.strictObject({ maxBytes: z.int().positive().max(104_857_600).default(10_485_760) }).default({ maxBytes: 10_485_760 }),
  /** Messages before the flagged one that are kept with it. */
  contextMessages: z.int().min(0).max(20).default(5),
  workspaces: z.array(workspace).min(1),
});

export type Policy = z.infer<typeof policySchema>;
export type WorkspacePolicy = Policy['workspaces'][number];
export type KindPolicy = Policy['kinds'][string];
export type Role = (typeof ROLES)[number];
export type Severity = (typeof SEVERITIES)[number];
