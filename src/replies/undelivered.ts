import type { CaseFile } from '../cases/case.ts';
import type { DeliveryBody, NewDelivery, ReplyPart } from '../cases/delivery.ts';
import { noticeTo, type Say } from '../cases/notice.ts';
import { typedAs } from '../cases/typed-as.ts';
import { idIn } from '../chat/account.ts';
import { isMail } from '../chat/mail.ts';
import type { Place } from '../chat/ref.ts';
import { paragraph, person } from '../chat/rich.ts';
import type { AppError } from '../errors.ts';
import { departmentName } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';

// What people are told in the place of something that could not be delivered, in the language of whoever reads it.
// What is missing for it is for whoever runs Hearback, so that is in English.

/** The member has not got an answer, or only its beginning. @param isClosing it asks whether the case is solved */
export function withoutReply(
  key: string,
  to: Place,
  file: CaseFile | null,
  reason: AppError,
  part: ReplyPart | undefined,
  isClosing: boolean,
  workspace: WorkspacePolicy,
): NewDelivery {
  return notice(key, to, workspace, (texts) => {
    const words = texts.says.undelivered.reply;
    const who = file?.case.member.name ?? words.theMember;
    return part
      ? {
          title: words.partTitle,
          blocks: [
            paragraph(words.partArrived(who, part.of, part.index), reason.in(texts)),
            paragraph(words.sendRest),
          ],
        }
      : {
          title: words.title,
          blocks: [
            paragraph(words.failed(who), reason.in(texts)),
            paragraph(isClosing ? words.notAsked : words.sendAgain),
          ],
        };
  });
}

/** Something very bad or very good, or a copy for whoever was to read a case along: people have to tell them. */
export function toTellByHand(
  key: string,
  triage: Place,
  what: 'management' | 'copy',
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery {
  return notice(key, triage, workspace, (texts) => {
    const { title, byHand } = texts.says.undelivered[what];
    return { title, blocks: [paragraph(byHand, reason.in(texts))] };
  });
}

/** What was meant for the helpers of the community. */
export function withoutHelpers(
  key: string,
  triage: Place,
  purpose: 'community' | 'thanks',
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery {
  return notice(key, triage, workspace, (texts) => {
    const { thanks, helpers } = texts.says.undelivered;
    const [words, next] = purpose === 'thanks' ? [thanks, thanks.yourself] : [helpers, helpers.goesOn];
    return { title: words.title, blocks: [paragraph(words.failed, reason.in(texts)), paragraph(next)] };
  });
}

/** Somebody who cannot be told kind words. */
export function withoutPraise(
  key: string,
  triage: Place,
  userId: string,
  workspace: WorkspacePolicy,
): NewDelivery {
  return notice(key, triage, workspace, ({ says }) => {
    const { title, passOn } = says.undelivered.praise;
    return { title, blocks: [paragraph(...passOn(person(userId)))] };
  });
}

/** A department whose channel cannot be posted in. */
export function withoutDepartment(
  key: string,
  triage: Place,
  department: string,
  reason: AppError,
  workspace: WorkspacePolicy,
  byMail: boolean,
): NewDelivery {
  const { email = '' } = workspace.departments[department] ?? {};
  return notice(key, triage, workspace, (texts) => {
    const words = texts.says.undelivered.department;
    const name = departmentName(workspace, department, texts.common.code);
    const [failed, again] = byMail
      ? [words.mail(name, email), words.mailAgain]
      : [words.channel(name), words.channelAgain];
    return { title: words.title, blocks: [paragraph(failed, reason.in(texts)), paragraph(again)] };
  });
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
  return [
    notice(key, triage, workspace, ({ says }) => ({
      title,
      blocks: [paragraph(...says.undelivered.notice.for(to)), ...blocks],
    })),
  ];
}

/** What a department asked for, and cannot be told in its channel. */
function withoutWords(
  key: string,
  triage: Place,
  from: Place,
  department: string,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery {
  return notice(key, triage, workspace, (texts) => {
    const words = texts.says.undelivered.words;
    const name = departmentName(workspace, department, texts.common.code);
    const failed = isMail(from.workspaceId) ? words.inMailbox(name) : words.inChannel(name);
    return { title: words.title, blocks: [paragraph(failed, reason.in(texts)), paragraph(words.kept)] };
  });
}

/** The files of a case, which a department should have had below its card. */
export function withoutEvidence(
  key: string,
  triage: Place,
  department: string,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery {
  return notice(key, triage, workspace, (texts) => {
    const { title, failed, passOn } = texts.says.undelivered.files;
    return {
      title,
      blocks: [
        paragraph(failed(departmentName(workspace, department, texts.common.code)), reason.in(texts)),
        paragraph(passOn),
      ],
    };
  });
}

/** Files of a case that is not for everybody there any more. Of no case: its number is not for the channel to know. */
export function filesStay(
  deliveryId: number,
  department: string,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery {
  const { id, triage } = workspace;
  const place: Place = { type: 'channel', workspaceId: id, channelId: triage };
  return notice(`files-stay-${deliveryId}`, place, workspace, (texts) => {
    const words = texts.says.undelivered.files;
    return {
      title: words.stayTitle,
      blocks: [
        paragraph(words.stay(departmentName(workspace, department, texts.common.code)), reason.in(texts)),
        paragraph(words.delete),
      ],
    };
  });
}

/** Where the digest should have stood. */
export function withoutDigest(
  key: string,
  triage: Place,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery {
  return notice(key, triage, workspace, (texts) => {
    const words = texts.says.undelivered.digest;
    return {
      title: words.title,
      blocks: [
        paragraph(words.failed, reason.in(texts)),
        paragraph(words.instead(typedAs('digest', triage.workspaceId))),
      ],
    };
  });
}

/** Internal words. */
export function notice(key: string, place: Place, workspace: WorkspacePolicy, say: Say): NewDelivery {
  return { key, place, body: noticeTo(place, workspace, say) };
}
