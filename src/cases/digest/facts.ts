import type { WorkspaceId } from '../../chat/ref.ts';
import type { Period } from '../../time/schedule.ts';
import type { Eyes } from '../access.ts';
import type { ClockKind } from '../case.ts';
import type { Rating, Verdict } from '../close-request.ts';

/** Whose eyes a digest is for, and of which cases it tells. */
export interface DigestScope {
  workspaceId: WorkspaceId;
  eyes: Eyes;
  /** Only cases that were brought to one of these; null: all. */
  departments: readonly string[] | null;
  kinds: readonly string[] | null;
}

/** What is asked of the record for a digest. Everything is told as it stood at `asOf`, so that drawing it again says the same. */
export interface DigestQuestion {
  scope: DigestScope;
  period: Pick<Period, 'from' | 'to'>;
  /** The one before, to compare with; null when there is none. */
  before: Pick<Period, 'from' | 'to'> | null;
  asOf: Date;
  /** The end of the coming period: what is promised until then. */
  until: Date;
  /** Kinds (keys) of praise, and of people who were not satisfied with us. */
  praise: readonly string[];
  unsatisfied: readonly string[];
}

/** A case as a digest names it: never with anybody's words. */
export interface DigestCase {
  caseId: number;
  number: number;
  kind: string;
  permalink: string | null;
  handlerId: string | null;
}

/** The first ones of a list, and how many there are in all. */
export interface Listed<T> {
  total: number;
  first: T[];
}

/** Something the team talks about when it meets. Internal words. */
export interface MeetingItem {
  number: number;
  text: string;
  addedBy: string | null;
  addedAt: Date;
  case: DigestCase | null;
  decision: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

export interface DigestFacts {
  /** By kind, the most first. */
  opened: { kind: string; now: number; before: number }[];
  overdue: Listed<DigestCase & { clock: ClockKind; deadline: Date }>;
  promised: Listed<DigestCase & { deadline: Date }>;
  /** Promises that were due in the period. */
  promises: { kept: number; broken: number };
  /**
   * What came several times within a month, once in the period: cases of a topic (`T-4`, and how people call it), and members with
   * several cases that are of no one topic; their names are on the cards.
   */
  repeated: Listed<{ topic: string | null; cases: DigestCase[] }>;
  unsatisfied: Listed<DigestCase & { answer: Verdict | null; rating: Rating | null }>;
  /** Ratings given in the period; `mean` null: none. */
  ratings: { count: number; mean: number | null };
  praise: Listed<DigestCase>;
  /** What has not been decided, the oldest first. */
  items: Listed<MeetingItem>;
  /** What was decided in the period. */
  decided: Listed<MeetingItem>;
  gifts: { gift: string; count: number; value: number }[];
  /** Who of the community solved cases. */
  helpers: { userId: string; cases: number }[];
}

/** A period in numbers, for the chart. */
export interface DigestPoint {
  to: Date;
  opened: number;
  /** Cases whose member got the first answer in it. */
  answered: number;
  /** Of the ratings given in it; null: none. */
  mean: number | null;
}

/** Whether there is nothing to tell. */
export function isQuiet(facts: DigestFacts): boolean {
  const lists = [facts.overdue, facts.promised, facts.repeated, facts.unsatisfied, facts.praise];
  const others = [facts.items, facts.decided];
  return (
    facts.opened.every(({ now }) => now === 0) &&
    [...lists, ...others].every(({ total }) => total === 0) &&
    facts.gifts.length === 0 &&
    facts.helpers.length === 0 &&
    facts.ratings.count === 0 &&
    facts.promises.broken === 0
  );
}

/** The cases a digest names. */
export function casesIn(facts: DigestFacts): number[] {
  const { overdue, promised, unsatisfied, praise, repeated, items, decided } = facts;
  const named = [
    ...[overdue, promised, unsatisfied, praise].flatMap(({ first }) => first),
    ...repeated.first.flatMap(({ cases }) => cases),
    ...[items, decided].flatMap(({ first }) => first.flatMap((item) => item.case ?? [])),
  ];
  return [...new Set(named.map(({ caseId }) => caseId))];
}
