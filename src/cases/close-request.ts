/** What a member said when they were asked whether it is solved. */
export const VERDICTS = ['solved', 'not_yet'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How satisfied somebody was, from 1 to 5, as they said it. */
export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

/** A question whether the case is solved, and the one answer to it. */
export interface CloseRequest {
  /** The reply that asks. */
  replyId: number;
  answer: Verdict | null;
  rating: Rating | null;
  /** The member's words about how it was looked after: internal. */
  comment: string | null;
  /** The case was taken up again since: nothing is asked any more. */
  isOver: boolean;
}

/** What the member says to one close request: whether it is solved, then how satisfied they are, then why. */
export type ToCloseRequest = { replyId: number } & (
  | { answer: 'solved' }
  | { answer: 'not_yet'; reason: string }
  | { rating: Rating }
  | { comment: string }
);
