import { checkModal } from './check-modal.ts';
import { checkChoice, checkList, checkText, fieldsOf } from './checks.ts';
import type { Interactions } from './interactions.ts';
import { FLAG, newMessage } from './message-body.ts';
import { applyEdit } from './message-edit.ts';
import { messageWire } from './message-wire.ts';
import { type Parts, restReader } from './message-routes.ts';
import { collectProblems, invalidField } from './refusal.ts';
import { nothing, ok, type Call, type Reply, type Route } from './rest.ts';
import type { InteractionType, Json, StoredForm, StoredInteraction, StoredMessage } from './types.ts';
import type { World } from './world.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const ANSWER = {
  message: 4,
  deferred: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

const A = ANSWER;

/** First answers to interactions. */
export function callbackRoutes(parts: Parts & { interactions: Interactions; changed: () => void }): Route[] {
  const { world, conversation, interactions, access, changed } = parts;

  const postAnswer = (interaction: StoredInteraction, call: Call): StoredMessage => {
    const { parts: content, files } = newMessage(world, call.body, call.files);
    return conversation.post(
      {
        ...answerDraft(world, interaction, call.body),
        ...content,
        flags: content.flags | ephemeralFlag(call.body),
      },
      files.fresh,
    );
  };
  const act = (interaction: StoredInteraction, kind: number, call: Call): StoredMessage | null => {
    const source = interaction.source === null ? undefined : world.messages.get(interaction.source);
    switch (kind) {
      case A.message: {
        const message = postAnswer(interaction, call);
        interactions.settle(interaction, kind, message.id, {
          ephemeral: message.ephemeralFor ? message : null,
        });
        return message;
      }
      case A.deferred: {
        const flags = FLAG.loading | ephemeralFlag(call.body);
        const message = conversation.post({ ...answerDraft(world, interaction, call.body), flags });
        interactions.settle(interaction, kind, message.id, {});
        return message;
      }
      case A.update:
        if (source) applyEdit(world, conversation, source, call);
        // An update that changes nothing says nothing: it only draws the message anew.
        interactions.settle(interaction, kind, source?.id ?? null, {
          ephemeral: source?.ephemeralFor && Object.keys(call.body).length > 0 ? source : null,
        });
        return source ?? null;
      case A.deferredUpdate:
        interactions.settle(interaction, kind, source?.id ?? null, {});
        return null;
      case A.choices:
        interactions.settle(interaction, kind, null, { choices: readChoices(call.body) });
        return null;
      default: {
        checkModal(call.body);
        const form = openForm(world, interaction, call.body);
        interactions.settle(interaction, kind, null, { form });
        changed();
        return null;
      }
    }
  };

  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      open: true,
      run(call) {
        const interaction = interactions.unanswered(call.params['interaction']!, call.params['token']!);
        const kind = call.body['type'];
        if (typeof kind !== 'number' || !allowedFor(interaction).includes(kind)) {
          throw invalidField(
            ['type'],
            'BASE_TYPE_CHOICES',
            `Value must be one of {${allowedFor(interaction).join(', ')}}.`,
          );
        }
        const message = act(interaction, kind, { ...call, body: fieldsOf(call.body['data']) });
        if (call.query.get('with_response') !== 'true') return nothing;
        return withResponse(
          interaction,
          kind,
          message,
          message && messageWire(world, message, restReader(call, access)),
        );
      },
    },
  ];
}

/** Which answers an interaction takes. */
function allowedFor({ type, source }: StoredInteraction): number[] {
  const update = source === null ? [] : [A.deferredUpdate, A.update];
  const byType: Record<InteractionType, number[]> = {
    2: [A.message, A.deferred, A.modal],
    3: [A.message, A.deferred, ...update, A.modal],
    4: [A.choices],
    5: [A.message, A.deferred, ...update],
  };
  return byType[type];
}

/** The message an answer becomes, without its content. */
export function answerDraft(world: World, interaction: StoredInteraction, body: Json) {
  const { id, type, person, name, source, channel } = interaction;
  const sourceChannel = source === null ? null : (world.messages.get(source)?.channel ?? null);
  return {
    channel,
    author: world.seed.bot.id,
    content: '',
    type: source !== null ? 19 : interaction.commandType === 3 ? 23 : 20,
    reference: source !== null && sourceChannel !== null ? { channel: sourceChannel, message: source } : null,
    ephemeralFor: ephemeralFlag(body) === 0 ? null : person,
    interaction: { id, type, person, name },
  };
}

/** @returns the flag when the body asks for an answer only the person sees, else 0. */
export function ephemeralFlag(body: Json): number {
  return typeof body['flags'] === 'number' ? body['flags'] & FLAG.ephemeral : 0;
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
function readChoices(body: Json): Json[] {
  const problems = collectProblems();
  const choices = checkList(problems, ['data', 'choices'], body['choices'] ?? [], { max: 25 }).map(fieldsOf);
  for (const [index, choice] of choices.entries()) {
    const at = ['data', 'choices', index];
    checkText(problems, [...at, 'name'], choice['name'], { min: 1, max: 100 });
    if (typeof choice['value'] === 'string')
      checkText(problems, [...at, 'value'], choice['value'], { min: 1, max: 100 });
    else checkChoice(problems, [...at, 'value'], typeof choice['value'], ['string', 'number']);
  }
  problems.throwIfAny();
  return choices;
}

/** A person has one form open at a time: the next takes its place. */
function openForm(world: World, interaction: StoredInteraction, modal: Json): StoredForm {
  for (const { id, person } of world.forms.values())
    if (person === interaction.person) world.forms.delete(id);
  const { person, channel, source } = interaction;
  const form = { id: interaction.id, person, channel, source, modal };
  world.forms.set(form.id, form);
  return form;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function withResponse(
  interaction: StoredInteraction,
  kind: number,
  message: StoredMessage | null,
  wire: Json | null,
): Reply {
  const answered = {
    id: interaction.id,
    type: interaction.type,
    ...(message
      ? {
          response_message_id: message.id,
          response_message_loading: (message.flags & FLAG.loading) !== 0,
          response_message_ephemeral: message.ephemeralFor !== null,
        }
      : {}),
  };
  return ok({ interaction: answered, resource: { type: kind, ...(wire ? { message: wire } : {}) } });
}
