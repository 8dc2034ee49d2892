import type { Topic } from '../cases/topics/topic.ts';
import type { NewDelivery } from '../cases/delivery.ts';
import type { Eyes } from '../cases/access.ts';
import type { MessageRef, Place, WorkspaceId } from '../chat/ref.ts';

/** Where to look for cases about the same thing. */
export interface TopicScope {
  /** Communities of the policy; null: each case is compared with those of its own. */
  workspaces: readonly WorkspaceId[] | null;
  /** Kinds that are no complaints: praise is never a topic. */
  without: readonly string[];
  /** Opened since then. */
  since: Date;
}

/** What a case seems to be about: a topic there is, or another case of none yet. */
export type Found = { topicId: number } | { caseId: number };

/** A card of a topic that was posted. */
export interface PostedTopic {
  deliveryId: number;
  workspaceId: WorkspaceId;
  message: MessageRef;
  place: Place;
}

/** Cases about the same thing, of all communities of the record. */
export interface Topics {
  /**
   * Notes what a case is about, and finds what is about the same; null for nothing, and for a case that belongs to a topic.
   * `near`: cases of no topic that are somewhat alike, and may belong there once it has one more.
   * @param scopeIn where to look, by the case's community; null: nowhere
   */
  find(
    caseId: number,
    scopeIn: (workspaceId: WorkspaceId) => TopicScope | null,
  ): Promise<{ workspaceId: WorkspaceId; found: Found; near: readonly number[] } | null>;
  /** The member's own open case about the same thing; null when there is none. `text` is what they say now. */
  said(
    member: { workspaceId: WorkspaceId; userId: string; text: string; language: string; kind: string },
    since: Date,
  ): Promise<number | null>;
  /** A topic with those of its mentions that `eyes` may see; its channels see what everybody on the team may. */
  topic(topicId: number): Promise<Topic | null>;
  /** The topic of a case, as its card may show it; null while it has none. */
  ofCase(caseId: number): Promise<Topic | null>;
  /**
   * Topics with a mention in these communities, as channels may be told of them: those that are not fixed first, the latest before the
   * others. @param eyes who sees their mentions; a channel by default
   */
  list(workspaces: readonly WorkspaceId[], limit: number, eyes?: Eyes): Promise<Topic[]>;
  /** Brings a topic to those who look after it, each place once. @returns whether it was nowhere yet */
  raise(
    topicId: number,
    deliveries: readonly { workspaceId: WorkspaceId; delivery: NewDelivery }[],
  ): Promise<boolean>;
  rename(topicId: number, title: string, by: Acting): Promise<boolean>;
  /** All of `from` is about `into`. */
  merge(from: number, into: number, by: Acting): Promise<boolean>;
  /** It is fixed: each of these cases' members is told. @returns false when it was before */
  fix(topicId: number, caseIds: readonly number[], by: Acting): Promise<boolean>;
  /** Its cards that stand somewhere. */
  posted(topicId: number): Promise<PostedTopic[]>;
  /** Asks for its cards to be drawn again. */
  follow(topicId: number): Promise<void>;
  /**
   * The community of a case that belongs to a topic, or to the one with which all of it became one; null for a case that is gone,
   * was taken out, or was said to be about something else.
   */
  homeOf(caseId: number, topicId: number): Promise<WorkspaceId | null>;
}

/** Who does it, by which click or command: a repeat of it does nothing. */
export interface Acting {
  workspaceId: WorkspaceId;
  userId: string;
  interaction: string;
}
