import type { NewDelivery } from '../cases/delivery.ts';
import type { ThreadRoot, WorkspaceId } from '../chat/ref.ts';

/** A channel, or the thread of a case, that is being looked through for what was missed. */
export interface Scan {
  scanId: number;
  workspaceId: WorkspaceId;
  channelId: string;
  /** Set for the thread of a case; null for a channel with all its threads. */
  root: ThreadRoot | null;
  /** Where the next step begins; null at the newest message. */
  cursor: string | null;
  since: Date;
  limit: number;
}

/** What is to be looked through after a gap. */
export interface ScanPlan {
  /** Ids of channels, with the threads in them. */
  channels: readonly string[];
  since: Date;
  /** Messages a channel. */
  limit: number;
  /** Threads of cases; `since` is when the flagged message was written. */
  threads: readonly { root: ThreadRoot; since: Date }[];
  /** Everything there is; shortly afterwards the threads of cases that were opened meanwhile are looked into as well. */
  isWhole: boolean;
  /** Why the channels could not even be listed, for people; null when they could. */
  problem: string | null;
}

/** How far a scan has got, in the adapter's words. */
export interface ScanStep {
  next: string | null;
  afterMs: number;
  problem: string | null;
}

/**
 * What the moderators are told when a look back is blind. `channelId` is null when the channels themselves cannot be
 * listed; `episode` is another one after it was repaired.
 */
export type BlindWarning = (blind: {
  channelId: string | null;
  problem: string;
  episode: string;
}) => NewDelivery;
