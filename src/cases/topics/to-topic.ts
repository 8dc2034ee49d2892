/** What becomes of a case among those about the same thing. `by` null: found by its words. `near`: looked at again when it has joined. */
export type ToTopic =
  | {
      op: 'join';
      to: { topicId: number } | { caseId: number };
      by: string | null;
      near?: readonly number[];
    }
  /** It is about something else than those there, and is not proposed again with any of them. */
  | { op: 'leave'; by: string };
