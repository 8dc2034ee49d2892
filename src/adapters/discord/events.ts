import {
  MessageType,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageReactionAddDispatchData,
  type GatewayMessageReactionRemoveDispatchData,
  type GatewayMessageUpdateDispatchData,
} from 'discord.js';
import type { ChatEvent } from '../../chat/event.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { isDirect, type KnownChannel } from './channels.ts';
import { isWritten, threadRootOf, toSnapshot, type Source } from './snapshot.ts';
import { emojiName, readableText, type Names } from './text.ts';

/** What is known about the place of an event. Discord gives deliveries no id, and reactions no time. */
export interface Scene {
  workspaceId: WorkspaceId;
  channel: KnownChannel;
  /** When it reached us. */
  now: Date;
  /** Of a direct message: all communities it may be about. */
  communities?: WorkspaceId[];
}

const at = ({ workspaceId, channel, now, communities }: Scene, messageId: string) => ({
  workspaceId,
  eventId: null,
  at: now,
  channelId: channel.id,
  messageId,
  parentChannelId: threadRootOf(channel)?.channelId ?? null,
  ...(communities && { communities }),
});

export function fromReaction(
  kind: 'reaction_added' | 'reaction_removed',
  data: GatewayMessageReactionAddDispatchData | GatewayMessageReactionRemoveDispatchData,
  scene: Scene,
): ChatEvent {
  return { ...at(scene, data.message_id), kind, userId: data.user_id, emoji: emojiName(data.emoji) };
}

/** The message it answers by Discord's own *Reply*; a forwarded message has a reference as well. */
export function answeredBy({ type, message_reference: reference }: Source['message']): string | undefined {
  return type === MessageType.Reply ? reference?.message_id : undefined;
}

/** Null for notices of the server itself ("pinned a message"). */
export function fromMessage(
  source: Source,
  { now, communities }: Pick<Scene, 'now' | 'communities'>,
): ChatEvent | null {
  if (!isWritten(source.message)) return null;
  const message = toSnapshot(source);
  const answers = answeredBy(source.message);
  return {
    ...at({ ...source, now, ...(communities && { communities }) }, source.message.id),
    kind: 'message_posted',
    at: message.postedAt,
    message,
    isDirect: isDirect(source.channel),
    ...(answers !== undefined && { answers }),
  };
}

/** Null unless a person changed the words: previews, pins and threads also "update" a message. */
export function fromEdit(
  data: GatewayMessageUpdateDispatchData,
  scene: Scene,
  names: Names,
): ChatEvent | null {
  const editedAt = data.edited_timestamp;
  if (!editedAt || typeof data.content !== 'string' || !isWritten(data)) return null;
  return {
    ...at(scene, data.id),
    kind: 'message_edited',
    at: new Date(editedAt),
    text: readableText(data, names),
    threadRoot: threadRootOf(scene.channel),
  };
}

export function fromDeletion(
  data: GatewayMessageDeleteDispatchData | GatewayMessageDeleteBulkDispatchData,
  scene: Scene,
): ChatEvent[] {
  const ids = 'ids' in data ? data.ids : [data.id];
  return ids.map((id) => ({ ...at(scene, id), kind: 'message_deleted' }));
}
