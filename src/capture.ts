import type { ChatEvent } from './chat/event.ts';
import { internalChannels, watches, workspaceOf } from './policy/lookup.ts';
import type { Policy, WorkspacePolicy } from './policy/schema.ts';

/** What an event means to us, ready to be stored. */
export interface Captured {
  /** Unique in its workspace: the same event delivered again has the same key. */
  key: string;
  meaning: 'flag' | 'unflag' | 'message' | 'edit' | 'delete';
  /** The kind of feedback a flag stands for. */
  kind: string | null;
  event: ChatEvent;
}

/**
 * What does it mean? Nothing, for most of what is said. Whether the person may flag is decided later, when
 * their groups are known: an event has to be stored before the platform is told "received", and that must be quick.
 */
export function capture(event: ChatEvent, policy: Policy): Captured | null {
  const workspace = workspaceOf(policy, event.workspaceId);
  if (!workspace) return null;
  const at = `${event.channelId}/${event.messageId}`;
  switch (event.kind) {
    case 'reaction_added':
    case 'reaction_removed': {
      const kind = policy.emojis[event.emoji];
      if (kind === undefined || !watches(workspace, event.channelId, event.parentChannelId)) return null;
      const key = `${at}/${event.userId}/${event.emoji}`;
      return event.kind === 'reaction_added'
        ? { key: `flag/${key}`, meaning: 'flag', kind, event }
        : { key: `unflag/${key}`, meaning: 'unflag', kind: null, event };
    }
    case 'message_posted':
      // Outside a thread nothing said can belong to a case yet, unless it is said to us alone or answers one of our cards.
      if (
        event.message.author.isBot ||
        !(event.message.threadRoot || event.isDirect || answersCard(event, workspace))
      )
        return null;
      return { key: `message/${at}`, meaning: 'message', kind: null, event };
    case 'message_edited':
      return { key: `edit/${at}/${event.at.getTime()}`, meaning: 'edit', kind: null, event };
    case 'message_deleted':
      return { key: `delete/${at}`, meaning: 'delete', kind: null, event };
  }
}

/** Cards stand in internal channels, and nowhere else. */
function answersCard(
  { channelId, answers }: Extract<ChatEvent, { kind: 'message_posted' }>,
  workspace: WorkspacePolicy,
): boolean {
  return (
    answers !== undefined && [...internalChannels(workspace), ...(workspace.guests ?? [])].includes(channelId)
  );
}
