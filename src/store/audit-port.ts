import type { WorkspaceId } from '../chat/ref.ts';

/** Somebody saw or changed something. Ids and keys only, never anybody's words. */
export interface AuditNote {
  workspaceId: WorkspaceId;
  /** Null for the program itself and for whoever has its command line. */
  actorId: string | null;
  /** A verb in the past: `case_shown`, `exported`. */
  action: string;
  /** The case it was about, if any. */
  caseId?: number;
  detail?: Readonly<Record<string, string>>;
}

/** One line of the log, as people read it. */
export interface AuditRow {
  seq: number;
  at: Date;
  action: string;
  caseNumber: number | null;
  /** Null for the program itself, and for somebody who was erased since. */
  actorId: string | null;
  detail: Readonly<Record<string, string>> | null;
  /** Who it was and the detail have been erased; that it happened stays. */
  isEmptied: boolean;
}

/** The end of a workspace's chain. Kept somewhere else, it shows later that nothing before it was changed or cut off. */
export interface AuditHead {
  workspaceId: WorkspaceId;
  seq: number;
  hash: string;
}

/** The first thing that is not as it was written. */
export interface AuditFault {
  workspaceId: WorkspaceId;
  /** Null when it is about no single row. */
  seq: number | null;
  kind: 'changed' | 'removed' | 'inserted' | 'moved' | 'emptied' | 'unknown_head';
  /** For people. */
  sentence: string;
}

export interface AuditReport {
  chains: (AuditHead & { rows: number; emptied: number })[];
  faults: AuditFault[];
}

/** The log of who saw or changed what. Changes of cases write it themselves, in their own transaction; this is for looks, and for reading it. */
export interface Audit {
  /** Writes it down before the person gets to see it: when this rejects, show nothing. */
  note(note: AuditNote): Promise<void>;
  /** The newest `limit` lines about a case, or of what a person did; newest last. */
  about(
    workspaceId: WorkspaceId,
    what: { caseNumber: number } | { actorId: string },
    limit: number,
  ): Promise<AuditRow[]>;
  heads(): Promise<AuditHead[]>;
  /** Walks every chain. Each hash of `expected` has to be in one of them, as the end it once was. */
  verify(expected?: readonly string[]): Promise<AuditReport>;
  /** Removes lines older than `before` from the old end; the chain stays verifiable. @returns how many. */
  cut(workspaceId: WorkspaceId, before: Date): Promise<number>;
}
