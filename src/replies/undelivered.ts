import type { CaseFile } from '../cases/case.ts';
import type { DeliveryBody, NewDelivery, ReplyPart } from '../cases/delivery.ts';
import { typedAs } from '../cases/typed-as.ts';
import { idIn } from '../chat/account.ts';
import { isMail } from '../chat/mail.ts';
import type { Place } from '../chat/ref.ts';
import { paragraph, person } from '../chat/rich.ts';
import type { AppError } from '../errors.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';

// What people are told in the place of something that could not be delivered.

/** The member has not got an answer, or only its beginning. @param isClosing it asks whether the case is solved */
export function withoutReply(
  key: string,
  to: Place,
  file: CaseFile | null,
  reason: AppError,
  part: ReplyPart | undefined,
  isClosing: boolean,
): NewDelivery {
  const who = file?.case.member.name ?? 'the member';
  if (!part)
    return notice(key, to, 'The member has not received the answer', [
      paragraph(`The answer to ${who} could not be delivered. `, reason.message),
      paragraph(
        isClosing
          ? 'So they were not asked whether it is solved. Please reach them another way, or reopen the case and answer there: unasked, it comes back to you by itself.'
          : 'Nothing was posted anywhere else. Please reach them another way, or send it again with Reply.',
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

/** Something very bad or very good. */
export function withoutManagement(key: string, triage: Place, reason: AppError): NewDelivery {
  return notice(key, triage, 'Management could not be told', [
    paragraph('Cases like this one go to management at once. Please tell them by hand. ', reason.message),
  ]);
}

/** Whoever was to read a case along. */
export function withoutCopy(key: string, triage: Place, reason: AppError): NewDelivery {
  return notice(key, triage, 'Somebody who reads it along could not be told', [
    paragraph('They can still be told by hand, or taken off again. ', reason.message),
  ]);
}

/** What was meant for the helpers of the community. */
export function withoutHelpers(
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

/** Somebody who cannot be told kind words. */
export function withoutPraise(key: string, triage: Place, userId: string): NewDelivery {
  return notice(key, triage, 'Kind words did not arrive', [
    paragraph(
      person(userId),
      ' cannot be reached by direct message. Please pass the kind words on yourself.',
    ),
  ]);
}

/** A department whose channel cannot be posted in. */
export function withoutDepartment(
  key: string,
  triage: Place,
  department: string,
  reason: AppError,
  { departments }: WorkspacePolicy,
  byMail: boolean,
): NewDelivery {
  const { name = department, email = '' } = departments[department] ?? {};
  return byMail
    ? notice(key, triage, 'A department could not be reached', [
        paragraph(`Mail to ${name} (${email}) does not go out. `, reason.message),
        paragraph(
          'It is tried again every hour until it arrives. Please look at the address in hearback.yaml and at the settings for mail, and tell the department another way meanwhile.',
        ),
      ])
    : notice(key, triage, 'A department could not be reached', [
        paragraph(`Escalations to ${name} cannot be posted. `, reason.message),
        paragraph('They are tried again every minute until they arrive.'),
      ]);
}

/** Internal words: those for one person the moderators get, those for a department are a note already. */
export function withoutNotice(
  key: string,
  triage: Place,
  { title, blocks, department, confidential }: Extract<DeliveryBody, { type: 'notice' }>,
  place: Place,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  if (department !== undefined) return [withoutWords(key, triage, place, department, reason, workspace)];
  if (place.type !== 'dm' || confidential) return [];
  const to = person(idIn(workspace.id, place));
  const missed = paragraph('For ', to, ', who cannot be reached by direct message:');
  return [notice(key, triage, title, [missed, ...blocks])];
}

/** What a department asked for, and cannot be told in its channel. */
function withoutWords(
  key: string,
  triage: Place,
  from: Place,
  department: string,
  reason: AppError,
  { departments }: WorkspacePolicy,
): NewDelivery {
  const name = departments[department]?.name ?? department;
  return notice(key, triage, 'A department could not be told', [
    paragraph(
      `What was written for ${name} is not in its ${isMail(from.workspaceId) ? 'mailbox' : 'channel'}. `,
      reason.message,
    ),
    paragraph(
      'The words are kept as a note. Please tell them another way, or once more when this is mended.',
    ),
  ]);
}

/** The files of a case, which a department should have had below its card. */
export function withoutEvidence(
  key: string,
  triage: Place,
  department: string,
  reason: AppError,
  { departments }: WorkspacePolicy,
): NewDelivery {
  const name = departments[department]?.name ?? department;
  return notice(key, triage, 'Files could not be brought to a department', [
    paragraph(`The files of this case have not reached ${name}. `, reason.message),
    paragraph('They are in the record, and at the message itself. Please pass them on yourself.'),
  ]);
}

/** Files of a case that is not for everybody there any more. Of no case: its number is not for the channel to know. */
export function filesStay(
  deliveryId: number,
  department: string,
  reason: AppError,
  { id, triage, departments }: WorkspacePolicy,
): NewDelivery {
  const name = departments[department]?.name ?? department;
  const place: Place = { type: 'channel', workspaceId: id, channelId: triage };
  return notice(`files-stay-${deliveryId}`, place, 'Files could not be taken away', [
    paragraph(
      `Files of a case that is not for everybody any more still stand in the channel of ${name}. `,
      reason.message,
    ),
    paragraph('Please delete them there by hand.'),
  ]);
}

/** Where the digest should have stood. */
export function withoutDigest(key: string, triage: Place, reason: AppError): NewDelivery {
  return notice(key, triage, 'The digest could not be posted', [
    paragraph('It was meant for a channel of its own. ', reason.message),
    paragraph(`${typedAs('digest', triage.workspaceId)} shows how things stand.`),
  ]);
}

/** Internal words. */
export function notice(
  key: string,
  place: Place,
  title: string,
  blocks: Extract<DeliveryBody, { type: 'notice' }>['blocks'],
): NewDelivery {
  return { key, place, body: { type: 'notice', title, blocks } };
}
