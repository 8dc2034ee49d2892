import type { Change } from '../cases/change.ts';
import type { CaseFile } from '../cases/case.ts';
import type { TrackedIssue } from '../cases/programs/tracker.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** An issue, with what its handlers need besides. */
export interface IssueToDo {
  issueId: number;
  workspaceId: WorkspaceId;
  caseId: number;
  mark: string;
  tracker: string;
  state: 'draft' | 'making' | 'open' | 'closed' | 'gone' | 'failed' | 'discarded';
  title: string;
  body: string;
  name: string | null;
  url: string | null;
  status: string | null;
  etag: string | null;
  /** When its making was first tried; null before. */
  firstTriedAt: Date | null;
  /** When the latest attempt began that may have made it; while it is made, the latest before this one. */
  lastTriedAt: Date | null;
  /** When it last changed there, or was made. */
  changedAt: Date | null;
}

/** Issues on trackers, as far as they are not a case's own. */
export interface Issues {
  issue(issueId: number): Promise<IssueToDo | null>;
  /**
   * Runs `make` while holding the issue: nobody else makes it meanwhile. The attempt is on record before `make` is called; what it
   * comes to is recorded with `decide`'s change in one transaction. One that certainly made nothing is taken back.
   * @param make is told whether an earlier attempt may have made it
   */
  make(
    issueId: number,
    make: (issue: IssueToDo, isRetry: boolean) => Promise<TrackedIssue>,
    decide: (file: CaseFile, issue: IssueToDo, made: TrackedIssue) => Change,
  ): Promise<void>;
  /** It was looked at. @param decide what has changed; null: nothing */
  looked(
    issueId: number,
    etag: string | null,
    decide: ((file: CaseFile, issue: IssueToDo) => Change | null) | null,
  ): Promise<void>;
  /** The tracker of these communities says that something happened to it: it is looked at now. @returns whether we know such an issue */
  wake(tracker: string, name: string, workspaces: readonly WorkspaceId[]): Promise<boolean>;
}
