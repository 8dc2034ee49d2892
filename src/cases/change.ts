import type { ThreadRoot } from '../chat/ref.ts';
import type {
  Case,
  Cc,
  Clock,
  ClockKind,
  Consent,
  DepartmentWork,
  Exclusion,
  HistoryEntry,
  Issue,
  NewGift,
  NewReply,
  Raised,
  ReplyState,
} from './case.ts';
import type { ToCloseRequest } from './close-request.ts';
import type { NewDelivery } from './delivery.ts';
import type { NewReminder } from './rung.ts';
import type { ToTopic } from './topics/to-topic.ts';

/** A department says something else now. */
export type DepartmentTurn = Pick<DepartmentWork, 'department' | 'state'> &
  Partial<Pick<DepartmentWork, 'question' | 'by' | 'words' | 'link'>>;

export type ClockChange =
  /** Replaces a running clock of the same kind and subject. Without a deadline that is when it rings. */
  | {
      op: 'start';
      kind: ClockKind;
      subject?: string;
      dueAt: Date;
      deadline?: Date;
      setBy?: Clock['setBy'];
      /** What it replaces has happened: kept, if that was in time. */
      met?: boolean;
      /** When that was; without it, now. */
      at?: Date;
    }
  /** `met`: what it waited for has happened, `at` that moment or now. Without a subject every clock of the kind stops. */
  | { op: 'stop'; kind: ClockKind; subject?: string; met?: boolean; at?: Date }
  /** Rings again at `dueAt`, at that step of the ladder; without one, one step up. */
  | { op: 'again'; clockId: number; dueAt: Date; step?: number }
  /** Somebody acted: it rings at `dueAt`, and its ladder begins anew. */
  | { op: 'rest'; clockId: number; dueAt: Date }
  /** Other times hold now: same step, another moment. `rest`: because somebody acted, so its ladder begins anew. */
  | { op: 'move'; clockId: number; dueAt: Date; deadline: Date; rest?: true };

export type NewIssue = Pick<Issue, 'tracker' | 'title' | 'body'> & { askedBy: string };

/** What becomes of an issue. */
export type IssueTurn = { issueId: number } & (
  | { state: 'making' | 'discarded' }
  | { state: 'failed'; failure: string }
  | { state: 'gone'; status: string }
  | { state: 'open' | 'closed'; name: string; url: string; status: string }
);

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
      | 'snoozedForMember'
      | 'language'
      | 'languageFrom'
      | 'audience'
      | 'level'
      | 'quote'
      | 'closedAt'
    >
  >;
  history: HistoryEntry[];
  reporters?: string[];
  removeReporters?: string[];
  departments?: string[];
  /** What departments make of it now; after `departments`. What is left out stays: `question` always, all else is anew. */
  departmentTurns?: DepartmentTurn[];
  /** Kept out from now on; somebody who is already gets the new reason. */
  exclude?: (Exclusion & { by: string | null })[];
  /** Let in again: their ids. */
  include?: string[];
  notes?: { authorId: string; text: string }[];
  clocks?: ClockChange[];
  /** A new reply; with `send` it is queued for delivery, else it stays a draft. */
  replies?: NewReply[];
  /** Moves existing replies on; `queued` adds their delivery. */
  replyStates?: { replyId: number; state: ReplyState; markdown?: string; waits?: boolean }[];
  /** Lines of the checklist, done or not done after all. */
  ticks?: { item: string; by: string; done: boolean }[];
  /** Replaces the one before. */
  recommend?: { choice: string; reason: string; by: string };
  /** Whom the kind words reach now; somebody who has them keeps their place. `by`: null for the program. */
  praise?: { userId: string; by: string | null }[];
  /** What the member says to the question of one reply. */
  consent?: { replyId: number; said: Consent };
  /** What the member says to one close request. */
  closing?: ToCloseRequest;
  /** Where the helpers were asked. */
  help?: ThreadRoot;
  /** Who of the community solved it. */
  credit?: { userId: string; by: string };
  /** Held or proposed; its answer is a draft. */
  gift?: NewGift;
  giftDecisions?: { giftId: number; state: 'approved' | 'refused'; by: string }[];
  /** A new issue, which nobody has said yes to. */
  issue?: NewIssue;
  /** Moves existing issues on; `making` sends them on their way. */
  issueTurns?: IssueTurn[];
  /** For people, by direct message; what is due for one of them at the same time becomes one. */
  reminders?: NewReminder[];
  deliveries?: NewDelivery[];
  /** Whether it is about the same thing as others. */
  topic?: ToTopic;
  /** It goes up; see `withLevel`, which says so of every change that takes it up. */
  raise?: Omit<Raised, 'at'>;
  /** Who reads it along from now on, and who no longer does. */
  cc?: { add?: Cc[]; remove?: Cc[]; by: string };
  /** Who wants to hear of it from now on, and who no longer does. */
  follow?: { add?: string[]; remove?: string[] };
}
