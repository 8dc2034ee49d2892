import type { CaseFile, DeliveryBody, NewDelivery } from '../cases/case.ts';
import type { Place } from '../chat/ref.ts';
import { paragraph, person } from '../chat/rich.ts';
import type { AppError } from '../errors.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';

interface Undeliverable {
  deliveryId: number;
  place: Place;
  body: DeliveryBody;
  firstTriedAt: Date | null;
}

/** What is said, and where, when something cannot be delivered for good: nothing disappears in silence, nothing goes public instead. */
export function instead(
  delivery: Undeliverable,
  file: CaseFile | null,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const { body, place, deliveryId } = delivery;
  const triage: Place = { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage };
  const key = `instead-${deliveryId}`;
  if (body.type === 'receipt') return withoutReceipt(key, body, reason, workspace);
  if (place.type === 'channel' && place.channelId === workspace.triage)
    return triageBroken(delivery, reason, workspace);
  switch (body.type) {
    case 'reminder':
      return [{ key, place: triage, body }];
    case 'reply':
      return [
        notice(key, triage, 'The member has not received the answer', [
          paragraph(
            `The answer to ${file?.case.member.name ?? 'the member'} could not be delivered. `,
            reason.message,
          ),
          paragraph(
            'Nothing was posted anywhere else. Please reach them another way, or send it again with Reply.',
          ),
        ]),
      ];
    case 'escalation':
      return [withoutDepartment(key, triage, body.department, reason, workspace)];
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

function withoutDepartment(
  key: string,
  triage: Place,
  department: string,
  reason: AppError,
  { departments }: WorkspacePolicy,
): NewDelivery {
  const name = departments[department]?.name ?? department;
  return notice(key, triage, 'A department could not be reached', [
    paragraph(`The escalation to ${name} could not be posted. `, reason.message),
    paragraph('It is tried again every minute until it arrives.'),
  ]);
}

/** The flagger is told what the 👀 would have said. */
function withoutReceipt(
  key: string,
  { present, emoji, reporterId }: Extract<DeliveryBody, { type: 'receipt' }>,
  reason: AppError,
  { id }: WorkspacePolicy,
): NewDelivery[] {
  if (!present || reason.code === 'TARGET_GONE') return [];
  return [
    notice(key, { type: 'dm', workspaceId: id, userId: reporterId }, 'Your flag is recorded', [
      paragraph(
        `Thank you, it is recorded. I could not put ${emoji} on the message itself. `,
        reason.message,
      ),
    ]),
  ];
}

/** The moderator channel itself cannot be reached: the handler is told, once a day for each reason. */
function triageBroken(
  { firstTriedAt }: Undeliverable,
  reason: AppError,
  { id, handler }: WorkspacePolicy,
): NewDelivery[] {
  if (handler === undefined) return [];
  const day = firstTriedAt?.toISOString().slice(0, 10);
  return [
    notice(
      `triage-broken-${reason.code}-${day}`,
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
