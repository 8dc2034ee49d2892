import { z } from 'zod';
import type { WorkingHours } from '../time/working-hours.ts';
import { isEmoji, normaliseEmoji } from './emoji.ts';
import { digestSchema } from './digest-schema.ts';
import { extremesSchema } from './extremes-schema.ts';
import { giftLimitsSchema, giftsSchema } from './gift-schema.ts';
import { ladderSchema, silenceSchema, updatesSchema } from './follow-up-schema.ts';
import { hotThreadsSchema, ownHotThreadsSchema } from './heat-schema.ts';
import { holidaysSchema, hoursSchema } from './hours-schema.ts';
import { localizedText } from './localized-schema.ts';
import type { LocalizedText } from './localized-text.ts';
import { kindSchema, type KindPolicy, type Overlay } from './playbook-schema.ts';
import { issuesSchema, webhooksSchema } from './program-schema.ts';
import { topicsSchema } from './topics-schema.ts';
import { duration, emailAddress, keeping, key } from './values.ts';

export type { GiftPolicy } from './gift-schema.ts';
export type { KindPolicy } from './playbook-schema.ts';
export type { News } from './news.ts';
export type { TrackerPolicy, WebhookPolicy } from './program-schema.ts';
export { SEVERITIES, type Severity } from './values.ts';

const id = z.string().min(1);
/** Who has a role: named people, or members of a Slack user group or Discord role. */
const who = z.strictObject({
  everyone: z.boolean().default(false),
  people: z.array(id).default([]),
  groups: z.array(id).default([]),
});

export const ROLES = ['flagger', 'moderator', 'handler', 'lead', 'management', 'admin'] as const;

const nobody = { everyone: false, people: [], groups: [] };

/** `slack:T…` or `discord:<server id>`. */
const workspaceId = z
  .string()
  .regex(/^[a-z]+:\S+$/, 'write the platform in front, such as slack:T0123ABCD or discord:1122334455');

const department = z.strictObject({
  name: localizedText(),
  /** Where it lives when that is not the community itself: another workspace of this file. Its channels and people are that one's. */
  workspace: workspaceId.optional(),
  /** Its own private channel; empty for one that has an address alone. */
  channel: id.default(''),
  /** Where it gets its cases by mail, in place of a channel or besides. */
  email: emailAddress.optional(),
  /** Further private channels that get the escalation to read. */
  cc: z.array(id).default([]),
  people: z.array(id).default([]),
  groups: z.array(id).default([]),
  /** Who hears by direct message of each case that comes to it; they are of the department. */
  leads: z.array(id).optional(),
  /** When its people work, where that differs from the workspace. */
  hours: hoursSchema.optional(),
  holidays: holidaysSchema.optional(),
  timeZone: z.string().optional(),
});

const workspace = z.strictObject({
  id: workspaceId,
  name: z.string().min(1),
  /** Channels in which flags count. */
  watch: z
    .union([z.literal('all'), z.array(id).min(1)], { error: 'write all, or a list of channel ids' })
    .default('all'),
  /** The private moderator channel for case cards. */
  triage: id,
  /** The private channel of management, for what is very bad or very good; without it they hear by direct message. */
  management: id.optional(),
  /** Where the community helps one another, a Discord forum too: kinds with `community` ask there first. */
  helpers: id.optional(),
  roles: z.strictObject({
    flagger: who.default(nobody),
    moderator: who.default(nobody),
    handler: who.default(nobody),
    lead: who.default(nobody),
    management: who.default(nobody),
    admin: who.default(nobody),
  }),
  /** Who is responsible for a new case until somebody claims it; without one, reminders go to the triage channel. */
  handler: id.optional(),
  /** Who takes turns at looking after what nobody has claimed, in this order. */
  duty: z
    .strictObject({ people: z.array(id).min(1), every: z.enum(['day', 'week']).default('week') })
    .optional(),
  /** Who looks after somebody's cases while they are away, or do not react: one person's id, then the other's. */
  standIns: z.record(id, id).default({}),
  departments: z.record(key, department).default({}),
  /** What the team reads before its meetings. Without it: one each Monday, in the triage channel. See `digestsOf`. */
  digests: z.array(digestSchema).max(20).optional(),
  /** Other limits for hot threads here, or in some channels. See `heatLimits`. */
  hotThreads: ownHotThreadsSchema.optional(),
  language: z.string().optional(),
  timeZone: z.string().optional(),
  /** When people work, where that differs from what the policy says for all. */
  hours: hoursSchema.optional(),
  holidays: holidaysSchema.optional(),
});

