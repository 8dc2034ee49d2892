import type { ClockKind } from '../case.ts';
import type { DigestCase } from './facts.ts';

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

/** The first ones, the most pressing first, and how many there are. */
export interface ToDo {
  total: number;
  first: ToDoCase[];
}
