import type { Channel } from '../directory.ts';
import { HISTORY_SCOPE } from '../events.ts';
import type { Faults } from '../faults.ts';
import { ApiRefusal, type StoredMessage } from '../types.ts';
import type { Args } from './args.ts';
import { GRANTED, type Ground } from './method.ts';

const READ_SCOPE = { channel: 'channels:read', group: 'groups:read', im: 'im:read' } as const;

/** @throws {ApiRefusal} `missing_scope` with what is needed and what there is. */
export function requireScope(faults: Faults, scope: string): void {
  const provided = GRANTED.filter((granted) => !faults.lacksScope(granted));
  if (!provided.includes(scope))
    throw new ApiRefusal('missing_scope', { needed: scope, provided: provided.join(',') });
}

/** The conversation the app asks about, if it may know of it. @throws {ApiRefusal} */
export function visibleChannel(args: Args, { directory }: Ground): Channel {
  const channel = directory.channel(args.text('channel') ?? '');
  const seen = channel && (channel.kind === 'channel' || channel.members.includes(directory.bot.id));
  if (!channel || !seen) throw new ApiRefusal('channel_not_found');
  return channel;
}

/** The same, to be described. @throws {ApiRefusal} */
export function describedChannel(args: Args, ground: Ground): Channel {
  const channel = visibleChannel(args, ground);
  requireScope(ground.faults, READ_SCOPE[channel.kind]);
  return channel;
}

/** The same, to be read: the app has to be in it. @throws {ApiRefusal} */
export function readableChannel(args: Args, ground: Ground): Channel {
  const channel = joinedChannel(args, ground);
  requireScope(ground.faults, HISTORY_SCOPE[channel.kind]);
  return channel;
}

/** @throws {ApiRefusal} */
export function joinedChannel(args: Args, ground: Ground): Channel {
  const channel = visibleChannel(args, ground);
  if (!channel.members.includes(ground.directory.bot.id)) throw new ApiRefusal('not_in_channel');
  return channel;
}

/** A message of the channel that is really there. @throws {ApiRefusal} */
export function existingMessage(
  channel: Channel,
  ts: string | undefined,
  { messages }: Ground,
): StoredMessage {
  const message = messages.get(channel.id, ts ?? '');
  if (!message || message.ephemeralFor || message.tombstone) throw new ApiRefusal('message_not_found');
  return message;
}
