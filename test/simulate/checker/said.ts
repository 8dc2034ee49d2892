/** One thing that people should have got, or did get: about a case, by direct message, in a channel, or a member. */
export interface Said {
  workspaceId: string;
  number: number;
  /** `words`: any words to the member. `notice`: what the member said or did, to whoever looks after the case. */
  what: 'reminder' | 'words' | 'notice' | 'digest' | 'list';
  to: string;
  /** Which notice or digest it is, or how many cases a list counts. */
  about?: string;
}

/** The number of a case that is counted in a list and not named. */
export const UNNAMED = 0;
/** What is of no single case has this number. */
export const OF_MANY = -1;
