import type { Card } from '../../chat/card.ts';
import { paragraph } from '../../chat/rich.ts';
import { nameOf, type View } from './view.ts';

/**
 * A case that keeps somebody out, in a channel: they may be reading along. Its number, and a button whose answer only
 * whoever presses it sees, after it was asked whether they may.
 * @param isReminder somebody has to act, which the number alone would not say
 */
export function restrictedCard(view: View, isReminder = false): Card {
  const title = `${nameOf(view)} · restricted case`;
  return {
    title,
    tone: 'neutral',
    summary: title,
    body: [
      ...(isReminder ? [paragraph('It is waiting for somebody who may see it.')] : []),
      paragraph(
        'Not everybody here may see this case, so its words stay out of the channel. Open shows it to you alone, if you are one of those who may.',
      ),
    ],
    facts: [],
    footer: [],
    actions: [
      {
        type: 'button',
        label: 'Open',
        style: 'plain',
        invoke: { command: 'show', values: { case: nameOf(view) } },
      },
    ],
  };
}

/** What stands in the place of a direct message about a case that its reader is kept out of since. */
export function withdrawnCard(): Card {
  const title = 'This has been withdrawn';
  return {
    title,
    tone: 'done',
    summary: title,
    body: [paragraph('There is nothing for you to do here.')],
    facts: [],
    footer: [],
    actions: [],
  };
}
