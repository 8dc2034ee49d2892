import type { ClockKind } from '../case.ts';
import type { InCare } from '../caretakers.ts';
import type { DigestCase, Listed } from './facts.ts';

/** What waits for somebody in one case. */
export interface ToDoCase extends DigestCase {
  /** What is due first, by the end of the day; null: nothing is. */
  clock: ClockKind | null;
  deadline: Date | null;
  /** The member has written last, or has not been answered. */
  isWaiting: boolean;
  /** An answer is written and waits for its click. */
  hasDraft: boolean;
}

/** The same of a case nobody has taken on, with what decides whose it is to look at. */
export interface Untaken extends ToDoCase {
  guard: InCare;
}

/** What waits for somebody: the first cases, the most pressing first, and how many there are. */
export interface ToDo extends Listed<ToDoCase> {
  /** Cases nobody has taken on, which they are asked to look at. */
  untaken: Listed<ToDoCase>;
}
