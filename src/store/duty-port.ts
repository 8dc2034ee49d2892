import type { Standing } from '../cases/access.ts';
import type { InCare } from '../cases/caretakers.ts';
import type { MyWeek } from '../cases/my-cases.ts';
import type { Case, Clock } from '../cases/case.ts';

/** A case somebody has something to do with. */
export interface Task {
  case: Case;
  /** Those that run. */
  clocks: Pick<Clock, 'kind' | 'dueAt' | 'deadline' | 'step'>[];
  /** Answers they have begun and not sent. */
  drafts: number;
  /** The newest of them; null when there is none. */
  draftId: number | null;
}

/** A case nobody has taken on, with what decides whose it is to look at. */
export interface UntakenTask extends Task {
  guard: InCare;
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
  /** Open cases nobody looks after, but for those in which they have begun an answer; the oldest first. */
  untaken(eyes: Standing): Promise<UntakenTask[]>;
  /** Open cases of others that they follow or were added to; for whoever works in a department alone, all that they may see. */
  alongside(eyes: Standing): Promise<Task[]>;
  /** What they have done in the last seven days, of the cases they may see. */
  week(eyes: Standing): Promise<MyWeek>;
}
