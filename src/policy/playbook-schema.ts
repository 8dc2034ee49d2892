import { z } from 'zod';
import { localizedText } from './localized-schema.ts';
import type { LocalizedText } from './localized-text.ts';
import { duration, key, SEVERITIES } from './values.ts';

/** Roles that can be told of a case the moment it is opened. */
const HEADS = ['lead', 'management'] as const;

/** Longest line of a checklist (characters), and how many there may be: a card shows them all. */
const ITEM_MAX = 200;
const ITEMS_MAX = 12;

/** Longest choice of a recommendation (characters): what a form shows. */
const CHOICE_MAX = 70;

/**
 * What a kind of feedback sets in motion. A playbook says it, a playbook it extends, or the kind itself; what nobody says
 * is as in `UNSAID`.
 */
const playFields = {
  severity: z.enum(SEVERITIES),
  /**
   * `auto` sends the answer at once, `draft` waits for a click, `private` sends it by direct message, `none` prepares nothing,
   * `never` lets nobody answer.
   */
  answer: z.enum(['auto', 'draft', 'private', 'none', 'never']),
  /** Names of the templates the answer is composed of, in order. */
  steps: z.array(z.string().min(1)),
  /** Details worth asking for: keys of `details.yaml`, or whole sentences a member understands. */
  details: z.array(localizedText()),
  /** Departments it goes to at once. */
  route: z.array(z.string()),
  /** Departments it goes to next, when those could not settle it: offered on the card. */
  next: z.array(z.string()),
  /** Who hears of it at once, by direct message. */
  tell: z.array(z.enum(HEADS)),
  /** Where its clocks differ from those of its severity. */
  clocks: z.strictObject({
    firstResponse: duration.optional(),
    nextResponse: duration.optional(),
    updateDue: duration.optional(),
    departmentAnswer: duration.optional(),
    resolution: duration.optional(),
  }),
  /** What staff do, in order; ticked off on the card. */
  checklist: z.array(localizedText(ITEM_MAX)).max(ITEMS_MAX),
  /** Whom the case is kept from when it is opened. */
  keepOut: z.strictObject({
    /** Staff whom the message mentions. */
    accused: z.boolean().default(false),
    /** Whoever handled this member's earlier cases. */
    previousHandlers: z.boolean().default(false),
  }),
  /** `leads`: nobody else on the staff sees it. */
  audience: z.enum(['staff', 'leads']),
  /** Whoever took it on keeps it until it is solved; only a lead hands it over. */
  keepHandler: z.boolean(),
  /** A recommendation, with reasons, to whoever decides: a department, or `triage` for the moderators. */
  recommend: z.strictObject({
    to: z.string().min(1),
    choices: z.array(localizedText(CHOICE_MAX)).min(2).max(10),
  }),
  /** Praise goes on: to the people the message mentions, and, once the member agrees, to a department. */
  passOn: z.strictObject({
    praised: z.boolean().default(true),
    departments: z.array(z.string()).default([]),
    /** The department that may only have it with the member's consent. */
    consent: z.string().optional(),
  }),
  /** The helpers channel is asked first; after so long without help it goes to `route`. */
  community: z.strictObject({ wait: duration }),
  /** Goodwill that fits: a key of `gifts`; `never`: none is given. */
  gift: z.string().min(1),
  /** What is left once the member has been answered: to follow up, or nothing. */
  whenAnswered: z.enum(['follow_up', 'close']),
};

/** The fields of a playbook that go to the kinds that name it. */
export const saidSchema = z.object(playFields).partial();

/** A file of `playbooks/`. */
export const playbookSchema = z.strictObject({
  /** What people read. */
  name: localizedText(),
  /** Another playbook, which says what this one leaves out. */
  extends: z.string().optional(),
  /** Adds its checklist by itself to the cases of a member with so many earlier ones within that time. */
  when: z.strictObject({ earlierCases: z.int().min(1).max(100), within: duration }).optional(),
  ...saidSchema.shape,
});

/** A kind as hearback.yaml writes it. */
export const kindSchema = z.strictObject({
  name: localizedText(),
  /** A file of `playbooks/`, which says what the kind leaves out. */
  playbook: key.optional(),
  ...saidSchema.shape,
});

type Said = z.infer<z.ZodObject<typeof playFields>>;
type Nullable = 'recommend' | 'passOn' | 'community' | 'gift';

/** All a kind of feedback sets in motion. */
export type Play = Omit<Said, Nullable> & { [Field in Nullable]: Said[Field] | null };

/** A kind of feedback, with everything its playbook says. */
export type KindPolicy = { name: LocalizedText; playbook: string | null } & Play;

export type PlaybookFile = z.infer<typeof playbookSchema>;

/** A playbook that adds its checklist to what a kind's own playbook asks. */
export interface Overlay {
  key: string;
  name: LocalizedText;
  when: NonNullable<PlaybookFile['when']>;
  checklist: readonly LocalizedText[];
}

/** What holds where neither the kind nor its playbooks say anything. */
export const UNSAID: Play = {
  severity: 'normal',
  answer: 'draft',
  steps: [],
  details: [],
  route: [],
  next: [],
  tell: [],
  clocks: {},
  checklist: [],
  keepOut: { accused: false, previousHandlers: false },
  audience: 'staff',
  keepHandler: false,
  recommend: null,
  passOn: null,
  community: null,
  gift: null,
  whenAnswered: 'follow_up',
};
