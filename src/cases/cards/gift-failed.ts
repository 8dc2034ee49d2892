import type { Action, Card } from '../../chat/card.ts';
import { paragraph } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import type { Gift } from '../case.ts';

/** A gift that could not be delivered, to whoever wants to give one: it is tried once more, unless its code was lost, or another one given. */
export function failedGiftCard(
  caseName: string,
  memberName: string,
  gift: string,
  { giftId, isCodeLost }: Pick<Gift, 'giftId' | 'isCodeLost'>,
  { cards: { buttons, gifts: words } }: Texts,
): Card {
  const title = words.notArrived(caseName);
  const values = { case: caseName };
  const again: Action = {
    type: 'button',
    label: buttons.tryAgain,
    style: 'primary',
    invoke: { command: 'gift', values: { ...values, again: String(giftId) } },
  };
  const another: Action = {
    type: 'button',
    label: buttons.anotherGift,
    style: isCodeLost ? 'primary' : 'plain',
    invoke: { command: 'gift', values: { ...values, another: 'yes' } },
  };
  return {
    title,
    tone: 'urgent',
    summary: title,
    body: [paragraph(isCodeLost ? words.codeLost(memberName, gift) : words.held(memberName, gift))],
    facts: [],
    footer: [],
    actions: isCodeLost ? [another] : [again, another],
  };
}
