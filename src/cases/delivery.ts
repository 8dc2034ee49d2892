import type { MessageRef, Place, ThreadRoot } from '../chat/ref.ts';
import type { Block } from '../chat/rich.ts';
import type { ClockKind } from './case.ts';
import type { Rang } from './rung.ts';

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

/** Why management hears of a case: how serious it is, what it is, what its member says of it, or that somebody took it there. */
export const TELLS_MANAGEMENT = ['severity', 'kind', 'rating', 'level'] as const;
export type TellsManagement = (typeof TELLS_MANAGEMENT)[number];

/** What somebody is told, in one language. */
export interface NoticeWords {
  title: string;
  blocks: Block[];
}

/** What is posted: rendered from the record when it is sent, so nothing here goes stale. */
export type DeliveryBody =
  /** `part`: which message of a reply that is too long for one; absent for the first. */
  | { type: 'reply'; replyId: number; part?: ReplyPart }
  | { type: 'triage' }
  | { type: 'escalation'; department: string; cc: boolean }
  /** Files of the case, below its card for a department: all up to one row of the record, or those of one message. */
  | { type: 'evidence'; department: string; upTo?: number; message?: ThreadRoot }
  /** In a channel. `rang`: what of, as long as nobody acts; `people` of the `department` that is asked. */
  | {
      type: 'reminder';
      clock: ClockKind;
      step: number;
      personId: string;
      rang?: Rang;
      department?: string;
      people?: string[];
    }
  /** All that is due for somebody, in one message: the record says which cases when it is sent. */
  | { type: 'reminders'; personId: string }
  | { type: 'approval'; giftId: number }
  /** Something very bad or very good, to management. */
  | { type: 'management'; why: TellsManagement }
  /** For somebody, or a channel, who reads the case along: a card without anything to press. */
  | { type: 'copy' }
  /** What happened to the cases somebody follows: the record says what when it is sent. */
  | { type: 'followed' }
  /** The member's kind words, to somebody they are about. */
  | { type: 'praise' }
  /** How a period went, to a team; of many cases and no single one. */
  | { type: 'digest'; digestId: number }
  /** What several cases are about, to those who look after it; of no single one. */
  | { type: 'topic'; topicId: number }
  /** A thread that heated up, for the moderators; of no case. */
  | { type: 'hot_thread'; hotThreadId: number }
  /** What waits for one person on a day (`2026-11-23`). */
  | { type: 'to_do'; day: string }
  /** The cases a search finds for whoever asked, as a file. `wish`: what was typed, as `wishOf` writes it. */
  | { type: 'table'; wish: string }
  | { type: 'receipt'; emoji: string; present: boolean; message: MessageRef; reporterId: string }
  /** How to be heard, for somebody who wrote to the bot about no case. */
  | { type: 'hint' }
  /** Internal words for one person or the moderators, in the language of the community. */
  | ({
      type: 'notice';
      /** The same in others, by their codes, for one person who may read one of them. */
      inOthers?: Record<string, NoticeWords>;
      /** A button besides *Open*. */
      offer?: 'reopen';
      /** A button to tell this department, by its key, what it asked for. */
      tell?: string;
      /** The department it is for, by its key, in its channel: what is said below it is said by that department. */
      department?: string;
      /** For its reader alone: where it cannot reach them, nobody else is told in their place. */
      confidential?: true;
      /** The note it tells of came by mail: the message it stands for, whose files come along. */
      mailed?: ThreadRoot;
      /** For whoever flagged it, with a role or without. */
      toFlagger?: true;
    } & NoticeWords);

/** One thing to be posted exactly once. */
export interface NewDelivery {
  /** Unique in the workspace for good: the same thing asked for twice is one delivery. */
  key: string;
  place: Place;
  body: DeliveryBody;
  /** The case it is of, where that is another one than what it stands in for. */
  caseId?: number;
}
