import { isBarred } from '../cases/access.ts';
import type { CaseFile, Reply } from '../cases/case.ts';
import type { DeliveryBody } from '../cases/delivery.ts';
import { copiedCard, copyCard } from '../cases/cards/copy.ts';
import { departmentReminderCard } from '../cases/cards/department-reminder.ts';
import { evidenceWithdrawn } from '../cases/cards/evidence.ts';
import { escalationCard } from '../cases/cards/escalation.ts';
import { approvalCard } from '../cases/cards/gift-approval.ts';
import { managementCard } from '../cases/cards/management.ts';
import { noticeCard } from '../cases/cards/notice.ts';
import { praiseCard } from '../cases/cards/praise.ts';
import { restrictedCard, withdrawnCard } from '../cases/cards/restricted.ts';
import { reminderCard } from '../cases/cards/reminder.ts';
import { triageCard } from '../cases/cards/triage.ts';
import { textsFor, type View } from '../cases/cards/view.ts';
import { isCc } from '../cases/cc.ts';
import { isRestricted } from '../cases/exclude.ts';
import { readersOf } from '../cases/leaks.ts';
import { hasLostRole } from '../cases/lost-role.ts';
import { readerOf } from '../chat/account.ts';
import type { Card, CardFile, Content } from '../chat/card.ts';
import type { Place } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import { closingBelow } from './closing.ts';
import type { Composer } from './composer.ts';
import { consentBelow } from './consent.ts';
import { languageAt } from './reader.ts';
import { threadTitle, titleIn } from './title-in.ts';
import { withCode } from './with-code.ts';

type Posted = Exclude<DeliveryBody, { type: 'receipt' }>;

/**
 * What a delivery says, drawn from the record as it is now. The only place where text for a member is made into
 * something that can be posted: `reply` comes from an approved reply and nothing else.
 * @param code of the gift a reply brings, at the moment it is delivered
 * @param files that come with a notice
 */
export function contentOf(
  body: Posted,
  place: Place,
  view: View | null,
  compose: Composer,
  code: string | null = null,
  files: readonly CardFile[] = [],
): Content {
  return contentIn(body, place, view && spokenAt(view, place), compose, { code, files });
}

/** In the language of its one reader, where it is known, else of the community it is posted in. */
function spokenAt(view: View, place: Place): View {
  return { ...view, locale: view.locale ?? languageAt(place, view) };
}

function contentIn(
  body: Posted,
  place: Place,
  view: View | null,
  compose: Composer,
  { code, files }: { code: string | null; files: readonly CardFile[] },
): Content {
  const kept = view && body.type !== 'reply' ? keptFrom(body, place, view) : null;
  if (kept) return { type: 'card', card: kept };
  if (body.type === 'notice') return { type: 'card', card: withFiles(noticeCard(body, view), files, view) };
  if (!view) throw new AppError('TARGET_GONE', ({ says }) => says.reasons.noCase, 'never');
  switch (body.type) {
    case 'reply':
      return replyContent(view, approvedReply(view.file, body.replyId), compose, code);
    case 'hint':
      throw new AppError('WOULD_LEAK', 'A hint is about no case.', 'never');
    case 'evidence':
    case 'digest':
    case 'topic':
    case 'hot_thread':
    case 'to_do':
    case 'table':
      throw new AppError('TARGET_GONE', 'This is of no single case.', 'never');
    case 'management':
      return { type: 'card', card: managementCard(view, body.why) };
    case 'copy':
      return { type: 'card', card: place.type === 'dm' ? copiedCard(view) : copyCard(view) };
    case 'followed':
      throw new AppError('WOULD_LEAK', 'What is followed is drawn for each of its cases.', 'never');
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

/** What stands there in the place of a case that its readers there must not see; null where they may. */
function keptFrom(body: Exclude<Posted, { type: 'reply' }>, place: Place, view: View): Card | null {
  const { file } = view;
  // It is posted with its files by say-evidence; drawn again, it has to go.
  if (body.type === 'evidence') return evidenceWithdrawn(view);
  if (body.type === 'copy' && !isCc(file, place)) return withdrawnCard(textsFor(view));
  if ((place.type === 'channel' || place.type === 'thread') && isRestricted(file))
    return restrictedCard(view, body.type === 'reminder' || body.type === 'approval');
  const reader = readerOf(place, view.workspace.id);
  const isLost = reader !== null && readersOf(body) === 'staff' && hasLostRole(file, reader);
  const isKept = isLost || (reader !== null && isBarred(view.workspace, file, reader));
  return isKept ? withdrawnCard(textsFor(view)) : null;
}

function withFiles(card: Card, files: readonly CardFile[], view: View | null): Card {
  if (files.length === 0) return card;
  return { ...card, files: [...files], ...(view && { language: textsFor(view).common.code }) };
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
  const title = reply.purpose === 'community' ? titleIn(blocks) : threadTitle(view.file, reply.place);
  return {
    type: 'reply',
    blocks: code === null ? blocks : withCode(blocks, code),
    ...(title !== null && { title }),
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
  throw new AppError('WOULD_LEAK', ({ says }) => says.leaks.unapproved, 'never');
}
