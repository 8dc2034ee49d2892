import { NotPossible } from '../errors.ts';
import type { CaseFile, Gift } from './case.ts';
import type { Change } from './change.ts';
import type { Policy } from '../policy/schema.ts';
import { assertMayGive } from './gift.ts';

/** Somebody else says yes: it is sent at once. @throws {NotPossible} */
export function approve(file: CaseFile, giftId: number | null, by: string, policy: Policy): Change {
  const gift = waiting(file, giftId, by);
  // The case may have become one of another kind since it was proposed.
  assertMayGive(file, by, policy);
  const reply = file.replies.findLast((each) => each.giftId === gift.giftId && each.state === 'draft');
  if (!reply) throw new NotPossible('The words of this gift were thrown away. Propose it again.');
  return {
    giftDecisions: [{ giftId: gift.giftId, state: 'approved', by }],
    replyStates: [{ replyId: reply.replyId, state: 'queued' }],
    ...(file.case.state === 'new' && { set: { state: 'open' as const } }),
    history: [{ action: 'gift_approved', actorId: by, detail: { gift: gift.key } }],
    deliveries: tellProposer(file, gift, by, null),
  };
}

/** Somebody else says no: nothing is sent, and the code can be given to somebody else. @throws {NotPossible} */
export function refuse(file: CaseFile, giftId: number | null, reason: string, by: string): Change {
  const gift = waiting(file, giftId, by);
  if (!reason.trim()) throw new NotPossible('Please say why; whoever proposed it is told.');
  return {
    giftDecisions: [{ giftId: gift.giftId, state: 'refused', by }],
    replyStates: file.replies
      .filter((each) => each.giftId === gift.giftId && each.state === 'draft')
      .map(({ replyId }) => ({ replyId, state: 'discarded' as const })),
    history: [{ action: 'gift_refused', actorId: by, detail: { gift: gift.key } }],
    notes: [{ authorId: by, text: `Gift refused: ${reason.trim()}` }],
    deliveries: tellProposer(file, gift, by, reason.trim()),
  };
}

/** It could not be delivered: once more, with the same words and the same code. @throws {NotPossible} */
export function tryAgain(file: CaseFile, giftId: number | null, by: string, policy: Policy): Change {
  assertMayGive(file, by, policy);
  const gift = file.gifts.find((each) => each.giftId === giftId && each.state === 'failed');
  const reply = file.replies.findLast((each) => each.giftId === giftId && each.state === 'failed');
  if (!gift || !reply) throw new NotPossible('This gift has arrived, or is on its way.');
  return {
    replyStates: [{ replyId: reply.replyId, state: 'queued' }],
    history: [{ action: 'gift_tried_again', actorId: by, detail: { gift: gift.key } }],
  };
}

function waiting(file: CaseFile, giftId: number | null, by: string): Gift {
  const found = file.gifts.findLast((each) =>
    giftId === null ? each.state === 'proposed' : each.giftId === giftId,
  );
  if (!found) throw new NotPossible('No gift of this case waits for a yes or no.');
  if (found.state === 'refused') throw new NotPossible('This gift was refused already; nothing was sent.');
  if (found.state === 'withdrawn') throw new NotPossible('This gift was taken back; nothing was sent.');
  if (found.state !== 'proposed') throw new NotPossible('This gift was approved already; it goes out once.');
  if (found.proposedBy === by)
    throw new NotPossible('You proposed this gift yourself, so somebody else has to decide.');
  if (file.case.member.userId === by) throw new NotPossible('Nobody decides about a gift to themselves.');
  return found;
}

function tellProposer(
  file: CaseFile,
  { giftId, proposedBy }: Gift,
  by: string,
  reason: string | null,
): NonNullable<Change['deliveries']> {
  if (proposedBy === null) return [];
  const { workspaceId, member } = file.case;
  return [
    {
      key: `gift-decided-${giftId}`,
      place: { type: 'dm', workspaceId, userId: proposedBy },
      body: {
        type: 'notice',
        title: reason === null ? 'Your gift was approved' : 'Your gift was refused',
        blocks: [
          {
            type: 'paragraph',
            children: [
              { type: 'person', userId: by, ping: false },
              {
                type: 'text',
                text:
                  reason === null
                    ? ` said yes. It is on its way to ${member.name}.`
                    : ' said no. Nothing was sent. The reason:',
              },
            ],
          },
          ...(reason === null
            ? []
            : [{ type: 'quote' as const, children: [{ type: 'text' as const, text: reason }] }]),
        ],
      },
    },
  ];
}
