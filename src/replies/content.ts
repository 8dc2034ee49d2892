import type { CaseFile, DeliveryBody } from '../cases/case.ts';
import { escalationCard } from '../cases/cards/escalation.ts';
import { noticeCard } from '../cases/cards/notice.ts';
import { restrictedCard, withdrawnCard } from '../cases/cards/restricted.ts';
import { reminderCard } from '../cases/cards/reminder.ts';
import { triageCard } from '../cases/cards/triage.ts';
import type { View } from '../cases/cards/view.ts';
import { isRestricted } from '../cases/exclude.ts';
import type { Content } from '../chat/card.ts';
import type { Place } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import type { Composer } from './composer.ts';

type Posted = Exclude<DeliveryBody, { type: 'receipt' }>;

/**
 * What a delivery says, drawn from the record as it is now. The only place where text for a member is made into
 * something that can be posted: `reply` comes from an approved reply and nothing else.
 */
export function contentOf(body: Posted, place: Place, view: View | null, compose: Composer): Content {
  if (view && body.type !== 'reply') {
    const { file } = view;
    if (place.type === 'channel' && isRestricted(file))
      return { type: 'card', card: restrictedCard(view, body.type === 'reminder') };
    if (place.type === 'dm' && file.excluded.some(({ userId }) => userId === place.userId))
      return { type: 'card', card: withdrawnCard() };
  }
  if (body.type === 'notice') return { type: 'card', card: noticeCard(body, view) };
  if (!view) throw new AppError('TARGET_GONE', 'The case this belongs to no longer exists.', 'never');
  switch (body.type) {
    case 'reply':
      return { type: 'reply', blocks: compose.parse(approvedReply(view.file, body.replyId)) };
    case 'triage':
      return { type: 'card', card: triageCard(view, (markdown) => compose.parse(markdown)) };
    case 'escalation':
      return { type: 'card', card: escalationCard(view, body.department, body.cc) };
    case 'reminder': {
      const mention = place.type === 'channel' && body.personId ? body.personId : null;
      return { type: 'card', card: reminderCard(view, body.clock, body.step, mention) };
    }
  }
}

function approvedReply(file: CaseFile, replyId: number): string {
  const reply = file.replies.find((each) => each.replyId === replyId);
  if (reply?.state === 'queued' || reply?.state === 'sent') return reply.markdown;
  throw new AppError('WOULD_LEAK', 'A reply that nobody approved was about to be sent; it was not.', 'never');
}
