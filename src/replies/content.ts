import { isBarred } from '../cases/access.ts';
import type { CaseFile, Reply } from '../cases/case.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import { departmentReminderCard } from '../cases/cards/department-reminder.ts';
import { evidenceWithdrawn } from '../cases/cards/evidence.ts';
import { escalationCard } from '../cases/cards/escalation.ts';
import { approvalCard } from '../cases/cards/gift-approval.ts';
import { noticeCard } from '../cases/cards/notice.ts';
import { praiseCard } from '../cases/cards/praise.ts';
import { restrictedCard, withdrawnCard } from '../cases/cards/restricted.ts';
import { reminderCard } from '../cases/cards/reminder.ts';
import { triageCard } from '../cases/cards/triage.ts';
import type { View } from '../cases/cards/view.ts';
import { isRestricted } from '../cases/exclude.ts';
import { readerOf } from '../chat/account.ts';
import type { Card, Content } from '../chat/card.ts';
import type { Place } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import { closingBelow } from './closing.ts';
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
  // It is posted with its files by say-evidence; drawn again, it has to go.
  if (view && body.type === 'evidence') return { type: 'card', card: evidenceWithdrawn(view) };
  if (view && body.type !== 'reply') {
    const { file } = view;
    if (place.type === 'channel' && isRestricted(file))
      return {
        type: 'card',
        card: restrictedCard(view, body.type === 'reminder' || body.type === 'approval'),
      };
    const reader = readerOf(place, view.workspace.id);
    if (reader !== null && isBarred(view.workspace, file, reader))
      return { type: 'card', card: withdrawnCard() };
  }
  if (body.type === 'notice') return { type: 'card', card: noticeCard(body, view) };
  if (!view) throw new AppError('TARGET_GONE', 'The case this belongs to no longer exists.', 'never');
  switch (body.type) {
    case 'reply':
      return replyContent(view, approvedReply(view.file, body.replyId), compose, code);
    case 'hint':
      throw new AppError('WOULD_LEAK', 'A hint is about no case.', 'never');
    case 'evidence':
    case 'digest':
    case 'topic':
    case 'to_do':
      throw new AppError('TARGET_GONE', 'This is of no single case.', 'never');
    case 'praise':
      return { type: 'card', card: praiseCard(view) };
    case 'approval':
      return { type: 'card', card: approvalCard(view, body.giftId, (markdown) => compose.parse(markdown)) };
    case 'triage':
      return { type: 'card', card: triageCard(view, compose) };
    case 'escalation':
      return { type: 'card', card: escalationCard(view, body.department, body.cc) };
    case 'reminder':
      return { type: 'card', card: reminderIn(view, body, place, compose) };
    case 'reminders':
      throw new AppError('WOULD_LEAK', 'Reminders are drawn for each of their cases.', 'never');
  }
}

function reminderIn(
  view: View,
  { clock, step, personId, rang, department, people = [] }: Extract<DeliveryBody, { type: 'reminder' }>,
  place: Place,
  compose: Composer,
): Card {
  const running = view.file.clocks.find(({ clockId }) => clockId === rang?.clockId);
  if (department !== undefined)
    return departmentReminderCard(view, department, people, running?.startedAt ?? null);
  return reminderCard(
    view,
    { clock, step, rang: rang ?? null, running: running ?? null },
    {
      reader: readerOf(place, view.workspace.id),
      mention: place.type === 'channel' && personId ? personId : null,
    },
    (markdown) => compose.parse(markdown),
  );
}

function replyContent(view: View, reply: Reply, compose: Composer, code: string | null): Content {
  const blocks = compose.parse(reply.markdown);
  return {
    type: 'reply',
    blocks: code === null ? blocks : withCode(blocks, code),
    ...(reply.purpose === 'community' && { title: titleIn(blocks) }),
    ...belowOf(view, reply, compose),
  };
}

/** A question to the member is one of the two, never both. */
function belowOf(view: View, reply: Reply, compose: Composer) {
  return reply.purpose === 'closing'
    ? closingBelow(view, reply, compose)
    : consentBelow(view, reply, compose);
}

function approvedReply(file: CaseFile, replyId: number): Reply {
  const reply = file.replies.find((each) => each.replyId === replyId);
  const gift = file.gifts.find(({ giftId }) => giftId === reply?.giftId);
  const isGiftOff = gift && ['proposed', 'refused', 'withdrawn'].includes(gift.state);
  if (!isGiftOff && (reply?.state === 'queued' || reply?.state === 'sent')) return reply;
  throw new AppError('WOULD_LEAK', 'A reply that nobody approved was about to be sent; it was not.', 'never');
}
