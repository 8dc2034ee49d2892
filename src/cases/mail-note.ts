import { idIn } from '../chat/account.ts';
import { MAIL, type ArrivedLetter } from '../chat/mail.ts';
import type { ThreadRoot } from '../chat/ref.ts';
import { paragraph, person, text, type Block } from '../chat/rich.ts';
import { shorten } from '../chat/text.ts';
import { departmentOf } from '../policy/lookup.ts';
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
  const refused = left.map(({ name, why }) => `(not kept: ${name}, ${why})`);
  const note = noteText({
    text: said,
    files: files.map(({ name }) => ({ fileId: '', name, mime: '', size: 0, url: '' })),
  });
  return [note, ...refused, ...elsewhere(from, department, workspace)].join('\n');
}

/** Whoever has the address for answers may write; that it is another mailbox than the department's is said. */
function elsewhere(from: string, department: string, workspace: WorkspacePolicy): string[] {
  const own = departmentOf(workspace, department)?.email?.toLowerCase();
  if (own === undefined || own === from) return [];
  return [`(by mail from ${from || 'no address'}, which is another address than ${own})`];
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
      saidTooLate(file, { by, blocks: wrote(by, words) }, department, workspace, attendance),
    );
  return {
    history,
    clocks: departmentSpoke(file, { departments: new Set([department]) }, { history }),
    deliveries: tellCaretakers(file, workspace, attendance, `mail-${file.case.caseId}-${mail.key}`, {
      by: null,
      title: `${nameIn(workspace, department)} answers by mail`,
      blocks: [
        paragraph(person(by), ' writes:'),
        { type: 'quote', children: [text(shorten(words, SHOWN_MAX))] },
        paragraph('It is a note, and the member does not see it. Use Reply to tell them.'),
      ],
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
    title: `A mail of ${nameIn(workspace, department)} could not be read`,
    blocks: [
      paragraph(`A mail from ${from || 'nobody known'} is not kept: ${unread ?? 'it could not be read'}.`),
      paragraph('Ask them to write again, with smaller files or with links. Their clock goes on.'),
    ],
  });
}

/** Mail to a department came back: the moderators are told, once for each address, until somebody answers from there. */
export function returnedMail(troubleId: number, department: string, workspace: WorkspacePolicy): NewDelivery {
  const { name = department, email = 'its address' } = departmentOf(workspace, department) ?? {};
  const blocks: Block[] = [
    paragraph(`What was mailed to ${name} (${email}) was taken by the mail server and came back later.`),
    paragraph(
      'Please look at the address in hearback.yaml, and tell the department another way meanwhile. Its clock goes on.',
    ),
  ];
  return {
    key: `mail-returned-${troubleId}`,
    place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
    body: { type: 'notice', title: 'Mail to a department came back', blocks },
  };
}

/** Somebody wrote to an address that is none: made up, or of a case or a key that is gone. Told once a day, however many there are. */
export function mailForNobody(from: string, day: string, workspace: WorkspacePolicy): NewDelivery {
  return {
    key: `mail-for-nobody-${day}`,
    place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
    body: {
      type: 'notice',
      title: 'A mail belongs to no case',
      blocks: [
        paragraph(
          `Somebody (${from || 'no address'}) wrote to an address for answers that I did not give out, or whose case is gone. Nothing of it is kept, and nobody was answered.`,
        ),
        paragraph(
          'If a department waits for you, look for the mail in the mailbox, and ask them to answer the latest mail about the case. More of these today are not told.',
        ),
      ],
    },
  };
}

function nameIn(workspace: WorkspacePolicy, department: string): string {
  return departmentOf(workspace, department)?.name ?? department;
}
