import type { EnvelopedEvent } from '@slack/bolt';
import type {
  AllMessageEvents,
  MessageChangedEvent,
  MessageDeletedEvent,
  ReactionAddedEvent,
  ReactionRemovedEvent,
} from '@slack/types';
import type { ChatEvent } from '../../chat/event.ts';
import {
  isOwn,
  isSpoken,
  momentOf,
  peopleInMessage,
  snapshotOf,
  threadRootOf,
  type NativeMessage,
  type Reading,
} from './snapshot.ts';
import { plainText } from './text.ts';

type Reaction = ReactionAddedEvent | ReactionRemovedEvent;
type Enveloped<T> = EnvelopedEvent<T>;

/** In whose name an event may come to us, the likeliest first: in channels shared with others `team_id` may be theirs. */
export function teamsOf(body: {
  team_id?: string;
  context_team_id?: string | null;
  authorizations?: readonly { team_id: string | null }[];
}): (string | null | undefined)[] {
  return [body.context_team_id ?? body.team_id, ...(body.authorizations ?? []).map(({ team_id: id }) => id)];
}

/** Ids of the people whose names `fromMessage` needs. */
export function peopleInEvent(event: AllMessageEvents): string[] {
  return peopleInMessage(event.subtype === 'message_changed' ? event.message : event);
}

/** @returns null for a reaction of our own and for one on something that is no message. */
export function fromReaction(
  { event, event_id: eventId }: Enveloped<Reaction>,
  reading: Reading,
): ChatEvent | null {
  const { item, user } = event;
  const target: { type: string } = item;
  // The types know messages only; Slack has sent files as well.
  if (target.type !== 'message' || user === reading.identity.botUserId) return null;
  return {
    ...at(eventId, event.event_ts, item.channel, item.ts, reading),
    kind: event.type,
    userId: user,
    emoji: reading.characterOf(event.reaction),
  };
}

/** @returns null for our own messages, notes of Slack's and changes that leave the text as it was. */
export function fromMessage(
  { event, event_id: eventId }: Enveloped<AllMessageEvents>,
  reading: Reading,
): ChatEvent | null {
  if (event.subtype === 'message_changed') return fromChange(eventId, event, reading);
  if (event.subtype === 'message_deleted') return fromDeletion(eventId, event, reading);
  if (!isSpoken(event) || isOwn(event, reading.identity)) return null;
  const message = snapshotOf(event, event.channel, reading);
  return {
    ...at(eventId, event.ts, event.channel, event.ts, reading),
    kind: 'message_posted',
    message,
    isDirect: event.channel_type === 'im',
    ...(message.threadRoot && { answers: message.threadRoot.messageId }),
  };
}

function fromChange(eventId: string, event: MessageChangedEvent, reading: Reading): ChatEvent | null {
  const message: NativeMessage = event.message;
  const before: NativeMessage | undefined = event.previous_message;
  if (!message.ts || isOwn(message, reading.identity) || (before && isOwn(before, reading.identity)))
    return null;
  const where = at(eventId, event.event_ts, event.channel, message.ts, reading);
  // The root of a thread is not removed but replaced by a note that it is gone.
  if (message.subtype === 'tombstone') return { ...where, kind: 'message_deleted' };
  const edited = before ? before.text !== message.text : 'edited' in message;
  if (!edited) return null;
  return {
    ...where,
    kind: 'message_edited',
    text: plainText(message.text ?? '', reading.nameOf, reading.characterOf),
    threadRoot: threadRootOf(message, event.channel),
  };
}

function fromDeletion(eventId: string, event: MessageDeletedEvent, reading: Reading): ChatEvent | null {
  const before: NativeMessage | undefined = event.previous_message;
  if (before && isOwn(before, reading.identity)) return null;
  return {
    ...at(eventId, event.event_ts, event.channel, event.deleted_ts, reading),
    kind: 'message_deleted',
  };
}

function at(eventId: string, ts: string, channelId: string, messageId: string, { identity }: Reading) {
  return {
    workspaceId: identity.workspaceId,
    eventId,
    at: momentOf(ts),
    channelId,
    messageId,
    parentChannelId: null,
    // https://docs.slack.dev/reference/objects/conversation-object: only direct messages begin so.
    ...(channelId.startsWith('D') && { isDirect: true }),
  };
}
