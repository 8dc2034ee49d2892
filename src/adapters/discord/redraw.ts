import { MessageFlags, Routes } from 'discord.js';
import type { Api } from './api.ts';
import { KIND, type RawInteraction } from './invocation.ts';

/**
 * A select shows what was chosen in it, and the same cannot be chosen again until its message is drawn anew
 * (https://github.com/discord/discord-api-docs/issues/4801). An edit that changes nothing does that (issues/3441), and cannot
 * undo what another edit has changed meanwhile.
 */
export interface Redraw {
  /** The first answer has to be an update of the message. */
  first: boolean;
  /** Only one person sees the message. */
  isHidden: boolean;
  /** After a form was opened, which has to be the first answer. Never rejects: another choice, or the card's next change, does the same. */
  behindForm: () => Promise<void>;
}

/** What only one person sees cannot be edited behind a form: there the select forgets when the form is sent in. */
export function redrawOf({ type, data, message }: RawInteraction, api: Api): Redraw {
  const isHidden = ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const isChoice = type === KIND.component && data?.values !== undefined;
  return {
    first: isChoice || (type === KIND.form && isHidden),
    isHidden,
    async behindForm() {
      if (!isChoice || !message || isHidden) return;
      const { id, channel_id: channel, content } = message;
      const body = { content, allowed_mentions: { parse: [] } };
      await api.patch({ route: Routes.channelMessage(channel, id), body }).catch(() => null);
    },
  };
}
