import type { Place, WorkspaceId } from '../chat/ref.ts';

/** What is on its way or was given up: a job, or words that could not be delivered. Written `812` and `d57`. */
export interface LetterId {
  type: 'job' | 'delivery';
  number: number;
}

export type LetterState = 'scheduled' | 'waiting' | 'late' | 'given_up' | 'dropped' | 'done';

/** One thing that should happen, as the operator sees it. Ids and codes only, never anybody's words. */
export interface Letter {
  id: LetterId;
  state: LetterState;
  /** A handler's name. */
  kind: string;
  /** What is to be said, for the kind `deliver`. */
  says: string | null;
  workspaceId: WorkspaceId | null;
  /** Of the case it is about. */
  caseNumber: number | null;
  /** Where it is said, or what it is about. */
  place: Place | null;
  askedAt: Date;
  dueAt: Date;
  /** How often it was tried, as far as that is on record. */
  attempts: number;
  givenUpAt: Date | null;
  code: string | null;
  /** Why, in a sentence for the operator. */
  message: string | null;
  /** Whether people were told something in its place. */
  instead: 'said' | 'on_its_way' | null;
  droppedAt: Date | null;
  dropReason: string | null;
}

/** How much of one kind there is. `says` tells deliveries apart. */
export interface LetterCount {
  kind: string;
  /** Due later. */
  scheduled: number;
  /** Due, late ones included. */
  waiting: number;
  /** Due for more than two minutes. */
  late: number;
  givenUp: number;
}

/** Why something that was given up is not tried again. The operator gets the sentence. */
export type Refusal =
  | 'unknown'
  | 'not_given_up'
  | 'answered_since'
  | 'case_closed'
  | 'said_instead'
  | 'reply_changed'
  | 'clock_runs';

export interface LetterFilter {
  state: 'late' | 'given_up';
  kind?: string;
  code?: string;
  limit: number;
}

/** What waits, and what was given up. Everything here may be called while the program runs, and by two at once. */
export interface DeadLetters {
  counts(): Promise<LetterCount[]>;
  /** The oldest first. */
  list(filter: LetterFilter): Promise<Letter[]>;
  find(id: LetterId): Promise<Letter | null>;
  /** It goes on, exactly once however often this is called. @returns null when it does, else why not */
  replay(id: LetterId): Promise<Refusal | null>;
  /** It is let go for good, and kept with the reason. @returns null when it is, else why not */
  drop(id: LetterId, reason: string): Promise<Refusal | null>;
}
