import { isBarred } from '../cases/access.ts';
import type { CaseFile, DeliveryBody, NewDelivery } from '../cases/case.ts';
import { caretakers } from '../cases/clocks.ts';
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
    return triageBroken(troubleId, reason, workspace);
  switch (body.type) {
    case 'reminder':
      return [{ key, place: triage, body }];
    case 'reply':
      return [withoutReply(key, triage, file, reason)];
    case 'escalation':
      return [
        withoutDepartment(`department-broken-${troubleId}`, triage, body.department, reason, workspace),
      ];
    case 'notice':
      if (place.type !== 'dm') return [];
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

function withoutReply(key: string, triage: Place, file: CaseFile | null, reason: AppError): NewDelivery {
  return notice(key, triage, 'The member has not received the answer', [
    paragraph(
      `The answer to ${file?.case.member.name ?? 'the member'} could not be delivered. `,
      reason.message,
    ),
    paragraph(
      'Nothing was posted anywhere else. Please reach them another way, or send it again with Reply.',
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
function triageBroken(troubleId: number, reason: AppError, { id, handler }: WorkspacePolicy): NewDelivery[] {
  if (handler === undefined) return [];
  return [
    notice(
      `triage-broken-${troubleId}`,
      { type: 'dm', workspaceId: id, userId: handler },
      'I cannot post in the triage channel',
      [
        paragraph('Cases are recorded, but their cards cannot be posted. ', reason.message),
        paragraph('The cards follow by themselves as soon as that is put right.'),
      ],
    ),
  ];
}

function notice(
  key: string,
  place: Place,
  title: string,
  blocks: Extract<DeliveryBody, { type: 'notice' }>['blocks'],
): NewDelivery {
  return { key, place, body: { type: 'notice', title, blocks } };
}
