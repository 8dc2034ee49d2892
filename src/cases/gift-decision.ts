import { NotPossible } from '../errors.ts';
import type { CaseFile, Gift } from './case.ts';
import type { Change } from './change.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { assertMayGive } from './gift.ts';
import { noticeTo } from './notice.ts';
import { paragraph, person, text } from '../chat/rich.ts';
import { textsOf } from '../texts/index.ts';

/** Somebody else says yes: it is sent at once. @throws {NotPossible} */
export function approve(
  file: CaseFile,
  giftId: number | null,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
): Change {
  const gift = waiting(file, giftId, by);
  // The case may have become one of another kind since it was proposed.
  assertMayGive(file, by, policy);
  const reply = file.replies.findLast((each) => each.giftId === gift.giftId && each.state === 'draft');
  if (!reply) throw new NotPossible(({ rules }) => rules.gifts.wordsGone);
  return {
    giftDecisions: [{ giftId: gift.giftId, state: 'approved', by }],
    replyStates: [{ replyId: reply.replyId, state: 'queued' }],
    ...(file.case.state === 'new' && { set: { state: 'open' as const } }),
    history: [{ action: 'gift_approved', actorId: by, detail: { gift: gift.key } }],
    deliveries: tellProposer(file, gift, by, null, workspace),
  };
}

/** Somebody else says no: nothing is sent, and the code can be given to somebody else. @throws {NotPossible} */
export function refuse(
  file: CaseFile,
  giftId: number | null,
  reason: string,
  by: string,
  workspace: WorkspacePolicy,
): Change {
  const gift = waiting(file, giftId, by);
  if (!reason.trim()) throw new NotPossible(({ rules }) => rules.gifts.whyRefused);
  return {
    giftDecisions: [{ giftId: gift.giftId, state: 'refused', by }],
    replyStates: file.replies
      .filter((each) => each.giftId === gift.giftId && each.state === 'draft')
      .map(({ replyId }) => ({ replyId, state: 'discarded' as const })),
    history: [{ action: 'gift_refused', actorId: by, detail: { gift: gift.key } }],
    notes: [{ authorId: by, text: textsOf(workspace).rules.gifts.refusedNote(reason.trim()) }],
    deliveries: tellProposer(file, gift, by, reason.trim(), workspace),
  };
}

/** It could not be delivered: once more, with the same words and the same code. @throws {NotPossible} */
export function tryAgain(file: CaseFile, giftId: number | null, by: string, policy: Policy): Change {
  assertMayGive(file, by, policy);
  const gift = file.gifts.find((each) => each.giftId === giftId && each.state === 'failed');
  const reply = file.replies.findLast((each) => each.giftId === giftId && each.state === 'failed');
  if (!gift || !reply) throw new NotPossible(({ rules }) => rules.gifts.arrived);
  return {
    replyStates: [{ replyId: reply.replyId, state: 'queued' }],
    history: [{ action: 'gift_tried_again', actorId: by, detail: { gift: gift.key } }],
  };
}

function waiting(file: CaseFile, giftId: number | null, by: string): Gift {
  const found = file.gifts.findLast((each) =>
    giftId === null ? each.state === 'proposed' : each.giftId === giftId,
  );
  if (!found) throw new NotPossible(({ rules }) => rules.gifts.noneWaits);
  if (found.state === 'refused') throw new NotPossible(({ rules }) => rules.gifts.refused);
  if (found.state === 'withdrawn') throw new NotPossible(({ rules }) => rules.gifts.withdrawn);
  if (found.state !== 'proposed') throw new NotPossible(({ rules }) => rules.gifts.approved);
  if (found.proposedBy === by) throw new NotPossible(({ rules }) => rules.gifts.ownProposal);
  if (file.case.member.userId === by) throw new NotPossible(({ rules }) => rules.gifts.ownGift);
  return found;
}

function tellProposer(
  file: CaseFile,
  { giftId, proposedBy }: Gift,
  by: string,
  reason: string | null,
  workspace: WorkspacePolicy,
): NonNullable<Change['deliveries']> {
  if (proposedBy === null) return [];
  const { workspaceId, member } = file.case;
  const who = person(by);
  const place = { type: 'dm' as const, workspaceId, userId: proposedBy };
  const body = noticeTo(place, workspace, ({ rules: { gifts } }) => ({
    title: reason === null ? gifts.approvedTitle : gifts.refusedTitle,
    blocks:
      reason === null
        ? [paragraph(...gifts.saidYes(who, member.name))]
        : [paragraph(...gifts.saidNo(who)), { type: 'quote', children: [text(reason)] }],
  }));
  return [{ key: `gift-decided-${giftId}`, place, body }];
}
