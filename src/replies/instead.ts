import { isBarred } from '../cases/access.ts';
import type { CaseFile } from '../cases/case.ts';
import type { DeliveryBody, NewDelivery } from '../cases/delivery.ts';
import { caretakers } from '../cases/caretakers.ts';
import { noticeTo } from '../cases/notice.ts';
import { topicInstead } from '../cases/topics/raise.ts';
import { wordPlaces } from '../cases/word-places.ts';
import { idIn, readerOf } from '../chat/account.ts';
import { isMail } from '../chat/mail.ts';
import type { Place } from '../chat/ref.ts';
import { paragraph } from '../chat/rich.ts';
import type { AppError } from '../errors.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { insteadForReaders, isForReaders } from './instead-for-readers.ts';
import {
  notice,
  withoutDepartment,
  withoutDigest,
  withoutEvidence,
  withoutHelpers,
  withoutPraise,
  withoutReply,
  withoutNotice,
} from './undelivered.ts';

interface Undeliverable {
  deliveryId: number;
  place: Place;
  body: DeliveryBody;
}

/**
 * What is said, and where, when something cannot be delivered for good: nothing disappears in silence, nothing goes public instead.
 * @param troubleId what is in the way: of one trouble people are told once, however much it stops
 */
export function instead(
  delivery: Undeliverable,
  file: CaseFile | null,
  reason: AppError,
  workspace: WorkspacePolicy,
  troubleId: number,
): NewDelivery[] {
  const { body, place, deliveryId } = delivery;
  const triage = { type: 'channel' as const, workspaceId: workspace.id, channelId: workspace.triage };
  const key = `instead-${deliveryId}`;
  if (body.type === 'receipt') return withoutReceipt(key, body, file, reason, workspace);
  if (isForReaders(body)) return insteadForReaders(key, { body, place }, file, reason, workspace);
  if (file && isForOthers(delivery, file, reason, workspace))
    return toOthers(key, delivery, file, triage, workspace);
  if (isAt(place, triage)) return triageBroken(troubleId, file, reason, workspace);
  if (body.type === 'topic') return topicInstead(body, place, triage);
  switch (body.type) {
    case 'reminder':
      return [{ key, place: triage, body: ofNoDepartment(body) }];
    case 'approval':
      // However many of those who decide cannot be reached: the moderators see one card.
      return [{ key: `approval-instead-${body.giftId}`, place: triage, body }];
    case 'reply':
      return withoutAnswer(key, body, file, reason, workspace);
    case 'praise':
      return place.type === 'dm' ? [withoutPraise(key, triage, idIn(workspace.id, place), workspace)] : [];
    case 'escalation':
    case 'evidence':
      return [
        ofDepartment({ key, triage, byMail: isMail(place.workspaceId) }, body, reason, workspace, troubleId),
      ];
    case 'notice':
      return withoutNotice(key, triage, body, place, reason, workspace);
    case 'digest':
      return [withoutDigest(key, triage, reason, workspace)];
    case 'to_do':
    case 'table':
    case 'hot_thread':
    case 'triage':
    case 'hint':
    // Each of its cases by itself: see instead-of-reminders.
    case 'reminders':
      return [];
  }
}

