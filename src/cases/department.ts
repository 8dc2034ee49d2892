import { link as linkTo, paragraph, person, text, type Block, type Inline } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { departmentName } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Attendance } from './attendance.ts';
import { both } from './both.ts';
import type { CaseFile, DepartmentState, DepartmentWork } from './case.ts';
import type { Change } from './change.ts';
import { whenRouted } from './clock-turns.ts';
import type { Say } from './notice.ts';
import { draft } from './reply.ts';
import { isOpen, stateWords } from './states.ts';
import { tellCaretakers } from './tell-caretakers.ts';
import { workOf } from './work-of.ts';
import { textsOf, type Texts } from '../texts/index.ts';

/** What a department can say of a case that was brought to it. */
export const DEPARTMENT_STEPS = ['take', 'ask', 'elsewhere', 'decline', 'fixed', 'answer'] as const;
export type DepartmentStep = (typeof DEPARTMENT_STEPS)[number];

/** How a case stands with the department then. */
const STATE_AFTER: Readonly<Record<DepartmentStep, DepartmentState>> = {
  take: 'taken',
  ask: 'needs_more',
  elsewhere: 'elsewhere',
  decline: 'declined',
  fixed: 'fixed',
  answer: 'answered',
};

/** A department has it, and has not said yet what becomes of it. */
const WAITED_FOR: ReadonlySet<DepartmentState> = new Set(['asked', 'taken']);

/** Longest words a department gives with a step (characters). */
export const STEP_WORDS_MAX = 3_000;

/** Who says what for which department. */
export interface SaidFor {
  department: string;
  step: DepartmentStep;
  by: string;
  /** As typed; a link in it is where it is handled. */
  words: string;
}

/** Somebody else of the department was quicker. */
export class TakenAlready extends NotPossible {
  readonly takenBy: string;

  constructor(takenBy: string) {
    super(({ rules }) => rules.departments.takenAlready);
    this.takenBy = takenBy;
  }
}

/** The case had ended before the department said this: its words are kept, and whoever looks after it hears of them. */
export function cameTooLate({ case: found }: Pick<CaseFile, 'case'>): boolean {
  return !isOpen(found);
}

/**
 * A department says what becomes of a case: its row changes, its clock stops or begins anew, and whoever looks after the case hears of
 * it at once. Words for the member become a draft, which its handler sends or does not. To a case that has ended nothing is done: the
 * words stay with it, and its people may open it again.
 * @throws {NotPossible} TakenAlready when somebody else has it
 */
export function saidByDepartment(
  file: CaseFile,
  said: SaidFor,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
  attendance: Attendance,
): Change {
  const work = workOf(file, said.department, workspace);
  const words = checked(said, work);
  const told = telling(file, { ...said, words }, workspace, attendance);
  if (cameTooLate(file)) return both(afterTheEnd(said, words, textsOf(workspace)), told);
  const { department, step, by } = said;
  const turn = {
    department,
    state: STATE_AFTER[step],
    by,
    words: step === 'answer' ? '' : words,
    link: step === 'elsewhere' ? linkIn(words) : null,
  };
  const change: Change = {
    departmentTurns: [turn],
    history: [{ action: `department_${turn.state}`, actorId: by, detail: { department } }],
    clocks: [
      { op: 'stop', kind: 'department_answer', subject: department, met: true },
      ...(step === 'take' ? whenRouted(file, [department], policy, now) : []),
    ],
    ...(isHandlersTurn(file, department, step) && { set: { state: 'open' as const } }),
  };
  const written = step === 'answer' ? draft(file, words, by, null, policy) : { history: [] };
  return both(both(change, written), told);
}

/** What was typed, as it is kept. @throws {NotPossible} for what is missing, or so already */
function checked({ step, by, words: typed }: SaidFor, work: DepartmentWork): string {
  const words = typed.trim();
  if (words.length > STEP_WORDS_MAX)
    throw new NotPossible(({ rules }) => rules.departments.tooLong(words.length, STEP_WORDS_MAX));
  if (step === 'take' && work.state === 'taken' && work.by === by)
    throw new NotPossible(({ rules }) => rules.departments.youTook);
  if (step === 'take' && work.state === 'taken' && work.by !== null) throw new TakenAlready(work.by);
  if (step === 'ask' && !words) throw new NotPossible(({ rules }) => rules.departments.whatToKnow);
  if (step === 'decline' && !words) throw new NotPossible(({ rules }) => rules.departments.whyDeclined);
  if (step === 'answer' && !words) throw new NotPossible(({ rules }) => rules.departments.emptyAnswer);
  if (step === 'elsewhere' && linkIn(words) === null)
    throw new NotPossible(({ rules }) => rules.departments.whereElse);
  return words;
}

/** The first address in it. */
function linkIn(words: string): string | null {
  const found = /https?:\/\/[^\s<>"]+/i.exec(words)?.[0]?.replace(/[.,;:!?)\]]+$/, '');
  return found !== undefined && URL.canParse(found) ? found : null;
}

/** Nobody else is waited for any more: somebody who looks after it goes on. */
function isHandlersTurn(file: CaseFile, department: string, step: DepartmentStep): boolean {
  if (step === 'take' || file.case.state !== 'waiting_on_team') return false;
  return file.departmentWork.every((each) => each.department === department || !WAITED_FOR.has(each.state));
}

function afterTheEnd({ department, by, step }: SaidFor, words: string, texts: Texts): Change {
  return {
    history: [{ action: 'noted', actorId: by, detail: { department } }],
    notes: words ? [{ authorId: by, text: texts.rules.departments.notes[step](words) }] : [],
  };
}

function telling(
  file: CaseFile,
  { department, step, by, words }: SaidFor,
  workspace: WorkspacePolicy,
  attendance: Attendance,
): Change {
  const isLate = cameTooLate(file);
  const { caseId, version, state } = file.case;
  const address = step === 'elsewhere' ? linkIn(words) : null;
  const say: Say = (texts) => {
    const { departments } = texts.rules;
    return {
      title: departments.titles[step](departmentName(workspace, department, texts.common.code)),
      blocks: [
        ...(isLate ? [paragraph(departments.isStays(stateWords(state, texts)))] : []),
        paragraph(...whoSaid(step, by, texts)),
        ...(words ? [quote(words)] : []),
        ...(address === null ? [] : [paragraph(linkTo(departments.openElsewhere, address))]),
        ...(step === 'answer' && !isLate ? [paragraph(departments.draftWaits)] : []),
      ],
    };
  };
  return {
    history: [],
    deliveries: tellCaretakers(file, workspace, attendance, `department-${caseId}-${department}-${version}`, {
      by,
      say,
      ...(isLate && { offer: 'reopen' as const }),
      ...(step === 'ask' && !isLate && { tell: department }),
    }),
  };
}

function whoSaid(step: DepartmentStep, by: string, { rules: { departments } }: Texts): (string | Inline)[] {
  if (step === 'take') return departments.looks(person(by));
  return step === 'answer' ? departments.suggests(person(by)) : departments.writes(person(by));
}

function quote(words: string): Block {
  return { type: 'quote', children: [text(words)] };
}
