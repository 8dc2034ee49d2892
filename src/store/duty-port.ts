import type { Standing } from '../cases/access.ts';
import type { Case, Clock } from '../cases/case.ts';

/** A case somebody has something to do with. */
export interface Task {
  case: Case;
  /** Those that run. */
  clocks: Pick<Clock, 'kind' | 'dueAt' | 'deadline' | 'step'>[];
  /** Answers they have begun and not sent. */
  drafts: number;
}

/** Who looks at what. */
export interface Duty {
  /**
   * Gives somebody the case that needs them most, of those they may see; the same one again while they have it. Nobody else is
   * given it for a while, so that two people never look at the same one.
   * @returns its id; null when there is none
   */
  offer(eyes: Standing): Promise<number | null>;
  /** They do not want this one now, or whatever they have with null; others are given it. */
  pass(eyes: Standing, number: number | null): Promise<void>;
  /** Open cases they look after, and those in which they have begun an answer. */
  tasks(eyes: Standing): Promise<Task[]>;
}
