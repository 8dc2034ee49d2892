import type { Card } from '../../chat/card.ts';
import { text } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';

/** In place of sending a draft: the member would be asked for something twice, or for what they have said. A person decides. */
export function asksTwiceCard(
  caseName: string,
  memberName: string,
  replyId: number,
  details: readonly string[],
  { cards: { buttons, drafts } }: Texts,
  home?: string,
): Card {
  const { asksTwice: words } = drafts;
  const values = { case: caseName, draft: String(replyId), ...(home !== undefined && { in: home }) };
  return {
    title: words.title(caseName),
    tone: 'neutral',
    summary: words.summary(memberName),
    body: [
      {
        type: 'paragraph',
        children: [text(words.asked(memberName))],
      },
      { type: 'list', ordered: false, items: details.map((detail) => [text(detail)]) },
      {
        type: 'paragraph',
        children: [text(words.advice(buttons.edit))],
      },
    ],
    facts: [],
    footer: [],
    actions: [
      { type: 'button', label: buttons.edit, style: 'primary', invoke: { command: 'reply', values } },
      {
        type: 'button',
        label: buttons.askAllTheSame,
        style: 'plain',
        invoke: { command: 'send', values: { ...values, confirm: 'yes' } },
      },
    ],
  };
}
