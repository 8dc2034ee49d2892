import { isBarred } from '../cases/access.ts';
import type { CaseFile, DeliveryBody, Reply } from '../cases/case.ts';
import { escalationCard } from '../cases/cards/escalation.ts';
import { approvalCard } from '../cases/cards/gift-approval.ts';
import { noticeCard } from '../cases/cards/notice.ts';
import { praiseCard } from '../cases/cards/praise.ts';
import { restrictedCard, withdrawnCard } from '../cases/cards/restricted.ts';
import { reminderCard } from '../cases/cards/reminder.ts';
import { triageCard } from '../cases/cards/triage.ts';
import type { View } from '../cases/cards/view.ts';
import { isRestricted } from '../cases/exclude.ts';
import type { Content } from '../chat/card.ts';
import type { Place } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import type { Composer } from './composer.ts';
import { consentBelow } from './consent.ts';
import { titleIn } from './title-in.ts';
import { withCode } from './with-code.ts';

type Posted = Exclude<DeliveryBody, { type: 'receipt' }>;

/**
 * What a delivery says, drawn from the record as it is now. The only place where text for a member is made into
 * something that can be posted: `reply` comes from an approved reply and nothing else.
 * @param code of the gift a reply brings, at the moment it is delivered
 */
export function contentOf(
  body: Posted,
  place: Place,
  view: View | null,
  compose: Composer,
  code: string | null = null,
): Content {
  if (view && body.type !== 'reply') {
    const { file } = view;
    if (place.type === 'channel' && isRestricted(file))
      return {
        type: 'card',
        card: restrictedCard(view, body.type === 'reminder' || body.type === 'approval'),
      };
    if (place.type === 'dm' && isBarred(view.workspace, file, place.userId))
      return { type: 'card', card: withdrawnCard() };
  }
  if (body.type === 'notice') return { type: 'card', card: noticeCard(body, view) };
  if (!view) throw new AppError('TARGET_GONE', 'The case this belongs to no longer exists.', 'never');
  switch (body.type) {
    case 'reply': {
      const reply = approvedReply(view.file, body.replyId);
      const blocks = compose.parse(reply.markdown);
      return {
        type: 'reply',
        blocks: code === null ? blocks : withCode(blocks, code),
        ...(reply.purpose === 'community' && { title: titleIn(blocks) }),
        ...consentBelow(view, reply, compose),
      };
    }
    case 'praise':
      return { type: 'card', card: praiseCard(view) };
    case 'approval':
      return { type: 'card', card: approvalCard(view, body.giftId, (markdown) => compose.parse(markdown)) };
    case 'triage':
      return { type: 'card', card: triageCard(view, compose) };
    case 'escalation':
      return { type: 'card', card: escalationCard(view, body.department, body.cc) };
    case 'reminder': {
      const mention = place.type === 'channel' && body.personId ? body.personId : null;
      return { type: 'card', card: reminderCard(view, body.clock, body.step, mention) };
    }
  }
}

function approvedReply(file: CaseFile, replyId: number): Reply {
  const reply = file.replies.find((each) => each.replyId === replyId);
  const gift = file.gifts.find(({ giftId }) => giftId === reply?.giftId);
  const isGiftOff = gift && ['proposed', 'refused', 'withdrawn'].includes(gift.state);
  if (!isGiftOff && (reply?.state === 'queued' || reply?.state === 'sent')) return reply;
  throw new AppError('WOULD_LEAK', 'A reply that nobody approved was about to be sent; it was not.', 'never');
}
