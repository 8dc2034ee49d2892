import type { Events } from '../events.ts';
import type { Messages } from '../messages.ts';
import { ApiRefusal, type Json, type StoredMessage } from '../types.ts';
import type { Args } from './args.ts';
import { bot, type Ground, type Method } from './method.ts';
import { existingMessage, joinedChannel } from './reach.ts';

/** Most different emoji on one message. https://docs.slack.dev/reference/methods/reactions.add */
const REACTIONS_MAX = 50;

/** reactions.*: the bot's own, and everybody's to be read. */
export const reactionMethods: Record<string, Method> = {
  'reactions.add': bot('reactions:write', (args, ground) => {
    const { message, name } = target(args, ground);
    react(ground, message, ground.directory.bot.id, name, true);
    return {};
  }),

  'reactions.remove': bot('reactions:write', (args, ground) => {
    const { message, name } = target(args, ground);
    react(ground, message, ground.directory.bot.id, name, false);
    return {};
  }),

  'reactions.get': bot('reactions:read', (args, ground) => {
    const channel = joinedChannel(args, ground);
    const message = existingMessage(channel, args.text('timestamp'), ground);
    const { reactions = [], ...rest } = ground.wire.message(message) as { reactions?: Json[] };
    // `full` names everybody. https://docs.slack.dev/reference/methods/reactions.get
    const everybody = message.reactions.map(({ name, users }) => ({ name, users, count: users.length }));
    return {
      type: 'message',
      channel: channel.id,
      message: {
        ...rest,
        ...(reactions.length > 0 ? { reactions: args.flag('full') ? everybody : reactions } : {}),
        permalink: ground.wire.permalink(message),
      },
    };
  }),
};

function target(args: Args, ground: Ground): { message: StoredMessage; name: string } {
  const name = ground.emoji.canonical(args.text('name') ?? '');
  if (!name) throw new ApiRefusal('invalid_name');
  const channel = joinedChannel(args, ground);
  if (channel.archived) throw new ApiRefusal('is_archived');
  return { message: existingMessage(channel, args.text('timestamp'), ground), name };
}

/** Adds or takes away one person's reaction. @param name as EmojiNames gives it. @throws {ApiRefusal} */
export function react(
  { messages, events }: { messages: Messages; events: Events },
  message: StoredMessage,
  user: string,
  name: string,
  present: boolean,
): void {
  const users = message.reactions.find((reaction) => reaction.name === name)?.users ?? [];
  if (present && users.includes(user)) throw new ApiRefusal('already_reacted');
  if (!present && !users.includes(user)) throw new ApiRefusal('no_reaction');
  if (present && users.length === 0 && message.reactions.length >= REACTIONS_MAX)
    throw new ApiRefusal('too_many_emoji');
  const now = present ? [...users, user] : users.filter((other) => other !== user);
  const reactions = users.length
    ? message.reactions.map((reaction) => (reaction.name === name ? { name, users: now } : reaction))
    : [...message.reactions, { name, users: now }];
  messages.save({ ...message, reactions: reactions.filter((reaction) => reaction.users.length > 0) });
  events.reacted(message, user, name, present);
}
