import type { Card } from '../../chat/card.ts';
import { link, text } from '../../chat/rich.ts';
import type { DeliveryBody } from '../case.ts';
import { nameOf, type View } from './view.ts';

/** A few words for staff, with the case they are about, if any. */
export function noticeCard(
  { title, blocks }: Extract<DeliveryBody, { type: 'notice' }>,
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
          {
            type: 'button',
            label: 'Open',
            style: 'plain',
            invoke: { command: 'show', values: { case: nameOf(view), in: view.workspace.id } },
          },
        ]
      : [],
  };
}
