import { MessageFlags, Routes } from 'discord.js';
import type { Answer } from '../../chat/command.ts';
import type { Form } from '../../chat/form.ts';
import { paragraph, type Block } from '../../chat/rich.ts';
import { AppError } from '../../errors.ts';
import { textsIn, type Texts } from '../../texts/index.ts';
import type { Api } from './api.ts';
import { CODE, discordCode } from './errors.ts';
import { renderForm } from './forms.ts';
import { KIND, type RawInteraction } from './invocation.ts';
import { redrawOf } from './redraw.ts';
import { render, type Payload } from './render.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const ANSWER = { message: 4, deferred: 5, deferredUpdate: 6, update: 7, choices: 8, form: 9 } as const;

/** What only the person can see. */
type Shown = Exclude<Answer, { type: 'form' } | { type: 'silent' }>;

/** One interaction's answers, in the order Discord allows them: one first answer within three seconds, then edits and follow-ups. */
export interface Responder {
  /** Says "working on it". @returns false when it came too late or another process has answered: do nothing then. */
  defer: () => Promise<boolean>;
  choices: (choices: { name: string; value: string }[]) => Promise<void>;
  /** As the first answer, or in place of "working on it". */
  finish: (answer: Answer, mark: Record<string, string>) => Promise<void>;
}

/** @param onMessage it was a button: "working on it" leaves the message with the button as it is. */
export function createResponder(api: Api, interaction: RawInteraction, onMessage: boolean): Responder {
  const { id, token, application_id: app } = interaction;
  const redraw = redrawOf(interaction, api);
  let deferred = false;

  const first = (type: number, data?: unknown) =>
    api.post({
      route: Routes.interactionCallback(id, token),
      auth: false,
      body: { type, ...(data !== undefined && { data }) },
    });
  const followUp = { route: Routes.webhook(app, token), auth: false, query: { wait: 'true' } } as const;
  const original = { route: Routes.webhookMessage(app, token, '@original'), auth: false } as const;

  async function show(payload: Payload, inPlace: boolean): Promise<void> {
    // It takes the place of the answer whose button was pressed, which only this person sees.
    const isInPlace = inPlace && redraw.isHidden;
    if (isInPlace && !deferred) return void (await first(ANSWER.update, payload));
    if (redraw.first && !deferred) await arrived(firstDefer);
    const hidden = { ...payload, flags: payload.flags | MessageFlags.Ephemeral };
    if (!deferred) await first(ANSWER.message, hidden);
    else if (onMessage && !isInPlace) await api.post({ ...followUp, body: hidden });
    else await api.patch({ ...original, body: payload });
  }

  async function silently(): Promise<void> {
    if (!deferred) await firstDefer();
    if (!onMessage) await api.delete(original);
  }

  async function firstDefer(): Promise<void> {
    deferred = true;
    if (onMessage) await first(redraw.first ? ANSWER.update : ANSWER.deferredUpdate);
    else await first(ANSWER.deferred, { flags: MessageFlags.Ephemeral });
  }

  return {
    defer: () => arrived(firstDefer),
    choices: async (choices) => void (await first(ANSWER.choices, { choices })),
    finish: async (answer, mark) => {
      if (answer.type === 'silent') return silently();
      if (answer.type === 'form' && !deferred && interaction.type !== KIND.form) {
        await first(ANSWER.form, renderForm(answer.form, mark));
        return redraw.behindForm();
      }
      const shown = answer.type === 'form' ? formInstead(answer.form, textsIn(interaction.locale)) : answer;
      return show(render(contentOf(shown), mark), shown.inPlace === true);
    },
  };
}

/** @returns false when Discord has closed the interaction or somebody else has answered it. An unclear outcome is tried once more. */
async function arrived(send: () => Promise<void>): Promise<boolean> {
  for (let tries = 0; ; tries += 1) {
    try {
      await send();
      return true;
    } catch (error) {
      const code = discordCode(error);
      if (code === CODE.alreadyAcknowledged) return tries > 0;
      const unclear =
        error instanceof AppError &&
        (error.code === 'OUTCOME_UNKNOWN' || error.code === 'PLATFORM_UNAVAILABLE');
      if (!unclear || tries > 0) return false;
    }
  }
}

function contentOf(answer: Shown) {
  return answer.type === 'say'
    ? { ...answer, type: 'reply' as const }
    : { type: 'card' as const, card: answer.card };
}

/** Discord opens a form only as the very first answer, and never in answer to a form: offer a button that opens it. */
function formInstead(form: Form, { says }: Texts): Shown {
  return {
    type: 'card',
    card: {
      title: form.title,
      tone: 'neutral',
      summary: says.chat.oneMoreStep,
      body: [paragraph(says.chat.openedLate)],
      facts: [],
      footer: [],
      actions: [{ type: 'button', label: says.chat.goOn, style: 'primary', invoke: form.invoke }],
    },
  };
}

export const say = (text: string): Answer => ({ type: 'say', blocks: [paragraph(text)] satisfies Block[] });
