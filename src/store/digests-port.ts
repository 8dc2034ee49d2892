import type { DeliveryBody } from '../cases/delivery.ts';
import type {
  DigestFacts,
  DigestPoint,
  DigestQuestion,
  DigestScope,
  Listed,
  MeetingItem,
} from '../cases/digest/facts.ts';
import type { ToDoCase, Untaken } from '../cases/digest/to-do.ts';
import type { Standing } from '../cases/access.ts';
import type { MessageRef, Place, WorkspaceId } from '../chat/ref.ts';
import type { Period } from '../time/schedule.ts';

/** A digest that was asked for: its period, and the moment it tells of. */
export interface Digest {
  digestId: number;
  workspaceId: WorkspaceId;
  key: string;
  period: Pick<Period, 'from' | 'to'>;
  madeAt: Date;
}

/** A digest or somebody's list of a day, as it was posted. */
export interface PostedList {
  message: MessageRef;
  place: Place;
  body: Extract<DeliveryBody, { type: 'digest' | 'to_do' }>;
}

/** A case of a period, for a table. No words of anybody, but for names. */
export interface CaseRow {
  number: number;
  openedAt: Date;
  kind: string;
  severity: string;
  state: string;
  member: string;
  handlerId: string | null;
  departments: string[];
  answeredAt: Date | null;
  closedAt: Date | null;
  rating: number | null;
  permalink: string | null;
}

/** What teams read before their meetings, what they decide there, and what people find in the morning. */
export interface Digests {
  /**
   * Queues the digest of a period, unless it was before, in whatever process. The first time a key is known nothing is
   * queued: its first period is still running.
   * @param period null: nothing is due, and only the key becomes known
   * @returns whether it was queued now
   */
  ask(plan: { workspaceId: WorkspaceId; key: string; place: Place }, period: Period | null): Promise<boolean>;
  digest(digestId: number): Promise<Digest | null>;
  /** What was posted of many cases, and where it stands; null while it does not. @throws {NotYet} while it is being posted */
  posted(deliveryId: number): Promise<PostedList | null>;
  facts(question: DigestQuestion): Promise<DigestFacts>;
  points(scope: DigestScope, periods: readonly Pick<Period, 'from' | 'to'>[]): Promise<DigestPoint[]>;
  /** Which cases it shows now, besides those it has shown. */
  noteCases(digestId: number, caseIds: readonly number[]): Promise<void>;
  /** Cases opened in a period, the oldest first. */
  cases(scope: DigestScope, period: Pick<Period, 'from' | 'to'>, limit: number): Promise<CaseRow[]>;

  /** What is open for the next meeting, as far as `standing` may see its cases, the oldest first. */
  items(standing: Standing, limit: number): Promise<Listed<MeetingItem>>;
  /** @returns its number */
  addItem(item: {
    workspaceId: WorkspaceId;
    caseNumber: number | null;
    text: string;
    by: string;
    /** The click or command: a repeat of it is the same item. */
    interaction: string;
  }): Promise<number>;
  /**
   * @returns the item as it was until now; null when there is none open of that number that `standing` may see
   * @throws {NotPossible} when it is about another case than the decision
   */
  decide(
    standing: Standing,
    wish: {
      number: number;
      decision: string;
      /** The case the decision names, and may be seen by whoever decides: an item of none is about it from now on. */
      caseNumber: number | null;
      /** The click or command: a repeat of it is the same decision. */
      interaction: string;
    },
  ): Promise<MeetingItem | null>;

  /** Everybody who wants their list, with the zone they named. */
  early(workspaceId: WorkspaceId): Promise<{ userId: string; toDoAt: string; timeZone: string | null }[]>;
  /**
   * Queues somebody's list of a day, unless it was before, or another one came a few hours ago.
   * @param hasAny false: there is nothing on it, and the day is done without
   */
  askToDo(workspaceId: WorkspaceId, userId: string, day: string, hasAny: boolean): Promise<boolean>;
  /** Which cases it shows now, besides those it has shown. */
  noteToDo(workspaceId: WorkspaceId, userId: string, day: string, caseIds: readonly number[]): Promise<void>;
  /** What somebody has to do until a moment in cases they handle, as far as they may see it. */
  toDo(standing: Standing, until: Date): Promise<Listed<ToDoCase>>;
  /** What is to be done until then in cases nobody handles and they may see, the most pressing first. */
  untaken(standing: Standing, until: Date): Promise<Untaken[]>;
}
