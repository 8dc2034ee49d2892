import type { MessageSnapshot } from '../chat/message.ts';
import { paragraph, person, text, type Block } from '../chat/rich.ts';
import { shorten } from '../chat/text.ts';
import { departmentOf, homeOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { isBarred } from './access.ts';
import type { Attendance } from './attendance.ts';
import { both } from './both.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import { departmentSpoke } from './clock-turns.ts';
import { isOpen, stateWords } from './states.ts';
import { tellCaretakers } from './tell-caretakers.ts';

/** So much of the words is shown where somebody is told of them (characters); the note has all of them. */
const SHOWN_MAX = 1_000;

/** What somebody wrote below a card, in words: attached files by their names. */
export function noteText({ text: said, files }: Pick<MessageSnapshot, 'text' | 'files'>): string {
  const attached = files.map(({ name }) => name).join(', ');
  return [said, attached && `(attached: ${attached})`].filter(Boolean).join('\n') || '(no text)';
}

/** The words of a note after an edit: what was attached to it stays named. @param before as it was written first */
export function noteEdited(before: string, said: string): string {
  const attached = /\(attached: [^\n]*\)$/.exec(before)?.[0];
  return [said, attached].filter(Boolean).join('\n') || '(no text)';
}

/**
 * For which department something below its card counts: the card stands in its own channel, as the policy has it now. Below a copy,
 * or where the channel is somebody else's by now, nobody speaks for it.
 * @param department whose card it is; null for the moderators'
 */
export function spokenFor(
  department: string | null,
  { ref, threadRoot }: Pick<MessageSnapshot, 'ref' | 'threadRoot'>,
  workspace: WorkspacePolicy,
): string | null {
  const target = department === null ? undefined : departmentOf(workspace, department);
  const isTheirs =
    target?.channel === (threadRoot ?? ref).channelId && homeOf(workspace, target) === ref.workspaceId;
  return isTheirs ? department : null;
}

/**
 * Somebody wrote below a card of the case, in a department's channel or the moderators'. It is a note that stays inside. The first
 * words of a department that is waited for stop its clock, and whoever looks after the case hears of them; the same of words about
 * a case that has ended, once for each end. Talk among the moderators moves nothing, nor what the handler asks down there.
 * @param department who is spoken for; null: nobody
 */
export function saidBelowCard(
  file: CaseFile,
  message: Pick<MessageSnapshot, 'author' | 'text' | 'files' | 'permalink'>,
  department: string | null,
  workspace: WorkspacePolicy,
  attendance: Attendance,
): Change {
  const by = message.author.userId;
  const history = [{ action: 'noted', actorId: by, ...(department !== null && { detail: { department } }) }];
  // Whoever is kept out of a case may sit in the channel: their words are kept, and change nothing.
  if (department === null || by === file.case.handlerId || isBarred(workspace, file, by)) return { history };
  if (!isOpen(file.case))
    return both(
      { history },
      saidTooLate(file, { by, blocks: words(message) }, department, workspace, attendance),
    );
  const clocks = departmentSpoke(file, { departments: new Set([department]) }, { history });
  const waited = file.clocks.find(
    ({ kind, subject }) => kind === 'department_answer' && subject === department,
  );
  if (!waited) return { history };
  const deliveries = tellCaretakers(file, workspace, attendance, `department-wrote-${waited.clockId}`, {
    by,
    title: `${nameIn(workspace, department)} writes in the thread of its card`,
    blocks: [
      ...words(message),
      paragraph('What else is said there is kept with the case. You are told of the first words only.'),
    ],
  });
  return { history, clocks, deliveries };
}

/** A department says something about a case that has ended: its people hear of it once for each end, and can open it again. */
export function saidTooLate(
  file: CaseFile,
  { by, blocks }: { by: string; blocks: Block[] },
  department: string,
  workspace: WorkspacePolicy,
  attendance: Attendance,
): Change {
  const { caseId, state, closedAt } = file.case;
  const key = `department-late-${caseId}-${department}-${closedAt?.getTime() ?? state}`;
  return {
    history: [],
    deliveries: tellCaretakers(file, workspace, attendance, key, {
      by,
      title: `${nameIn(workspace, department)} writes about a case that is ${stateWords(state)}`,
      blocks: [...blocks, paragraph('It stays closed unless you reopen it.')],
      offer: 'reopen',
    }),
  };
}

/** What somebody wrote, as far as others are told of it. */
export function wrote(userId: string, said: string): Block[] {
  return [
    paragraph(person(userId), ' writes:'),
    { type: 'quote', children: [text(shorten(said, SHOWN_MAX))] },
  ];
}

function words({
  author,
  text: said,
  files,
  permalink,
}: Pick<MessageSnapshot, 'author' | 'text' | 'files' | 'permalink'>): Block[] {
  return [
    ...wrote(author.userId, noteText({ text: said, files })),
    { type: 'paragraph', children: [{ type: 'link', url: permalink, children: [text('Open the thread')] }] },
  ];
}

function nameIn(workspace: WorkspacePolicy, department: string): string {
  return departmentOf(workspace, department)?.name ?? department;
}
