import { answerDraft, ephemeralFlag } from './callback-routes.ts';
import type { Interactions } from './interactions.ts';
import { FLAG, newMessage } from './message-body.ts';
import { applyEdit } from './message-edit.ts';
import { messageWire } from './message-wire.ts';
import { type Parts, restReader } from './message-routes.ts';
import { ApiRefusal } from './refusal.ts';
import { nothing, ok, type Call, type Route } from './rest.ts';
import type { StoredInteraction, StoredMessage } from './types.ts';

/** What an app does with an interaction's token after its first answer. https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
export function webhookRoutes({
  world,
  access,
  conversation,
  interactions,
}: Parts & { interactions: Interactions }): Route[] {
  const find = (call: Call) => interactions.answered(call.params['app']!, call.params['token']!);
  const messageAt = (call: Call, interaction: StoredInteraction): StoredMessage => {
    const asked = call.params['message']!;
    const message = world.messages.get(asked === '@original' ? (interaction.original ?? '') : asked);
    const isOurs =
      message && (message.id === interaction.original || message.interaction?.id === interaction.id);
    if (!isOurs) throw new ApiRefusal(10008);
    return message;
  };
  const wire = (call: Call, message: StoredMessage) => messageWire(world, message, restReader(call, access));

  return [
    {
      method: 'POST',
      path: '/webhooks/:app/:token',
      open: true,
      run(call) {
        const interaction = find(call);
        const original = interaction.original === null ? undefined : world.messages.get(interaction.original);
        // The first follow-up of a deferred answer is that answer.
        if (original && isLoading(original)) {
          applyEdit(world, conversation, original, call, true);
          return ok(wire(call, original));
        }
        const { parts, files } = newMessage(world, call.body, call.files);
        const draft = {
          ...answerDraft(world, interaction, call.body),
          ...parts,
          flags: parts.flags | ephemeralFlag(call.body),
          ...(original ? { type: 19, reference: { channel: original.channel, message: original.id } } : {}),
        };
        return ok(wire(call, conversation.post(draft, files.fresh)));
      },
    },
    {
      method: 'GET',
      path: '/webhooks/:app/:token/messages/:message',
      open: true,
      run: (call) => ok(wire(call, messageAt(call, find(call)))),
    },
    {
      method: 'PATCH',
      path: '/webhooks/:app/:token/messages/:message',
      open: true,
      run(call) {
        const message = messageAt(call, find(call));
        applyEdit(world, conversation, message, call, isLoading(message));
        return ok(wire(call, message));
      },
    },
    {
      method: 'DELETE',
      path: '/webhooks/:app/:token/messages/:message',
      open: true,
      run(call) {
        conversation.remove(messageAt(call, find(call)), true);
        return nothing;
      },
    },
  ];
}

function isLoading({ flags }: StoredMessage): boolean {
  return (flags & FLAG.loading) !== 0;
}
