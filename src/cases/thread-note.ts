import type { MessageSnapshot } from '../chat/message.ts';
import { paragraph, person, text, type Block, link } from '../chat/rich.ts';
import { shorten } from '../chat/text.ts';
import { departmentName, departmentOf, homeOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { isBarred } from './access.ts';
import type { Attendance } from './attendance.ts';
import { both } from './both.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import { departmentSpoke } from './clock-turns.ts';
import { isOpen, stateWords } from './states.ts';
import { tellCaretakers } from './tell-caretakers.ts';
import { SPOKEN_LANGUAGES, textsIn, type Texts } from '../texts/index.ts';

/** So much of the words is shown where somebody is told of them (characters); the note has all of them. */
const SHOWN_MAX = 1_000;

/** What somebody wrote below a card, in words: attached files by their names. @param texts in the language of the community */
export function noteText(
  { text: said, files }: Pick<MessageSnapshot, 'text' | 'files'>,
  { rules: { departments, words } }: Texts,
): string {
  const names = files.map(({ name }) => name).join(', ');
  return [said, names && departments.attached(names)].filter(Boolean).join('\n') || words.noText;
}

/**
 * The words of a note after an edit: what was attached to it stays named, in whatever language that was written.
 * @param before as it was written first
 */
export function noteEdited(before: string, said: string): string {
  const last = before.slice(before.lastIndexOf('\n') + 1);
  const attached = ATTACHED.some(([start, end]) => last.startsWith(start) && last.endsWith(end));
  return [said, attached && last].filter(Boolean).join('\n') || NOTHING;
}

/** What stands around the names of attached files, in each language. */
const ATTACHED: readonly (readonly [string, string])[] = SPOKEN_LANGUAGES.map((language) => {
  const [start = '', end = ''] = textsIn(language).rules.departments.attached('\n').split('\n');
  return [start, end] as const;
});

/** Words that were all taken out: no language, since whoever reads it is not known here. */
const NOTHING = '…';

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
      saidTooLate(file, by, (texts) => blocksOf(message, texts), department, workspace, attendance),
    );
  const clocks = departmentSpoke(file, { departments: new Set([department]) }, { history });
  const waited = file.clocks.find(
    ({ kind, subject }) => kind === 'department_answer' && subject === department,
  );
  if (!waited) return { history };
  const deliveries = tellCaretakers(file, workspace, attendance, `department-wrote-${waited.clockId}`, {
    by,
    say: (texts) => ({
      title: texts.rules.departments.writesBelow(departmentName(workspace, department, texts.common.code)),
      blocks: [...blocksOf(message, texts), paragraph(texts.rules.departments.firstOnly)],
    }),
  });
  return { history, clocks, deliveries };
}

/** A department says something about a case that has ended: its people hear of it once for each end, and can open it again. */
export function saidTooLate(
  file: CaseFile,
  by: string,
  blocksIn: (texts: Texts) => Block[],
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
      say: (texts) => {
        const { departments } = texts.rules;
        return {
          title: departments.writesLate(
            departmentName(workspace, department, texts.common.code),
            stateWords(state, texts),
          ),
          blocks: [...blocksIn(texts), paragraph(departments.staysClosed)],
        };
      },
      offer: 'reopen',
    }),
  };
}

/** What somebody wrote, as far as others are told of it. */
export function wrote(userId: string, said: string, { rules }: Texts): Block[] {
  return [
    paragraph(...rules.departments.writes(person(userId))),
    { type: 'quote', children: [text(shorten(said, SHOWN_MAX))] },
  ];
}

function blocksOf(
  { author, text: said, files, permalink }: Pick<MessageSnapshot, 'author' | 'text' | 'files' | 'permalink'>,
  texts: Texts,
): Block[] {
  return [
    ...wrote(author.userId, noteText({ text: said, files }, texts), texts),
    paragraph(link(texts.rules.departments.openThread, permalink)),
  ];
}
