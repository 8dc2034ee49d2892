import type { Card } from '../../chat/card.ts';
import { paragraph } from '../../chat/rich.ts';

/** A gift that could not be delivered, to whoever wants to give one: it can be tried once more, or another one given. */
export function failedGiftCard(caseName: string, memberName: string, gift: string, giftId: number): Card {
  const title = `${caseName} · a gift did not arrive`;
  const values = { case: caseName };
  return {
    title,
    tone: 'urgent',
    summary: title,
    body: [
      paragraph(
        `${memberName} has not received ${gift}. It stays held for them, so nobody else gets its code. When they accept direct messages again, try it once more.`,
      ),
    ],
    facts: [],
    footer: [],
    actions: [
      {
        type: 'button',
        label: 'Try again',
        style: 'primary',
        invoke: { command: 'gift', values: { ...values, again: String(giftId) } },
      },
    ],
  };
}
