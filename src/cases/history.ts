/** What was done, for the history. `action` is a verb in the past: `opened`, `claimed`, `routed`. Never message text in `detail`. */
export interface HistoryEntry {
  action: string;
  /** Null for the program itself. */
  actorId: string | null;
  detail?: Record<string, string>;
}

export type HistoryRow = HistoryEntry & { at: Date };
