import type { ChannelMood } from '../cases/heat/barometer-of.ts';
import type { Heat } from '../cases/heat/heat-of.ts';
import type { HotThread } from '../cases/heat/hot-thread.ts';
import type { Felt, Stir } from '../cases/heat/stir.ts';
import type { MessageRef, Place, ThreadRoot, WorkspaceId } from '../chat/ref.ts';

/** A time that counts. What a clock that ran ahead has dated later does not. */
export interface Span {
  since: Date;
  until: Date;
}

/** A thread that is lively enough to be weighed. */
export interface WarmThread {
  root: ThreadRoot;
  /** The earliest message known in it; null where only reactions are. */
  earliest: string | null;
}

/** The message *Flag* would flag. */
export interface FirstMessage {
  ref: MessageRef;
  authorId: string;
  postedAt: Date;
  /** Nobody can flag what a bot wrote. */
  isBot: boolean;
}

/** A card of a hot thread that stands somewhere. */
export interface PostedHotThread {
  deliveryId: number;
  message: MessageRef;
  place: Place;
}

/** How lively watched channels are, and which of their threads were offered to moderators. Nobody's words, nobody's id. */
export interface HeatRecord {
  /** Counts something, a moment later and together with others: nobody waits for it. Never throws. */
  note(stir: Stir): void;
  /** Writes what waits, if the database answers; else it goes on waiting. Never throws. */
  flush(): Promise<void>;
  /** Threads that had so many upset words and reactions in that time, by so many people, and were never looked at. */
  warm(workspaceId: WorkspaceId, time: Span, least: { people: number; upset: number }): Promise<WarmThread[]>;
  /** All that was felt in a thread in that time. */
  felt(workspaceId: WorkspaceId, root: ThreadRoot, time: Span): Promise<Felt[]>;
  /** Replies that are no praise in an active thread of a channel in an hour, as the days before `until` had it. */
  usual(workspaceId: WorkspaceId, channelId: string, until: Date): Promise<number>;
  /**
   * Offers a thread to the moderators, once for good. One that is a case already, or was begun by somebody who does not want to be
   * recorded, is noted and not offered. @returns whether it was offered by this call
   */
  offer(
    thread: { workspaceId: WorkspaceId; root: ThreadRoot; heat: Heat; first: FirstMessage | null },
    place: Place,
  ): Promise<boolean>;
  thread(hotThreadId: number): Promise<HotThread | null>;
  /** Its cards that stand somewhere. */
  posted(hotThreadId: number): Promise<PostedHotThread[]>;
  /** Nothing has to be done about it. @returns false when there is no such thread in the community */
  notNeeded(workspaceId: WorkspaceId, hotThreadId: number, by: string): Promise<boolean>;
  /** The channels of a community in which anything was said lately. */
  moods(workspaceId: WorkspaceId, days: number): Promise<ChannelMood[]>;
}
