/** One thing that people should have got, or did get: about a case, by direct message, in a channel, or a member in the thread. */
export interface Said {
  workspaceId: string;
  number: number;
  /** `nudge` also stands for any words to the member. */
  what: 'reminder' | 'words';
  to: string;
}

/** The number of a case that is counted in a list and not named. */
export const UNNAMED = 0;