const clocks = z.strictObject({
  /** From the flag until the member is answered. */
  firstResponse: duration,
  /** From the member's words in an open case until they are answered. Without it: as firstResponse. */
  nextResponse: duration.optional(),
  /** From our latest words until the member hears from us again: what the answers promise. */
  updateDue: duration,
  /** From the day a department gets the case until it says something. Without it, it has no clock. */
  departmentAnswer: duration.optional(),
  /** From the flag until it is solved. Without it, it has no clock. */
  resolution: duration.optional(),
});

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
  /** When people work, by the clock of that zone: clocks stand still outside. Without it they work around the clock. */
  hours: hoursSchema.optional(),
  /** When they do not, whatever the week says. */
  holidays: holidaysSchema.optional(),
  emojis,
  kinds: z.record(key, kindSchema),
  /** What members can be given to make up for trouble. */
  gifts: giftsSchema,
  giftLimits: giftLimitsSchema,
  severities: z.strictObject({ low: clocks, normal: clocks, high: clocks, urgent: clocks }),
  ladder: ladderSchema,
  /** What management hears of at once. */
  extremes: extremesSchema,
  updates: updatesSchema,
  silence: silenceSchema,
  /** Taking a reaction back within this time takes the flag back. */
  undoWindow: duration.default(30_000),
  files: z
    .strictObject({
      maxBytes: z.int().positive().max(104_857_600).default(10_485_760),
      /** All files of one community together. */
      maxTotalBytes: z.int().positive().default(21_474_836_480),
    })
    .default({ maxBytes: 10_485_760, maxTotalBytes: 21_474_836_480 }),
  /** Messages before the flagged one that are kept with it. */
  contextMessages: z.int().min(0).max(20).default(5),
  /** Cases about the same thing; false: they are not compared. */
  topics: topicsSchema,
  /** Threads that heat up, offered to moderators for flagging; false: nothing is counted. */
  hotThreads: hotThreadsSchema,
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
  /** Programs of the operator's that are told what happens. */
  webhooks: webhooksSchema,
  /** Where a case can be taken as an issue: GitHub and Jira. */
  issues: issuesSchema,
  workspaces: z.array(workspace).min(1),
});

/** The policy as it is used: what its kinds leave out is filled in from their playbooks. */
export type Policy = Omit<z.infer<typeof policySchema>, 'kinds' | 'workspaces'> & {
  kinds: Record<string, KindPolicy>;
  workspaces: (Working<Omit<WrittenWorkspace, 'departments'>> & {
    departments: Record<string, Working<WrittenWorkspace['departments'][string]>>;
    /** Channels here in which departments of other communities live; filled in when the policy is read. See `guestChannels`. */
    guests?: readonly string[];
    /** The policy's language, for what cannot be said in the community's own; filled in when the policy is read. */
    languageOfAll?: string;
  })[];
  /** What people read of a playbook, by its key. */
  playbookNames: Readonly<Record<string, LocalizedText>>;
  /** Playbooks that add themselves to a case, whatever its kind. */
  overlays: readonly Overlay[];
};
export type WorkspacePolicy = Policy['workspaces'][number];
type WrittenWorkspace = z.infer<typeof workspace>;
/** When people work, with what is written further up filled in; left out or null: around the clock. See `hoursOf`. */
type Working<T> = T & { working?: WorkingHours | null };
export type Role = (typeof ROLES)[number];
