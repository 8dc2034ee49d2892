/** What somebody wants an issue to say. */
export interface IssueText {
  title: string;
  body: string;
  labels: readonly string[];
  /** Stands in the issue where people do not see it, or see that it is ours. */
  mark: string;
}

/** An issue as its tracker has it. */
export interface TrackedIssue {
  /** `owner/name#12`, or `KEY-12`. */
  name: string;
  url: string;
  state: 'open' | 'closed';
  /** The tracker's own word for how it stands. */
  status: string;
  /** To ask by next time; null where the tracker has no such thing. */
  etag: string | null;
}

export type Looked =
  | { type: 'there'; issue: TrackedIssue }
  | { type: 'unchanged' }
  /** `to`: where it was moved, as far as the tracker says. */
  | { type: 'gone'; why: 'deleted' | 'moved'; to: string | null };

/**
 * GitHub or Jira, as far as cases need it.
 * @throws {AppError} RATE_LIMITED, PLATFORM_UNAVAILABLE, PERMISSION_MISSING, PLATFORM_REFUSED
 */
export interface Tracker {
  /** @throws {AppError} also OUTCOME_UNKNOWN: then it is looked for before it is made again */
  make(issue: IssueText): Promise<TrackedIssue>;
  /**
   * An issue with this mark, made since then; null when there is none.
   * @param tried when the latest attempt to make it began: some trackers find it only a while after that
   * @throws {AppError} also NOT_YET, before they would
   */
  find(mark: string, since: Date, tried: Date): Promise<TrackedIssue | null>;
  /** How an issue stands. @param etag of the last look */
  look(name: string, etag: string | null): Promise<Looked>;
}
