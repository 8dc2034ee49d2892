import { emojiOfPath, REACTIONS_MAX } from './emoji.ts';
import { limitOf, type Parts } from './message-routes.ts';
import { reactionOf } from './reactions.ts';
import { ApiRefusal } from './refusal.ts';
import { nothing, ok, type Call, type Route } from './rest.ts';
import { userWire } from './wire.ts';

/** https://docs.discord.com/developers/resources/message#create-reaction and following */
export function reactionRoutes({ world, access, conversation }: Parts): Route[] {
  const bot = world.seed.bot.id;
  const at = (call: Call) => {
    const channel = access.channel(call.params['channel']);
    const message = access.message(channel, call.params['message']);
    const emoji = emojiOfPath(world, call.params['emoji'] ?? '');
    if (!emoji) throw new ApiRefusal(10014);
    return { channel, message, emoji };
  };

  return [
    {
      method: 'PUT',
      path: '/channels/:channel/messages/:message/reactions/:emoji/@me',
      run(call) {
        const { channel, message, emoji } = at(call);
        access.require(channel, 'READ_MESSAGE_HISTORY');
        access.requireActive(channel);
        if (!reactionOf(message, emoji)) {
          access.require(channel, 'ADD_REACTIONS');
          if (message.reactions.length >= REACTIONS_MAX) throw new ApiRefusal(30010);
        }
        conversation.react(message, bot, emoji, true);
        return nothing;
      },
    },
    {
      method: 'DELETE',
      path: '/channels/:channel/messages/:message/reactions/:emoji/:user',
      run(call) {
        const { channel, message, emoji } = at(call);
        const user = call.params['user'] === '@me' ? bot : call.params['user']!;
        if (user !== bot) access.require(channel, 'MANAGE_MESSAGES');
        access.requireActive(channel);
        conversation.react(message, user, emoji, false);
        return nothing;
      },
    },
    {
      method: 'GET',
      path: '/channels/:channel/messages/:message/reactions/:emoji',
      run(call) {
        const { message, emoji } = at(call);
        // Nobody in the sandbox has super reactions.
        if (call.query.get('type') === '1') return ok([]);
        const after = BigInt(call.query.get('after') ?? '0');
        const people = (reactionOf(message, emoji)?.people ?? [])
          .filter((id) => BigInt(id) > after)
          .toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
        return ok(people.slice(0, limitOf(call.query, 25)).map((id) => userWire(world, id)));
      },
    },
  ];
}
