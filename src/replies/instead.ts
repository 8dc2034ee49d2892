import { isBarred } from '../cases/access.ts';
import type { CaseFile, DeliveryBody, NewDelivery, ReplyPart } from '../cases/case.ts';
import { caretakers } from '../cases/clocks.ts';
import { wordPlaces } from '../cases/word-places.ts';
import type { Place } from '../chat/ref.ts';
import { paragraph, person } from '../chat/rich.ts';
import type { AppError } from '../errors.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';

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
  const triage: Place = { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage };
  const key = `instead-${deliveryId}`;
  if (body.type === 'receipt') return withoutReceipt(key, body, file, reason, workspace);
  if (body.type !== 'reply' && file && place.type === 'dm' && isBarred(workspace, file, place.userId))
    return toOthers(key, body, file, triage, workspace);
  if (place.type === 'channel' && place.channelId === workspace.triage)
    return triageBroken(troubleId, file, reason, workspace);
  switch (body.type) {
    case 'reminder':
      return [{ key, place: triage, body }];
    case 'approval':
      // However many of those who decide cannot be reached: the moderators see one card.
      return [{ key: `approval-instead-${body.giftId}`, place: triage, body }];
    case 'reply': {
      const purpose = file?.replies.find(({ replyId }) => replyId === body.replyId)?.purpose;
      if (purpose === 'community' || purpose === 'thanks')
        return [withoutHelpers(key, triage, purpose, reason)];
      const to = wordPlaces(file, workspace);
      return to.map((each, index) => withoutReply(nth(key, index), each, file, reason, body.part));
    }
    case 'praise':
      return place.type === 'dm' ? [withoutPraise(key, triage, place.userId)] : [];
    case 'escalation':
      return [
        withoutDepartment(`department-broken-${troubleId}`, triage, body.department, reason, workspace),
      ];
    case 'notice':
      if (place.type !== 'dm' || body.confidential) return [];
      return [
        notice(key, triage, body.title, [
          paragraph('For ', person(place.userId), ', who cannot be reached by direct message:'),
          ...body.blocks,
        ]),
      ];
    case 'triage':
      return [];
  }
}

function withoutReply(
  key: string,
  to: Place,
  file: CaseFile | null,
  reason: AppError,
  part: ReplyPart | undefined,
): NewDelivery {
  const who = file?.case.member.name ?? 'the member';
  if (!part)
    return notice(key, to, 'The member has not received the answer', [
      paragraph(`The answer to ${who} could not be delivered. `, reason.message),
      paragraph(
        'Nothing was posted anywhere else. Please reach them another way, or send it again with Reply.',
      ),
    ]);
  return notice(key, to, 'The member has received only a part of the answer', [
    paragraph(
      `The answer to ${who} is ${part.of} messages long. The first ${part.index === 1 ? 'one has' : `${part.index} have`} arrived, the rest could not be delivered. `,
      reason.message,
    ),
    paragraph(
      'Nothing was posted anywhere else. Please reach them another way, or send the rest with Reply.',
    ),
  ]);
}

/** What was meant for the helpers of the community. */
function withoutHelpers(
  key: string,
  triage: Place,
  purpose: 'community' | 'thanks',
  reason: AppError,
): NewDelivery {
  if (purpose === 'thanks')
    return notice(key, triage, 'The helper has not been thanked', [
      paragraph('The thanks could not be posted below the question to the helpers. ', reason.message),
      paragraph('Please thank them yourself.'),
    ]);
  return notice(key, triage, 'The community could not be asked', [
    paragraph('The question could not be posted in the helpers channel. ', reason.message),
    paragraph(
      'The case goes on without them: the departments of its kind have it now, unless only leads may see it.',
    ),
  ]);
}

function withoutPraise(key: string, triage: Place, userId: string): NewDelivery {
  return notice(key, triage, 'Kind words did not arrive', [
    paragraph(
      person(userId),
      ' cannot be reached by direct message. Please pass the kind words on yourself.',
    ),
  ]);
}

/** Meant for somebody whom the case is not for (any more): those who look after it now hear of it. */
function toOthers(
  key: string,
  body: DeliveryBody,
  file: CaseFile,
  triage: Place,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const people = caretakers(file, workspace);
  const places: Place[] =
    people.length > 0
      ? people.map((userId) => ({ type: 'dm', workspaceId: workspace.id, userId }))
      : [triage];
  return places.map((place, index) => {
    const own = `${key}-${index}`;
    if (body.type === 'reminder')
      return { key: own, place, body: { ...body, personId: place.type === 'dm' ? place.userId : '' } };
    return notice(own, place, 'Please have a look', [
      paragraph(
        'Word of this case was meant for somebody whom it is not for any more. Open shows how it stands.',
      ),
    ]);
  });
}

function withoutDepartment(
  key: string,
  triage: Place,
  department: string,
  reason: AppError,
  { departments }: WorkspacePolicy,
): NewDelivery {
  const name = departments[department]?.name ?? department;
  return notice(key, triage, 'A department could not be reached', [
    paragraph(`Escalations to ${name} cannot be posted. `, reason.message),
    paragraph('They are tried again every minute until they arrive.'),
  ]);
}

/** The flagger is told what the 👀 would have said. */
function withoutReceipt(
  key: string,
  { present, emoji, reporterId }: Extract<DeliveryBody, { type: 'receipt' }>,
  file: CaseFile | null,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const { id } = workspace;
  if (!present || reason.code === 'TARGET_GONE') return [];
  if (file && isBarred(workspace, file, reporterId)) return [];
  return [
    notice(key, { type: 'dm', workspaceId: id, userId: reporterId }, 'Your flag is recorded', [
      paragraph(
        `Thank you, it is recorded. I could not put ${emoji} on the message itself. `,
        reason.message,
      ),
    ]),
  ];
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
      'I cannot post in the triage channel',
      [
        paragraph('Cases are recorded, but their cards cannot be posted. ', reason.message),
        paragraph('The cards follow by themselves as soon as that is put right.'),
      ],
    ),
  );
}

/** One of several that say the same to different people. */
function nth(key: string, index: number): string {
  return index === 0 ? key : `${key}-${index}`;
}

function notice(
  key: string,
  place: Place,
  title: string,
  blocks: Extract<DeliveryBody, { type: 'notice' }>['blocks'],
): NewDelivery {
  return { key, place, body: { type: 'notice', title, blocks } };
}
