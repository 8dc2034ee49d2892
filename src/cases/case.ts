import type { MessageRef, Place, ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import type { Block } from '../chat/rich.ts';
import type { Severity } from '../policy/schema.ts';

export const STATES = [
  'new',
  'open',
  'waiting_on_member',
  'waiting_on_team',
  'solved',
  'closed',
  'closed_unconfirmed',
  'reopened',
  'dismissed',
  'merged',
] as const;
export type State = (typeof STATES)[number];

/** One piece of feedback, as its row in the record. */
export interface Case {
  caseId: number;
  workspaceId: WorkspaceId;
  /** Counted per workspace from 1; people see it as `FB-12`. */
  number: number;
  state: State;
  severity: Severity;
  /** A key of the policy's `kinds`. */
  kind: string;
  member: { userId: string; name: string };
  /** The flagged message; null for feedback that came by mail, phone or in person. */
  source: MessageRef | null;
  /** Where the conversation with the member goes on; null like `source`. */
  thread: ThreadRoot | null;
  permalink: string | null;
  /** The flagged message's text as it is now. */
  quote: string;
  /** Where feedback without a message came from ("phone"); null for flagged messages. */
  origin: string | null;
  handlerId: string | null;
  snoozedUntil: Date | null;
  language: string;
  languageFrom: LanguageFrom;
  audience: Audience;
  /** Raised by one with every change. */
  version: number;
  openedAt: Date;
  closedAt: Date | null;
}

/** How the case's language was found: from the member's words, their platform's setting, or the community's; or a person chose it. */
export const LANGUAGE_FROM = ['detected', 'locale', 'workspace', 'chosen'] as const;
export type LanguageFrom = (typeof LANGUAGE_FROM)[number];

/** Who of the staff may see it: all of them, or leads, management and admins alone. */
export const AUDIENCES = ['staff', 'leads'] as const;
export type Audience = (typeof AUDIENCES)[number];

export type ClockKind = 'first_response' | 'follow_up' | 'community';

/** A running clock. Only its row decides whether a job that rings is still wanted. */
export interface Clock {
  clockId: number;
  kind: ClockKind;
  dueAt: Date;
  /** Raised whenever it is moved; a job of an older generation does nothing. */
  generation: number;
  /** How often it has rung since it was started: the step on the ladder. */
  step: number;
}

export type ReplyState = 'draft' | 'queued' | 'sent' | 'failed' | 'discarded';

/**
 * What a reply is for. All but two answer the member: `community` asks the helpers of the community about the case, `thanks`
 * goes to one of them.
 */
export const PURPOSES = ['answer', 'update', 'closing', 'gift', 'community', 'thanks'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Text for the member: the only thing a member ever gets. */
export interface Reply {
  replyId: number;
  state: ReplyState;
  /** Markdown as written or composed. */
  markdown: string;
  /** Null when the policy sent it. */
  authorId: string | null;
  /** Where it goes: the thread, or a direct message. */
  place: Place;
  purpose: Purpose;
  /** The language it is in; null where nobody has said. */
  language: string | null;
  /** Names of the templates it was composed of; empty for what a person wrote. */
  steps: string[];
  /** The details it asks for. */
  asks: string[];
  /** The gift it brings, if any. */
  giftId: number | null;
}

/** A new reply, and whether it goes out at once. */
export type NewReply = Omit<Reply, 'replyId' | 'state' | keyof Composition> &
  Partial<Composition> & { send: boolean };

type Composition = Pick<Reply, 'purpose' | 'language' | 'steps' | 'asks' | 'giftId'>;

/** Something given to the member, or about to be; its row in the ledger. */
export interface Gift {
  giftId: number;
  /** A key of the policy's `gifts`. */
  key: string;
  /** What it counted when it was proposed. */
  value: number;
  /** `proposed` waits for somebody else's yes, `approved` for its click or its delivery; `failed` could not be delivered, and holds its code. */
  state: 'proposed' | 'approved' | 'given' | 'refused' | 'withdrawn' | 'failed';
  /** Null once they were erased. */
  proposedBy: string | null;
  decidedBy: string | null;
  at: Date;
  /** A code is held for it. */
  hasCode: boolean;
  /** That code is gone for good: its key was lost, or it was dropped after a restore. */
  isCodeLost: boolean;
}

/** A new gift, with the answer that brings it. */
export interface NewGift extends Pick<Gift, 'key' | 'value' | 'hasCode'> {
  state: 'proposed' | 'approved';
  proposedBy: string;
  /** The month it counts in: `2026-11`. */
  month: string;
  reply: Pick<Reply, 'markdown' | 'language' | 'steps' | 'place'>;
  /** Where somebody is asked to approve it. */
  ask: Place[];
}

/** A line of the checklist that is done. */
export interface Tick {
  item: string;
  by: string;
  at: Date;
}

/** What somebody recommends to whoever decides. */
export interface Recommendation {
  choice: string;
  reason: string;
  by: string;
  at: Date;
}

export const EXCLUSION_REASONS = ['accused', 'previous_handler', 'conflict'] as const;

/** Somebody a case is kept from, whatever their role. */
export interface Exclusion {
  userId: string;
  reason: (typeof EXCLUSION_REASONS)[number];
}

/** What a member said when they were asked whether their words may be passed on. */
export const CONSENTS = ['given', 'refused'] as const;
export type Consent = (typeof CONSENTS)[number];

/** What the helpers of a community have to do with a case. */
export interface Help {
  /** What hangs from the post that asks them. */
  thread: ThreadRoot;
  /** How many messages stand there. */
  said: number;
  /** The way to the first of them. */
  link: string | null;
}

/** A case with what a decision needs. */
export interface CaseFile {
  case: Case;
  reporters: string[];
  /** For these people it does not exist. A case that keeps anybody out is shown in channels without what it is about. */
  excluded: Exclusion[];
  /** Keys of the policy's departments, in the order they were routed to. */
  departments: string[];
  clocks: Clock[];
  /** Newest last; at most 50. */
  replies: Reply[];
  /** In the order they were done. */
  ticks: Tick[];
  recommendation: Recommendation | null;
  /** Oldest first. */
  gifts: Gift[];
  /** People its kind words were passed on to, in that order. */
  praised: string[];
  /** Null while the member has not answered, or was not asked. */
  consent: Consent | null;
  /** Null while no helper has been asked. */
  help: Help | null;
  noteCount: number;
  fileCount: number;
}

/** What was done, for the history. `action` is a verb in the past: `opened`, `claimed`, `routed`. Never message text in `detail`. */
export interface HistoryEntry {
  action: string;
  /** Null for the program itself. */
  actorId: string | null;
  detail?: Record<string, string>;
}

export type HistoryRow = HistoryEntry & { at: Date };

/** A message of a long reply. Each is queued when the one before has arrived, so that they arrive in order. */
export interface ReplyPart {
  /** Counted from 0; as many have arrived before it. */
  index: number;
  /** How many there are. */
  of: number;
  /** Ids of the first message and of the one before it. */
  first: string;
  after: string;
}

/** What is posted: rendered from the record when it is sent, so nothing here goes stale. */
export type DeliveryBody =
  /** `part`: which message of a reply that is too long for one; absent for the first. */
  | { type: 'reply'; replyId: number; part?: ReplyPart }
  | { type: 'triage' }
  | { type: 'escalation'; department: string; cc: boolean }
  | { type: 'reminder'; clock: ClockKind; step: number; personId: string }
  | { type: 'approval'; giftId: number }
  /** The member's kind words, to somebody they are about. */
  | { type: 'praise' }
  | { type: 'receipt'; emoji: string; present: boolean; message: MessageRef; reporterId: string }
  /** Internal words for one person or the moderators. */
  | {
      type: 'notice';
      title: string;
      blocks: Block[];
      /** For its reader alone: where it cannot reach them, nobody else is told in their place. */
      confidential?: true;
    };

/** One thing to be posted exactly once. */
export interface NewDelivery {
  /** Unique in the workspace for good: the same thing asked for twice is one delivery. */
  key: string;
  place: Place;
  body: DeliveryBody;
}

/** What a rule decided about a case. The store carries it out whole, in one transaction, or not at all. */
export interface Change {
  set?: Partial<
    Pick<
      Case,
      | 'state'
      | 'severity'
      | 'kind'
      | 'handlerId'
      | 'snoozedUntil'
      | 'language'
      | 'languageFrom'
      | 'audience'
      | 'quote'
      | 'closedAt'
    >
  >;
  history: HistoryEntry[];
  reporters?: string[];
  removeReporters?: string[];
  departments?: string[];
  /** Kept out from now on; somebody who is already gets the new reason. */
  exclude?: (Exclusion & { by: string | null })[];
  /** Let in again: their ids. */
  include?: string[];
  notes?: { authorId: string; text: string }[];
  /** `start` replaces a running clock of the same kind. */
  clocks?: (
    | { op: 'start'; kind: ClockKind; dueAt: Date }
    | { op: 'stop'; kind: ClockKind }
    /** Rings again at `dueAt`, one step up the ladder. */
    | { op: 'again'; clockId: number; dueAt: Date }
  )[];
  /** A new reply; with `send` it is queued for delivery, else it stays a draft. */
  replies?: NewReply[];
  /** Moves existing replies on; `queued` adds their delivery. */
  replyStates?: { replyId: number; state: ReplyState; markdown?: string }[];
  /** Lines of the checklist, done or not done after all. */
  ticks?: { item: string; by: string; done: boolean }[];
  /** Replaces the one before. */
  recommend?: { choice: string; reason: string; by: string };
  /** Whom the kind words reach now; somebody who has them keeps their place. `by`: null for the program. */
  praise?: { userId: string; by: string | null }[];
  consent?: Consent;
  /** Where the helpers were asked. */
  help?: ThreadRoot;
  /** Who of the community solved it. */
  credit?: { userId: string; by: string };
  /** Held or proposed; its answer is a draft. */
  gift?: NewGift;
  giftDecisions?: { giftId: number; state: 'approved' | 'refused'; by: string }[];
  deliveries?: NewDelivery[];
}

/** `FB-12`. */
export function caseName(prefix: string, number: number): string {
  return `${prefix}-${number}`;
}
