import type { Card } from '../../chat/card.ts';
import { paragraph } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import { nameOf, textsFor, type View } from './view.ts';

/**
 * A case that keeps somebody out, in a channel: they may be reading along. Its number, and a button whose answer only
 * whoever presses it sees, after it was asked whether they may.
 * @param isReminder somebody has to act, which the number alone would not say
 */
export function restrictedCard(view: View, isReminder = false): Card {
  const { buttons, told } = textsFor(view).cards;
  const { restricted: words } = told;
  const title = words.title(nameOf(view));
  return {
    title,
    tone: 'neutral',
    summary: title,
    body: [...(isReminder ? [paragraph(words.waits)] : []), paragraph(words.kept(buttons.open))],
    facts: [],
    footer: [],
    actions: [
      {
        type: 'button',
        label: buttons.open,
        style: 'plain',
        invoke: { command: 'show', values: { case: nameOf(view) } },
      },
    ],
  };
}

/** What stands in the place of a direct message about a case that its reader is kept out of since. */
export function withdrawnCard({ cards }: Texts): Card {
  const { title, text } = cards.told.withdrawn;
  return {
    title,
    tone: 'done',
    summary: title,
    body: [paragraph(text)],
    facts: [],
    footer: [],
    actions: [],
  };
}
