import type { WorkspaceId } from '../../chat/ref.ts';

/** How something was meant: upset, neither, or kind. */
export type Mood = -1 | 0 | 1;

/** Something said or a reaction in a watched channel, as far as it counts: no words, no names. */
export interface Stir {
  workspaceId: WorkspaceId;
  /** The channel its thread hangs in. */
  channelId: string;
  /** The message the thread hangs from, as far as the event says: its own id for what stands by itself. */
  threadMessage: string;
  messageId: string;
  /** The message it belongs below, where the event says no more of its thread; else null. */
  parentMessage: string | null;
  /** Of somebody who is never written down: the record keeps a tag. Empty for a deletion, which does not say. */
  userId: string;
  /** Null for something said. */
  emoji: string | null;
  mood: Mood;
  /** Taken back, or deleted. */
  gone: boolean;
  at: Date;
}

/** The same as it is weighed. */
export interface Felt {
  /** The same for the same person, and tells nobody who that is. */
  who: string;
  messageId: string;
  isReaction: boolean;
  mood: Mood;
}
