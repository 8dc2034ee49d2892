/** `<platform>:<native id>`: a Slack workspace or a Discord server. Stored with every other id. */
export type WorkspaceId = string;

/** One message. Ids are the platform's own and opaque outside its adapter. */
export interface MessageRef {
  workspaceId: WorkspaceId;
  /** The channel the message is in; on Discord the thread, for a message in a thread. */
  channelId: string;
  messageId: string;
}

/** The message a thread hangs from, and the channel that message is in. Of all that is said to us alone both are its channel. */
export interface ThreadRoot {
  channelId: string;
  messageId: string;
}

/** Whether it stands for a conversation with one person. */
export function isDirectRoot({ channelId, messageId }: ThreadRoot): boolean {
  return channelId === messageId;
}

/** Where something can be posted. */
export type Place =
  | { type: 'channel'; workspaceId: WorkspaceId; channelId: string }
  /** The thread under a message; made if it does not exist yet. */
  | { type: 'thread'; workspaceId: WorkspaceId; channelId: string; messageId: string }
  | { type: 'dm'; workspaceId: WorkspaceId; userId: string };

/** The platform's name in front of a workspace id. */
export function platformOf(workspaceId: WorkspaceId): string {
  return workspaceId.slice(0, workspaceId.indexOf(':'));
}

/** The platform's own id behind the prefix. */
export function nativeId(workspaceId: WorkspaceId): string {
  return workspaceId.slice(workspaceId.indexOf(':') + 1);
}

export function workspaceIdOf(platform: string, native: string): WorkspaceId {
  return `${platform}:${native}`;
}
