import type { WorkspaceId } from '../chat/ref.ts';

/** Somebody who reads a case along, or a private channel that shows it. */
export type Cc = { userId: string } | { workspaceId: WorkspaceId; channelId: string };
