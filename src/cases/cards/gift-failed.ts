import type { Action, Card } from '../../chat/card.ts';
import { paragraph } from '../../chat/rich.ts';
import type { Gift } from '../case.ts';

/** A gift that could not be delivered, to whoever wants to give one: it is tried once more, unless its code was lost, or another one given. */
export function failedGiftCard(
  caseName: string,
  memberName: string,
  gift: string,
  { giftId, isCodeLost }: Pick<Gift, 'giftId' | 'isCodeLost'>,
): Card {
  const title = `${caseName} · a gift did not arrive`;
  const values = { case: caseName };
  const again: Action = {
    type: 'button',
    label: 'Try again',
    style: 'primary',
    invoke: { command: 'gift', values: { ...values, again: String(giftId) } },
  };
  const another: Action = {
    type: 'button',
    label: 'Another gift',
    style: isCodeLost ? 'primary' : 'plain',
    invoke: { command: 'gift', values: { ...values, another: 'yes' } },
  };
  return {
    title,
    tone: 'urgent',
    summary: title,
    body: [
      paragraph(
        isCodeLost
          ? `${memberName} has not received ${gift}, and its code is lost for good, so it cannot be tried again. It counts against no limit; give another gift.`
          : `${memberName} has not received ${gift}. It stays held for them, so nobody else gets its code. When they accept direct messages again, try it once more. Another gift counts besides this one.`,
      ),
    ],
    facts: [],
    footer: [],
    actions: isCodeLost ? [another] : [again, another],
  };
}
