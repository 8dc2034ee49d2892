import { idIn } from '../chat/account.ts';
import { MAIL, type ArrivedLetter } from '../chat/mail.ts';
import type { ThreadRoot } from '../chat/ref.ts';
import { paragraph, person, text } from '../chat/rich.ts';
import { shorten } from '../chat/text.ts';
import { departmentName, departmentOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { Attendance } from './attendance.ts';
import { both } from './both.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import { departmentSpoke } from './clock-turns.ts';
import type { NewDelivery } from './delivery.ts';
import { isOpen } from './states.ts';
import { tellCaretakers } from './tell-caretakers.ts';
import { noteText, saidTooLate, wrote } from './thread-note.ts';
import { textsOf } from '../texts/index.ts';

/** So much of the words is shown where somebody is told of them (characters); the note has all of them. */
const SHOWN_MAX = 1_000;

/** What is needed of a mail. */
type Mail = Pick<ArrivedLetter, 'from' | 'text' | 'files' | 'left' | 'key' | 'unread'>;

/** Whoever wrote a mail, as the record of a community writes them. */
export function mailAuthor(home: string, from: string): string {
  return idIn(home, { workspaceId: MAIL, userId: from || 'nobody' });
}

/** Where a mail stands, as if it were a message: unique for the case, its department and the mail. */
export function letterPlace(caseId: number, department: string, key: string): ThreadRoot {
  return { channelId: `${caseId}-${department}`, messageId: key };
}

/** What a mail becomes as a note: its words, the names of its files, and where it came from when that is not the department's own address. */
export function mailNote(
  { from, text: said, files, left }: Mail,
  department: string,
  workspace: WorkspacePolicy,
): string {
  const texts = textsOf(workspace);
  const { mail } = texts.rules.departments;
  const refused = left.map(({ name, why }) => mail.notKept(name, why(texts)));
  const attached = files.map(({ name }) => ({ fileId: '', name, mime: '', size: 0, url: '' }));
  const note = noteText({ text: said, files: attached }, texts);
  return [note, ...refused, ...elsewhere(from, department, workspace)].join('\n');
}

/** Whoever has the address for answers may write; that it is another mailbox than the department's is said. */
function elsewhere(from: string, department: string, workspace: WorkspacePolicy): string[] {
  const own = departmentOf(workspace, department)?.email?.toLowerCase();
  if (own === undefined || own === from) return [];
  const { mail } = textsOf(workspace).rules.departments;
  return [mail.otherAddress(from || mail.noAddress, own)];
}

/**
 * A department has answered by mail. It is a note that stays inside, whatever stands in it. The department is not waited for any more,
 * and whoever looks after the case hears of each mail: nobody else would see that there is one.
 */
export function saidByMail(
  file: CaseFile,
  mail: Mail,
  department: string,
  workspace: WorkspacePolicy,
  attendance: Attendance,
): Change {
  const by = mailAuthor(workspace.id, mail.from);
  const history = [{ action: 'noted', actorId: by, detail: { department } }];
  const words = mailNote(mail, department, workspace);
  if (!isOpen(file.case))
    return both(
      { history },
      saidTooLate(file, by, (texts) => wrote(by, words, texts), department, workspace, attendance),
    );
  return {
    history,
    clocks: departmentSpoke(file, { departments: new Set([department]) }, { history }),
    deliveries: tellCaretakers(file, workspace, attendance, `mail-${file.case.caseId}-${mail.key}`, {
      by: null,
      say: ({ rules: { departments }, common }) => ({
        title: departments.mail.answers(departmentName(workspace, department, common.code)),
        blocks: [
          paragraph(...departments.writes(person(by))),
          { type: 'quote', children: [text(shorten(words, SHOWN_MAX))] },
          paragraph(departments.mail.isNote),
        ],
      }),
      ...(mail.files.length > 0 && { mailed: letterPlace(file.case.caseId, department, mail.key) }),
    }),
  };
}

/** A mail that is there and was not read: whoever looks after the case is told, once, to look into the mailbox. */
export function unreadMail(
  file: CaseFile,
  { from, key, unread }: Mail,
  department: string,
  workspace: WorkspacePolicy,
  attendance: Attendance,
): NewDelivery[] {
  return tellCaretakers(file, workspace, attendance, `mail-unread-${file.case.caseId}-${key}`, {
    by: null,
    say: (texts) => {
      const { mail } = texts.rules.departments;
      return {
        title: mail.unreadTitle(departmentName(workspace, department, texts.common.code)),
        blocks: [
          paragraph(mail.unread(from || mail.nobodyKnown, unread ? unread(texts) : mail.couldNotBeRead)),
          paragraph(mail.writeAgain),
        ],
      };
    },
  });
}

/** Mail to a department came back: the moderators are told, once for each address, until somebody answers from there. */
export function returnedMail(troubleId: number, department: string, workspace: WorkspacePolicy): NewDelivery {
  const { rules, common } = textsOf(workspace);
  const { mail } = rules.departments;
  const { email = mail.itsAddress } = departmentOf(workspace, department) ?? {};
  const blocks = [
    paragraph(mail.returned(departmentName(workspace, department, common.code), email)),
    paragraph(mail.lookAtAddress),
  ];
  return {
    key: `mail-returned-${troubleId}`,
    place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
    body: { type: 'notice', title: mail.returnedTitle, blocks },
  };
}

/** Somebody wrote to an address that is none: made up, or of a case or a key that is gone. Told once a day, however many there are. */
export function mailForNobody(from: string, day: string, workspace: WorkspacePolicy): NewDelivery {
  const { mail } = textsOf(workspace).rules.departments;
  return {
    key: `mail-for-nobody-${day}`,
    place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
    body: {
      type: 'notice',
      title: mail.nobodyTitle,
      blocks: [paragraph(mail.forNobody(from || mail.noAddress)), paragraph(mail.lookInMailbox)],
    },
  };
}
