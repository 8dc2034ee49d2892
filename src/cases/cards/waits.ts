import type { Button } from '../../chat/card.ts';
import { asksMember } from '../asks-member.ts';
import type { Texts } from '../../texts/index.ts';
import type { Reply } from '../case.ts';

/** Sends it all the same, and does not wait although it asks; or waits although it asks nothing. */
export function otherWait(reply: Reply, values: Record<string, string>, texts: Texts): Button {
  const asks = asksMember(reply);
  const { buttons } = texts.cards;
  return {
    type: 'button',
    label: asks ? buttons.sendNoWait : buttons.sendAndWait,
    style: 'plain',
    invoke: { command: 'send', values: { ...values, wait: asks ? 'no' : 'yes' } },
  };
}
