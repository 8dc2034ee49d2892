import type { Card } from '../../chat/card.ts';
import { text } from '../../chat/rich.ts';

/** In place of sending a draft: the member would be asked for something twice, or for what they have said. A person decides. */
export function asksTwiceCard(
  caseName: string,
  memberName: string,
  replyId: number,
  details: readonly string[],
  home?: string,
): Card {
  const values = { case: caseName, draft: String(replyId), ...(home !== undefined && { in: home }) };
  return {
    title: `Asked already · ${caseName}`,
    tone: 'neutral',
    summary: `${memberName} was asked for this before, or has said it. Nothing was sent.`,
    body: [
      {
        type: 'paragraph',
        children: [
          text(`${memberName} was asked for this before, or has said it already, so nothing was sent yet:`),
        ],
      },
      { type: 'list', ordered: false, items: details.map((detail) => [text(detail)]) },
      {
        type: 'paragraph',
        children: [text('Being asked twice feels like not being heard. Edit takes the questions out.')],
      },
    ],
    facts: [],
    footer: [],
    actions: [
      { type: 'button', label: 'Edit', style: 'primary', invoke: { command: 'reply', values } },
      {
        type: 'button',
        label: 'Ask all the same',
        style: 'plain',
        invoke: { command: 'send', values: { ...values, confirm: 'yes' } },
      },
    ],
  };
}
