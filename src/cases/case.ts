import type { MessageRef, Place, ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import type { Severity } from '../policy/schema.ts';
import type { CloseRequest } from './close-request.ts';
import type { Level, Raised } from './raised.ts';
import type { Cc } from './reads-along.ts';

export type { HistoryEntry, HistoryRow } from './history.ts';
export { LEVELS, RAISED_BECAUSE, type Level, type Raised } from './raised.ts';
export type { Cc } from './reads-along.ts';

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
  /** `besides`: their other accounts, as far as they were linked; absent where that was not asked. */
  member: { userId: string; name: string; besides?: readonly string[] };
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
  /** It rests until the member writes, and `snoozedUntil` is when it comes back all the same. Says nothing while that is null. */
  snoozedForMember: boolean;
  language: string;
  languageFrom: LanguageFrom;
  audience: Audience;
  /** How far up it has gone; it never goes down. */
  level: Level;
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

/**
 * `first_response`: from the flag until the member is answered. `next_response`: from their words until they are.
 * `update_due`: from our latest words until they hear from us again, as they were promised. `department_answer`: until the
 * department `subject` says something. `resolution`: until it is solved. `silence`: until the member answers what we asked.
 * `community`: until helpers have had their time. `wake`: until a snoozed case comes back.
 */
export const CLOCK_KINDS = [
  'first_response',
  'next_response',
  'update_due',
  'department_answer',
  'resolution',
  'silence',
  'community',
  'wake',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** A running clock. Only its row decides whether a job that rings is still wanted. */
export interface Clock {
  clockId: number;
  kind: ClockKind;
  /** The department it waits for; '' for every other kind. */
  subject: string;
  startedAt: Date;
  /** By when it should have happened: what was promised, whatever reminders come before or after. */
  deadline: Date;
  /** Who said when: the policy, whose changes move it, or a person. */
  setBy: 'policy' | 'person';
  /** When it rings next. */
  dueAt: Date;
  /** Raised whenever it is moved; a job of an older generation does nothing. */
  generation: number;
  /** The step on its ladder that rings next: 0 since it was started, or since somebody acted last. */
  step: number;
  /** Its generation when somebody acted last; 0 before. What rang earlier is not said any more. */
  restedGeneration: number;
  /** It has rung, or somebody has put it off: when it rings next is no longer for the policy to say. */
  isPutOff: boolean;
}

export type ReplyState = 'draft' | 'queued' | 'sent' | 'failed' | 'discarded';

/**
 * What a reply is for. All but two answer the member: `community` asks the helpers of the community about the case, `thanks`
 * goes to one of them.
 */
export const PURPOSES = ['answer', 'update', 'nudge', 'closing', 'gift', 'community', 'thanks'] as const;
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
  /** Once it has arrived, the case waits for the member. Nothing that nobody has looked at makes it wait. */
  waits?: boolean;
  /** By when the member hears from us again, as it says; null where it says nothing of it. */
  promises: Date | null;
  /** Since when it is on its way to the member; null for drafts. What they have said after that it cannot answer. */
  queuedAt: Date | null;
  /** The gift it brings, if any. */
  giftId: number | null;
  /** The department for which it asks the member's consent, as a key; null where it asks for none. */
  consentFor: string | null;
  /** What the member said to that; null while they have not. */
  consent: Consent | null;
}

/** A new reply, and whether it goes out at once. */
export type NewReply = Omit<Reply, 'replyId' | 'state' | 'queuedAt' | 'consent' | keyof Composition> &
  Partial<Composition> & { send: boolean };

type Composition = Pick<
  Reply,
  'purpose' | 'language' | 'steps' | 'asks' | 'promises' | 'giftId' | 'consentFor'
>;

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

/** `making`: on its way to its tracker. `gone`: deleted there, or moved where we do not see it. */
export const ISSUE_STATES = ['draft', 'making', 'open', 'closed', 'gone', 'failed', 'discarded'] as const;

/** The case as an issue of a tracker, such as GitHub. */
export interface Issue {
  issueId: number;
  /** A key of the policy's `issues`. */
  tracker: string;
  state: (typeof ISSUE_STATES)[number];
  /** What it is to say; empty once it is made. */
  title: string;
  body: string;
  /** Null once they were erased. */
  askedBy: string | null;
  /** As its tracker calls it, such as `owner/name#12`; null until it is made. */
  name: string | null;
  url: string | null;
  /** The tracker's own word for how it stands. */
  status: string | null;
  /** What is in the way, for people. */
  failure: string | null;
}

export const EXCLUSION_REASONS = ['accused', 'previous_handler', 'conflict'] as const;

/**
 * What a department makes of a case: it was `asked`, has `taken` it, `needs_more` to go on, says that it is handled `elsewhere`,
 * has `declined`, has `fixed` it, or has `answered` with words for the member.
 */
export const DEPARTMENT_STATES = [
  'asked',
  'taken',
  'needs_more',
  'elsewhere',
  'declined',
  'fixed',
  'answered',
] as const;
export type DepartmentState = (typeof DEPARTMENT_STATES)[number];

/** How a case stands with one of its departments. */
export interface DepartmentWork {
  /** A key of the policy's `departments`. */
  department: string;
  state: DepartmentState;
  /** What it is asked, in the words of whoever brought it there; empty: what any case asks. */
  question: string;
  /** Who of the department said so; null while nobody has. */
  by: string | null;
  at: Date | null;
  /** Why, or what is missing. Internal, like everything here. */
  words: string;
  /** Where it is handled. */
  link: string | null;
}

/** Somebody a case is kept from, whatever their role. */
export interface Exclusion {
  userId: string;
  reason: (typeof EXCLUSION_REASONS)[number];
  /** Of which account this is another one of the same person: that one was named, and this one follows. */
  of?: string;
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
  /** The same departments, in the same order, each with what it has made of it. */
  departmentWork: DepartmentWork[];
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
  /** Oldest first. */
  closeRequests: CloseRequest[];
  /** Null while no helper has been asked. */
  help: Help | null;
  /** Oldest first; without those that were discarded. */
  issues: Issue[];
  /** The levels it was raised to, lowest first. */
  raised: Raised[];
  /** Who reads it along, in the order they were added. Whoever is kept out of it reads nothing all the same. */
  cc: Cc[];
  /** Who hears of what happens to it. */
  followers: string[];
  /** People of the community who have lost the role by which they worked on cases; absent where nobody has. */
  lostRole?: readonly string[];
  /** Its member has asked not to be recorded: nothing they say from now on is kept. */
  isOptedOut: boolean;
  noteCount: number;
  /** Files that are kept, or on their way. */
  fileCount: number;
  /** The row of the last file, also of one that could not be kept; null where there is none. */
  lastFileId: number | null;
}

/** `FB-12`. */
export function caseName(prefix: string, number: number): string {
  return `${prefix}-${number}`;
}
