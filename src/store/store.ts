import type { Eyes, Guarded } from '../cases/access.ts';
import type { Case, CaseFile, Clock, HistoryRow, State } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import type { DeliveryBody, NewDelivery } from '../cases/delivery.ts';
import type { EarlierCasesPort } from '../cases/earlier-cases.ts';
import type { CaseAttachment, WhichFiles } from '../cases/evidence.ts';
import type { GiftUsage } from '../cases/gift.ts';
import type { Said } from '../cases/details.ts';
import type { AboutWhom, Past } from '../cases/involved.ts';
import type { ChatEvent } from '../chat/event.ts';
import type { MessageSnapshot } from '../chat/message.ts';
import type { MessageRef, Place, ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import type { FileBytes } from './files-port.ts';
import type { Followers } from './followers-port.ts';
import type { DueClock, Reminder } from './reminders-port.ts';
import type { PolicySeen } from './policy-seen-port.ts';
import type { Promises } from './promises-port.ts';
import type { InternalCard, ThreadNote } from './thread-notes-port.ts';
import type { BlindWarning, Scan, ScanPlan, ScanStep } from './scan-port.ts';

/** A case as people name it, or as rows name it. Always within one workspace. */
export type CaseKey = { workspaceId: WorkspaceId } & ({ number: number } | { caseId: number });

export interface NewCase {
  /** Their own open case that says the same: it joins that one, as long as it is open. */
  sameAs?: number;
  workspaceId: WorkspaceId;
  kind: string;
  severity: Case['severity'];
  member: Case['member'];
  source: MessageRef | null;
  thread: ThreadRoot | null;
  permalink: string | null;
  quote: string;
  origin: string | null;
  handlerId: string | null;
  language: string;
  languageFrom: Case['languageFrom'];
  audience: Case['audience'];
  openedAt: Date;
  reporters: string[];
  messages: NewMessage[];
  /** What came by mail, phone or in person. A case of its own has it as its quote; one that it joins, as a message of its member. */
  told?: MessageSnapshot;
}

/** `source` is the flagged one, `context` stood around it, `member` and `thread` came later in its thread. */
export interface NewMessage {
  role: 'source' | 'context' | 'member' | 'thread';
  snapshot: MessageSnapshot;
}

/** Somebody who solved cases of others. */
export interface Helper {
  userId: string;
  cases: number;
}

/** What came in, stored before the platform was told "received". */
export interface Intake {
  intakeId: number;
  meaning: 'flag' | 'unflag' | 'message' | 'edit' | 'delete';
  /** The flag's kind of feedback, for a flag. */
  kind: string | null;
  event: ChatEvent;
}

export interface NewIntake {
  /** Unique in its workspace: the same event delivered again is stored once. */
  key: string;
  meaning: Intake['meaning'];
  kind: string | null;
  event: ChatEvent;
}

export type DeliveryState = 'pending' | 'sending' | 'sent' | 'failed';

export interface Delivery {
  deliveryId: number;
  workspaceId: WorkspaceId;
  caseId: number | null;
  place: Place;
  body: DeliveryBody;
  state: DeliveryState;
  /** Goes with the post invisibly; the same for every attempt. */
  mark: string;
  /** When the first attempt began; null before. */
  firstTriedAt: Date | null;
  /** Where it stands on the platform, once sent. */
  posted: MessageRef | null;
  /** The case's version it shows. */
  shownVersion: number;
}

/** What makes an effect happen once: the outbox row that asked for it, or a person's interaction. */
export type Once = { job: number } | { interaction: string; workspaceId: WorkspaceId };

/** What `change` gives back: what `decide` answered, and the case as it is now. */
export interface Changed<T> {
  file: CaseFile;
  answer: T;
}

/** A rule's decision: what to change (null: nothing), and what to tell the caller. */
export interface Decision<T> {
  change: Change | null;
  answer: T;
}

/** How long what has ended is kept (ms); null: for good. */
export interface Retention {
  closedMs: number | null;
  filesMs: number | null;
  /** Those it is for; left out: all of the record. */
  workspaces?: readonly WorkspaceId[];
}

/** The record. Every look-up is by workspace and id together; nothing is read across workspaces. */
export interface Store extends PolicySeen, Followers, EarlierCasesPort, FileBytes {
  /**
   * The same store for one writing call, which also marks the job done, or remembers the interaction, in its own transaction.
   * When that was done before, the call changes nothing: `change` answers `repeated`.
   */
  once(once: Once): Store;

  /** Stores what came in with its outbox row. For messages, edits and deletions only when they concern a case. @returns false when it was there already or concerns none. */
  takeIn(intake: NewIntake): Promise<boolean>;
  intake(intakeId: number): Promise<Intake | null>;
  /** Whether this flag was taken back after it was set, within the undo window or not. */
  wasTakenBack(flag: Intake): Promise<boolean>;
  /** The flag this takes back: same person, message and emoji, set before; null when there is none. `isRecorded`: its `record-flag` job is done or given up; `isGone`: the record does not know the message (any more). */
  flagOf(unflag: Intake): Promise<{ flag: Intake; isRecorded: boolean; isGone: boolean } | null>;
  /** Queues one `catch-up` {workspaceId} row, unless one is waiting already. */
  askCatchUp(workspaceId: WorkspaceId): Promise<void>;
  /** Begins to look through all of it, one `scan-channel` {scanId} row each; what is being looked through already is so once more afterwards. */
  beginScans(workspaceId: WorkspaceId, plan: ScanPlan, warn: BlindWarning): Promise<void>;
  /** A channel or thread that is being looked through; null when it is not, or not any more. */
  scan(scanId: number): Promise<Scan | null>;
  /** Takes in what a step has found and queues the next one. A problem is told by `warn` once, until it is seen to be repaired. */
  scanned(scanId: number, captured: readonly NewIntake[], step: ScanStep, warn: BlindWarning): Promise<void>;
  /** Threads of the cases, opened after the one named, in which what is said still counts; and when the flagged message was written. */
  listeningThreads(workspaceId: WorkspaceId, afterCase: number): Promise<{ root: ThreadRoot; since: Date }[]>;
  /** Messages of a thread's cases, said in that time, that are not known to be deleted. */
  recordedIn(workspaceId: WorkspaceId, root: ThreadRoot, from: Date, until: Date): Promise<MessageRef[]>;
  /** Marks a flag and its taking back as dealt with, so that the same person can flag the same message again. */
  forgetFlag(unflag: Intake): Promise<void>;

  /**
   * Opens a case, or finds the one this message already belongs to (its own, or an open one of its thread).
   * `decide` adds clocks, replies and deliveries; for an existing case the reporters and the message join first.
   */
  open<T>(
    candidate: NewCase,
    decide: (file: CaseFile, isNew: boolean) => Decision<T>,
  ): Promise<Changed<T> & { isNew: boolean }>;
  /** Whether `open` would find a case there already, for what takes long to find out about a new one. It may be otherwise a moment later. */
  isCase(candidate: Pick<NewCase, 'workspaceId' | 'source' | 'thread'>): Promise<boolean>;
  /** Locks the case, asks `decide`, carries out its change: one transaction. @returns null when there is no such case in the workspace. */
  change<T>(
    key: CaseKey,
    decide: (file: CaseFile) => Decision<T>,
  ): Promise<(Changed<T> & { repeated: boolean }) | null>;

  /**
   * `change` for a gift: `decide` is told what was given so far, and nobody else of the community gives anything meanwhile.
   * @returns the case as it is then; null when there is none
   */
  give(
    key: CaseKey,
    wish: { gift: string; month: string },
    decide: (file: CaseFile, usage: GiftUsage) => Change,
  ): Promise<CaseFile | null>;

  read(key: CaseKey): Promise<CaseFile | null>;
  /** What decides who may see a case, by one question that takes as long for a case there is not. */
  guard(key: CaseKey): Promise<Guarded | null>;
  /** The open case a message belongs to: its own, or that of its thread. */
  caseOfMessage(
    workspaceId: WorkspaceId,
    message: { channelId: string; messageId: string },
    threadRoot: ThreadRoot | null,
  ): Promise<CaseFile | null>;
  /** All cases that an edit of a message concerns, whatever their state. */
  casesOfMessage(message: MessageRef): Promise<CaseFile[]>;
  /**
   * The case to which what was said belongs: in a thread the open one, or the member's own that has ended; to us alone the one
   * they answer, else the one about which we last wrote to them.
   */
  caseOfWords(event: Extract<ChatEvent, { kind: 'message_posted' }>): Promise<CaseFile | null>;
  /** What `eyes` may see of them: the answer of `maySee`, for all cases at once. */
  list(
    workspaceId: WorkspaceId,
    filter: { states: readonly State[]; eyes: Eyes; handlerId?: string; limit: number },
  ): Promise<Case[]>;
  history(key: CaseKey, limit: number): Promise<HistoryRow[]>;
  notes(key: CaseKey, limit: number): Promise<{ authorId: string; text: string; at: Date }[]>;
  /** What the member has said in this case, in words and files: none of it is asked for again. */
  memberSaid(key: CaseKey): Promise<Said>;
  /** Who wrote the flagged message, in which thread, and whom it mentioned whenever it was seen: also once it is edited or deleted. */
  flaggedMessage(key: CaseKey): Promise<AboutWhom | null>;
  /** Who took on, answered or ended the cases of a member or thread, the latest first. */
  pastHandlers(past: Past): Promise<string[]>;
  /** Who of the community solved how many cases in a month (`2026-11`, by the clock of `timeZone`), most first. */
  helpers(
    workspaceId: WorkspaceId,
    filter: { month: string; timeZone: string; eyes: Eyes; limit: number },
  ): Promise<Helper[]>;
  /**
   * Promises to members that were due from one moment on and before another, of the cases `eyes` may see. Whatever ended one before
   * its time without words to the member, such as the solution, makes it none.
   */
  promises(workspaceId: WorkspaceId, due: { from: Date; before: Date; eyes: Eyes }): Promise<Promises>;

  /** Adds a message of the case's thread, or joins it to what is known. @returns false when it was known. */
  addMessage<T>(
    key: CaseKey,
    message: NewMessage,
    decide: (file: CaseFile) => Decision<T>,
  ): Promise<Changed<T> | null>;
  /** The card of ours in whose thread something was said; null for everything else. */
  cardOfWords(event: Extract<ChatEvent, { kind: 'message_posted' }>): Promise<InternalCard | null>;
  /** Keeps what was said in the thread of a card as a note. @returns null when it was known. */
  addNote<T>(
    key: CaseKey,
    note: ThreadNote,
    decide: (file: CaseFile) => Decision<T>,
  ): Promise<Changed<T> | null>;
  /**
   * Adds a version when the text really changed; of a note too, which nothing is decided about. `decide` is asked about each case whose member said it, once its history says so.
   * @returns the case concerned, or null.
   */
  addVersion(
    message: MessageRef,
    version: { text: string | null; at: Date },
    decide?: (file: CaseFile, edit: { authorId: string; before: string; after: string }) => Change | null,
  ): Promise<{ caseId: number; isSource: boolean; workspaceId: WorkspaceId } | null>;

  /**
   * Runs `send` while holding the delivery: nobody else sends it meanwhile. The attempt is on record before `send` is called;
   * what it returns is recorded with `decide`'s change in one transaction; `said` takes the place of the delivery's body.
   * @param ready waits until it may be sent, before anything is written or read for it; when it throws, nothing was tried
   * @returns false when it was sent or failed before; throws NotYet when somebody else is sending it.
   */
  deliver(
    deliveryId: number,
    send: (
      delivery: Delivery,
      file: CaseFile | null,
      isRetry: boolean,
    ) => Promise<{ posted: MessageRef | null; said?: DeliveryBody }>,
    decide: (file: CaseFile, delivery: Delivery) => Change | null,
    ready?: (delivery: Delivery) => Promise<void>,
  ): Promise<boolean>;
  /** Gives up on a delivery for good, with the reason for the operator, and queues what should be said instead. */
  failDelivery(
    deliveryId: number,
    reason: { code: string; message: string },
    instead: NewDelivery[],
  ): Promise<void>;
  /** Queues words outside a change: those of no case (a warning to the moderators), or of the case named. */
  say(workspaceId: WorkspaceId, delivery: NewDelivery, caseId?: number): Promise<void>;
  /**
   * Something cannot be posted, and `about` says where or what. `isNew`: nobody has been told of this reason yet.
   * It lasts until `endTrouble`: the same trouble later is a new one.
   */
  noteTrouble(
    workspaceId: WorkspaceId,
    about: string,
    reason: string,
  ): Promise<{ troubleId: number; isNew: boolean }>;
  /** @returns whether there was any. */
  endTrouble(workspaceId: WorkspaceId, about: readonly string[]): Promise<boolean>;
  /** The posted cards of a case that show an older version than the case has. */
  staleCards(caseId: number): Promise<Delivery[]>;
  /** The card shows this version now, even when it showed a newer one before. */
  markShown(deliveryId: number, version: number, caseId?: number): Promise<void>;
  /** All that rang for the person of this tag and still counts becomes one delivery; nothing when there is nothing. */
  gatherReminders(workspaceId: WorkspaceId, tag: string): Promise<void>;
  /** Whom a tag stands for, while anything that rang waits to be told to them; else null. */
  whoWaits(workspaceId: WorkspaceId, tag: string): Promise<string | null>;
  /** What a delivery of reminders was made of, whether it still counts or not. */
  remindersIn(deliveryId: number): Promise<Reminder[]>;

  /**
   * Running clocks of open cases that would remind somebody by then, without those that have rung since: those first that are
   * likely this person's. At most 500.
   */
  clocksDueBy(
    workspaceId: WorkspaceId,
    personId: string,
    when: { by: Date; quietSince: Date },
  ): Promise<DueClock[]>;
  clock(
    clockId: number,
    generation: number,
  ): Promise<{ clock: Clock; key: { workspaceId: WorkspaceId; caseId: number } } | null>;

  /** Asks for a handler once for each day, however many programs ask. */
  askDaily(kind: string): Promise<void>;
  /** Removes what is past its time, in many small transactions. @returns how many of each kind */
  tidy(...retentions: readonly Retention[]): Promise<Record<string, number>>;

  /** Files of a case's correspondence, in the order they came. */
  caseFiles(caseId: number, which: WhichFiles): Promise<CaseAttachment[]>;
  /** Where the card of a case for a department stands in a channel; null while it does not. */
  postedEscalation(caseId: number, department: string, channelId: string): Promise<ThreadRoot | null>;
}
