import type { MessageSnapshot } from './message.ts';
import type { ThreadRoot, WorkspaceId } from './ref.ts';

interface At {
  workspaceId: WorkspaceId;
  /** The platform's id of this delivery, the same when it is delivered again; null where it gives none. */
  eventId: string | null;
  at: Date;
  channelId: string;
  messageId: string;
  /** The channel the thread belongs to, where `channelId` is a thread of its own (Discord); else null. */
  parentChannelId: string | null;
  /** Of a direct message, where the platform does not say of which community it is: all those it may be about. */
  communities?: WorkspaceId[];
  /** It is between us and one person alone, where the platform's id of the conversation says so. */
  isDirect?: boolean;
}

/** Something that happened in a channel or direct message. */
export type ChatEvent =
  /** `emoji` is the character without skin tone or variation selector, or `:name:` for a custom one. */
  | (At & { kind: 'reaction_added' | 'reaction_removed'; userId: string; emoji: string })
  | (At & {
      kind: 'message_posted';
      message: MessageSnapshot;
      isDirect: boolean;
      /** The message it answers by the platform's own means, in the same channel; absent where it answers none. */
      answers?: string;
    })
  | (At & { kind: 'message_edited'; text: string; threadRoot: ThreadRoot | null })
  | (At & { kind: 'message_deleted' });
