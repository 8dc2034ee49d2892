import type { Button, Card } from '../../chat/card.ts';
import { paragraph, person, text } from '../../chat/rich.ts';
import { giftName } from '../../policy/lookup.ts';
import { withToneWarning } from './tone-warning.ts';
import { kindName, nameOf, quoteOf, textsFor, type View } from './view.ts';

/** A gift above the limit, to somebody who decides: what, for whom, why, and the words that go with it. */
export function approvalCard(view: View, giftId: number, blocksOf: (markdown: string) => Card['body']): Card {
  const { file, workspace, policy } = view;
  const gift = file.gifts.find((each) => each.giftId === giftId);
  const state = gift?.state ?? 'withdrawn';
  const { cards, common } = textsFor(view);
  const { facts, gifts: said } = cards;
  const title = said.titles[state](nameOf(view));
  const words = file.replies.findLast((reply) => reply.giftId === giftId);
  return {
    title,
    tone: state === 'proposed' ? 'urgent' : 'done',
    summary: title,
    body: [
      quoteOf(view),
      ...(words && state === 'proposed'
        ? [paragraph(said.withWords), ...withToneWarning(words.markdown, blocksOf(words.markdown), view)]
        : []),
    ],
    facts: [
      { label: facts.member, value: [text(file.case.member.name)] },
      { label: facts.kind, value: [text(kindName(view))] },
      ...(gift
        ? [
            { label: said.one, value: [text(giftName(policy, workspace, gift.key, common.code))] },
            { label: said.value, value: [text(String(gift.value))] },
          ]
        : []),
      ...(gift?.proposedBy ? [{ label: said.proposedBy, value: [person(gift.proposedBy)] }] : []),
      ...(gift?.decidedBy ? [{ label: said.decidedBy, value: [person(gift.decidedBy)] }] : []),
    ],
    footer: gift && state === 'proposed' ? [text(said.notOwn)] : [],
    actions: state === 'proposed' ? giftDecisions(view, giftId) : [],
  };
}

/** Yes or no, by the same commands people can type. The buttons say the community, since a direct message belongs to none. */
export function giftDecisions(view: View, giftId: number): Button[] {
  const values = { case: nameOf(view), gift: String(giftId), in: view.workspace.id };
  const { buttons } = textsFor(view).cards;
  return [
    { type: 'button', label: buttons.approveGift, style: 'primary', invoke: { command: 'approve', values } },
    { type: 'button', label: buttons.refuseGift, style: 'danger', invoke: { command: 'refuse', values } },
  ];
}
