import type { Button, Card } from '../../chat/card.ts';
import { paragraph, person, text } from '../../chat/rich.ts';
import { giftName } from '../../policy/lookup.ts';
import type { Gift } from '../case.ts';
import { withToneWarning } from './tone-warning.ts';
import { kindName, nameOf, quoteOf, type View } from './view.ts';

const SAID: Readonly<Record<Exclude<Gift['state'], 'proposed'>, string>> = {
  approved: 'approved',
  given: 'approved and sent',
  refused: 'refused',
  withdrawn: 'taken back',
  failed: 'approved, but it could not be delivered',
};

/** A gift above the limit, to somebody who decides: what, for whom, why, and the words that go with it. */
export function approvalCard(view: View, giftId: number, blocksOf: (markdown: string) => Card['body']): Card {
  const { file, policy } = view;
  const gift = file.gifts.find((each) => each.giftId === giftId);
  const state = gift?.state ?? 'withdrawn';
  const title = `${nameOf(view)} · ${state === 'proposed' ? 'a gift waits for your yes' : `gift ${SAID[state]}`}`;
  const words = file.replies.findLast((reply) => reply.giftId === giftId);
  return {
    title,
    tone: state === 'proposed' ? 'urgent' : 'done',
    summary: title,
    body: [
      quoteOf(view),
      ...(words && state === 'proposed'
        ? [
            paragraph('With these words, by direct message:'),
            ...withToneWarning(words.markdown, blocksOf(words.markdown), view),
          ]
        : []),
    ],
    facts: [
      { label: 'Member', value: [text(file.case.member.name)] },
      { label: 'Kind', value: [text(kindName(view))] },
      ...(gift
        ? [
            { label: 'Gift', value: [text(giftName(policy, gift.key, policy.language))] },
            { label: 'Value', value: [text(String(gift.value))] },
          ]
        : []),
      ...(gift?.proposedBy ? [{ label: 'Proposed by', value: [person(gift.proposedBy)] }] : []),
      ...(gift?.decidedBy ? [{ label: 'Decided by', value: [person(gift.decidedBy)] }] : []),
    ],
    footer: gift && state === 'proposed' ? [text('Whoever proposed it cannot approve it.')] : [],
    actions: state === 'proposed' ? giftDecisions(view, giftId) : [],
  };
}

/** Yes or no, by the same commands people can type. The buttons say the community, since a direct message belongs to none. */
export function giftDecisions(view: View, giftId: number): Button[] {
  const values = { case: nameOf(view), gift: String(giftId), in: view.workspace.id };
  return [
    { type: 'button', label: 'Approve gift', style: 'primary', invoke: { command: 'approve', values } },
    { type: 'button', label: 'Refuse gift', style: 'danger', invoke: { command: 'refuse', values } },
  ];
}