function withoutAnswer(
  key: string,
  { replyId, part }: Extract<DeliveryBody, { type: 'reply' }>,
  file: CaseFile | null,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const purpose = file?.replies.find((reply) => reply.replyId === replyId)?.purpose;
  if (purpose === 'community' || purpose === 'thanks')
    return [
      withoutHelpers(
        key,
        { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
        purpose,
        reason,
        workspace,
      ),
    ];
  const to = wordPlaces(file, workspace);
  return to.map((each, index) =>
    withoutReply(nth(key, index), each, file, reason, part, purpose === 'closing', workspace),
  );
}

function isAt(place: Place, { workspaceId, channelId }: Extract<Place, { type: 'channel' }>): boolean {
  return place.type === 'channel' && place.workspaceId === workspaceId && place.channelId === channelId;
}

/** A card that cannot be posted is told of once for what is in the way, its files for each case. */
function ofDepartment(
  { key, triage, byMail }: { key: string; triage: Place; byMail: boolean },
  { type, department }: Extract<DeliveryBody, { type: 'escalation' | 'evidence' }>,
  reason: AppError,
  workspace: WorkspacePolicy,
  troubleId: number,
): NewDelivery {
  return type === 'evidence'
    ? withoutEvidence(key, triage, department, reason, workspace)
    : withoutDepartment(`department-broken-${troubleId}`, triage, department, reason, workspace, byMail);
}

/** A department that cannot be asked: the moderators read what any reminder says. */
function ofNoDepartment({
  department: _department,
  people: _people,
  ...body
}: Extract<DeliveryBody, { type: 'reminder' }>): DeliveryBody {
  return body;
}

/** Whom it was meant for is kept out of the case, or has lost the role that let them see it. */
function isForOthers(
  { body, place }: Undeliverable,
  file: CaseFile,
  reason: AppError,
  workspace: WorkspacePolicy,
): boolean {
  if (body.type === 'reply' || place.type !== 'dm') return false;
  if (isBarred(workspace, file, idIn(workspace.id, place))) return true;
  return reason.code === 'WOULD_LEAK' && !(body.type === 'notice' && body.confidential);
}

/** Meant for somebody whom the case is not for (any more): the others who look after it now hear of it. */
function toOthers(
  key: string,
  { body, place: missed }: Undeliverable,
  file: CaseFile,
  triage: Place,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const people = caretakers(file, workspace).filter((userId) => userId !== readerOf(missed, workspace.id));
  const places: Place[] =
    people.length > 0
      ? people.map((userId) => ({ type: 'dm', workspaceId: workspace.id, userId }))
      : [triage];
  return places.map((place, index) => {
    const own = `${key}-${index}`;
    if (body.type === 'reminder')
      return { key: own, place, body: { ...body, personId: place.type === 'dm' ? place.userId : '' } };
    return notice(own, place, workspace, ({ says }) => {
      const { title, why } = says.undelivered.toOthers;
      return { title, blocks: [paragraph(why)] };
    });
  });
}

/** The flagger is told what the 👀 would have said. */
function withoutReceipt(
  key: string,
  { present, emoji, reporterId }: Extract<DeliveryBody, { type: 'receipt' }>,
  file: CaseFile | null,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  if (!present || reason.code === 'TARGET_GONE') return [];
  if (file && isBarred(workspace, file, reporterId)) return [];
  const place = { type: 'dm' as const, workspaceId: workspace.id, userId: reporterId };
  const said = noticeTo(place, workspace, (texts) => {
    const { title, noEmoji } = texts.says.undelivered.receipt;
    return { title, blocks: [paragraph(noEmoji(emoji), reason.in(texts))] };
  });
  return [{ key, place, body: { ...said, toFlagger: true } }];
}

/** The moderator channel itself cannot be reached: the handler is told. */
function triageBroken(
  troubleId: number,
  file: CaseFile | null,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const { id, handler } = workspace;
  const isTheirs = handler !== undefined && !(file && isBarred(workspace, file, handler));
  // The words come with the case they stopped: where that is not for the handler, its own people hear of it.
  const people = isTheirs ? [handler] : handler !== undefined && file ? caretakers(file, workspace) : [];
  return people.map((userId, index) =>
    notice(
      nth(`triage-broken-${troubleId}`, index),
      { type: 'dm', workspaceId: id, userId },
      workspace,
      (texts) => {
        const { title, failed, follows } = texts.says.undelivered.triage;
        return { title, blocks: [paragraph(failed, reason.in(texts)), paragraph(follows)] };
      },
    ),
  );
}

/** One of several that say the same to different people. */
function nth(key: string, index: number): string {
  return index === 0 ? key : `${key}-${index}`;
}
