import type { MessageRef, ThreadRoot, WorkspaceId } from './ref.ts';

/** Somebody on a platform, as the platform describes them today. */
export interface Person {
  workspaceId: WorkspaceId;
  userId: string;
  /** What they are called in that community; untrusted text. */
  name: string;
  isBot: boolean;
  /** False for whoever has left the community, or never was in it: what the policy says of them does not count. */
  isMember: boolean;
  /** Of another organisation, here through a channel both share: no member, and never of the staff. Absent for all others. */
  isVisitor?: true;
  /** Ids of the Slack user groups or Discord roles they are in. */
  groups: string[];
  /** IANA zone; null where the platform does not say (Discord). */
  timeZone: string | null;
  /** BCP 47, such as `da-DK`; null where the platform does not say. */
  locale: string | null;
}

/** A file at a message. The bytes are fetched with `ChatAdapter.download`. */
export interface FileRef {
  /** The platform's id of the file; unique within its message. */
  fileId: string;
  name: string;
  mime: string;
  /** Bytes, as the platform says. */
  size: number;
  url: string;
}

/** A message as it was when we read it. Strings are `storable`; text is plain, with mentions and links readable. */
export interface MessageSnapshot {
  ref: MessageRef;
  /** The thread it is a reply in; absent for a message that stands in its channel by itself. */
  threadRoot?: ThreadRoot;
  author: { userId: string; name: string; isBot: boolean };
  text: string;
  postedAt: Date;
  permalink: string;
  files: FileRef[];
  /** Ids of the people it mentions, each once; absent where it mentions nobody. */
  mentions?: string[];
}

export interface ChannelInfo {
  channelId: string;
  name: string;
  /** Only invited people can read it. Internal cards are posted nowhere else. */
  isPrivate: boolean;
  /** People of other organisations are in it too, so no internal card is posted there. Absent for all others. */
  isShared?: true;
}
