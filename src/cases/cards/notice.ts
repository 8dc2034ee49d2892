import type { Button, Card } from '../../chat/card.ts';
import { link, text } from '../../chat/rich.ts';
import type { DeliveryBody } from '../delivery.ts';
import { isOpen } from '../states.ts';
import { nameOf, type View } from './view.ts';

/** A few words for staff, with the case they are about, if any. */
export function noticeCard(
  { title, blocks, offer }: Extract<DeliveryBody, { type: 'notice' }>,
  view: View | null,
): Card {
  const heading = view ? `${nameOf(view)} · ${title}` : title;
  const permalink = view?.file.case.permalink;
  return {
    title: heading,
    tone: 'neutral',
    summary: heading,
    body: blocks,
    facts: [],
    footer: permalink ? [text('about '), link('this message', permalink)] : [],
    actions: view
      ? [
          button('Open', 'show', view),
          ...(offer === 'reopen' && !isOpen(view.file.case) ? [button('Reopen', 'reopen', view)] : []),
        ]
      : [],
  };
}

function button(label: string, command: string, view: View): Button {
  const values = { case: nameOf(view), in: view.workspace.id };
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}
