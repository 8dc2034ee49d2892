import type { Eyes } from '../cases/access.ts';
import type { Case, State } from '../cases/case.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import type { Severity } from '../policy/schema.ts';

/** Which cases; what is left out does not narrow them. */
export interface CaseFilter {
  states: readonly State[];
  severity?: Severity;
  /** A key of the policy's `kinds`. */
  kind?: string;
  /** A key of the policy's `departments`. */
  department?: string;
  /** Null: of nobody. */
  handlerId?: string | null;
  /** Where they were said. */
  channelId?: string;
  /** Opened from this moment on. */
  from?: Date;
  /** And before that one. */
  until?: Date;
}

/** `urgent`: the most urgent first, then the oldest; for states that are open alone, which it is quick for. `newest`: by when they were opened. */
export type CaseOrder = 'urgent' | 'newest';

/** Where a part of the list ended: what its last case was sorted by. It tells of that case alone. */
export interface CaseCursor {
  /** Its place among the severities, 1 the most urgent. */
  rank: number;
  /** When it was opened, in microseconds of the epoch: a record that was imported may have them. */
  openedUs: number;
  number: number;
}

/** A part of a list. */
export interface CasePart {
  cases: Case[];
  /** Where the next one goes on; null at the end. */
  next: CaseCursor | null;
}

/** Lists of cases by parts, as far as `eyes` may see them. */
export interface CaseLists {
  part(
    workspaceId: WorkspaceId,
    filter: CaseFilter,
    eyes: Eyes,
    page: { order: CaseOrder; after: CaseCursor | null; limit: number },
  ): Promise<CasePart>;
  /** How many there are, counted up to `most`: more than that are `most`. */
  count(workspaceId: WorkspaceId, filter: CaseFilter, eyes: Eyes, most: number): Promise<number>;
}
