import type { CaseKey } from './store.ts';

/** What a member said and was told in a case of theirs, and nothing else. */
export interface MemberStory {
  number: number;
  member: string;
  language: string;
  openedAt: Date;
  /** Feedback that came by mail, phone or in person: what they said there. */
  words: string | null;
  /** Their own words with every version, and what others said below them where they read it, as it is now. */
  messages: {
    isOwn: boolean;
    author: string;
    postedAt: Date;
    versions: { text: string | null; at: Date }[];
    /** Of their own messages alone. */
    files: { fileRowId: number; name: string; mime: string; size: number }[];
  }[];
  /** What was sent to them. */
  replies: { markdown: string; at: Date }[];
  /** What they said when they were asked whether it is solved. */
  answers: {
    answer: 'solved' | 'not_yet';
    at: Date;
    reason: string | null;
    rating: number | null;
    comment: string | null;
  }[];
}

export interface Transcripts {
  /**
   * Put together from what a member may have, row by row: what is new in the record is not in it until it is named there. Whether
   * somebody may ask for it is for the caller to say.
   */
  forMember(key: CaseKey): Promise<MemberStory | null>;
}
