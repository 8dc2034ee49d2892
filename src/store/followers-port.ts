import type { HistoryRow } from '../cases/case.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** What happened to a case that somebody follows. */
export interface FollowNews {
  caseId: number;
  /** In the order it happened. */
  steps: HistoryRow[];
}

/** Whoever follows cases, what they are still to hear, and who reads along. */
export interface Followers {
  /** Whether somebody reads any case of the community along. */
  readsAny(workspaceId: WorkspaceId, userId: string): Promise<boolean>;
  /** Whom a tag stands for, and since when the first of their news waits; null: none does. */
  whoIsTold(workspaceId: WorkspaceId, tag: string): Promise<{ userId: string; since: Date } | null>;
  /** All that waits for the person of this tag becomes one delivery; nothing when there is nothing. */
  gatherNews(workspaceId: WorkspaceId, tag: string): Promise<void>;
  /** What a delivery was made of, by case. */
  newsIn(deliveryId: number): Promise<FollowNews[]>;
  /** Somebody is not to hear of these cases any more: they are let go without a word in the history. */
  letGo(userId: string, caseIds: readonly number[]): Promise<void>;
}
