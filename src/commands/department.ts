import { attendanceFor, type Attendance } from '../cases/attendance.ts';
import { isStaff } from '../cases/access.ts';
import { caretakers } from '../cases/caretakers.ts';
import { toneWarning } from '../cases/cards/tone-warning.ts';
import type { CaseFile } from '../cases/case.ts';
import {
  cameTooLate,
  DEPARTMENT_STEPS,
  saidByDepartment,
  TakenAlready,
  type DepartmentStep,
} from '../cases/department.ts';
import { toldDepartment } from '../cases/told-department.ts';
import { typedAs } from '../cases/typed-as.ts';
import { workOf } from '../cases/work-of.ts';
import type { Answer } from '../chat/command.ts';
import { paragraph, person } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { departmentName, departmentOf } from '../policy/lookup.ts';
import type { Texts } from '../texts/index.ts';
import { localeOf } from '../texts/locale.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';
import { departmentForm, NEEDS_WORDS } from './desk/department-form.ts';
import { isDrawnAgain } from './desk/drawn-again.ts';

/** What a department says of a case, on the buttons of its card; and what it is told. */
export const department: Command = {
  name: 'department',
  summary: ({ commands }) => commands.department.summary,
  options: [
    caseOption,
    { name: 'do', summary: ({ commands }) => commands.department.options.do, required: true, type: 'choice' },
    {
      name: 'text',
      summary: ({ commands }) => commands.department.options.text,
      required: false,
      type: 'text',
    },
    {
      name: 'department',
      summary: ({ commands }) => commands.department.options.department,
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: true,
  allow: 'departments',
  async run(context) {
    const { values } = context.command;
    const file = await readCase(context);
    const step = stepOf(values['do']);
    const key = step === 'tell' ? toldIn(file, context) : speaksFor(file, context);
    const text = values['text'];
    if (text === undefined && NEEDS_WORDS.has(step)) return departmentForm(file, step, key, context);
    if (step === 'tell') return tell(key, text ?? '', context);
    return speak(step, key, text ?? '', file, context);
  },
};

async function speak(
  step: DepartmentStep,
  key: string,
  words: string,
  seen: CaseFile,
  context: CommandContext,
): Promise<Answer> {
  const { command, workspace, policy, now } = context;
  const { userId: by } = command.by;
  const attendance = await whoIsThere(seen, context);
  try {
    const file = await changeCase(context, (found) =>
      saidByDepartment(found, { department: key, step, by, words }, workspace, policy, now, attendance),
    );
    return answerTo(step, words, file, context);
  } catch (error) {
    if (error instanceof TakenAlready)
      return say(...context.texts.commands.department.takenBy(person(error.takenBy)));
    throw error;
  }
}

function answerTo(step: DepartmentStep, said: string, file: CaseFile, context: CommandContext): Answer {
  const name = nameOf(file, context);
  const { department: words } = context.texts.commands;
  if (cameTooLate(file))
    return isStaff(context.standing) ? reopenOffer(name, context) : say(words.endedTheyCanReopen(name));
  if (step === 'answer') {
    const { member } = file.case;
    return {
      type: 'say',
      blocks: [
        paragraph(words.waitsAsDraft(name, member.name)),
        ...toneWarning(said, { ...context, file, locale: context.texts.common.code }),
      ],
    };
  }
  return isDrawnAgain(context.command) ? { type: 'silent' } : say(words.heard(name));
}

function reopenOffer(name: string, { workspace, texts }: CommandContext): Answer {
  const { department: words } = texts.commands;
  const title = words.hasEnded(name);
  return {
    type: 'card',
    card: {
      title,
      tone: 'done',
      summary: title,
      body: [paragraph(words.endedAndKept)],
      facts: [],
      footer: [],
      actions: [
        {
          type: 'button',
          label: texts.cards.buttons.reopen,
          style: 'plain',
          invoke: { command: 'reopen', values: { case: name, in: workspace.id } },
        },
      ],
    },
  };
}

async function tell(key: string, words: string, context: CommandContext): Promise<Answer> {
  const { command, workspace, policy, now } = context;
  const file = await changeCase(context, (found) =>
    toldDepartment(found, { department: key, by: command.by.userId, words }, workspace, policy, now),
  );
  return say(context.texts.commands.department.isTold(nameOf(file, context), nameIn(key, context)));
}

function stepOf(typed: string | undefined): DepartmentStep | 'tell' {
  const wanted = (typed ?? '').trim().toLowerCase();
  const found = [...DEPARTMENT_STEPS, 'tell' as const].find((step) => step === wanted);
  if (found) return found;
  throw new NotPossible(({ commands }) => commands.department.writeStep(DEPARTMENT_STEPS.join(', ')));
}

/** The department somebody speaks for: the one whose card or channel it is, or the only one that is theirs. @throws {NotPossible} */
function speaksFor(file: CaseFile, context: CommandContext): string {
  const { command, standing, workspace } = context;
  const named = command.values['department']?.trim().toLowerCase();
  const theirs = file.departments.filter((each) => standing.departments.has(each));
  if (named !== undefined) {
    workOf(file, named, workspace);
    if (theirs.includes(named)) return named;
    const typed = typedAs(`department ${nameOf(file, context)} tell`, workspace.id);
    throw new NotPossible(({ commands }) => commands.department.onlyThey(nameIn(named, context), typed));
  }
  const here = theirs.filter((each) => departmentOf(workspace, each)?.channel === command.channelId);
  const [only, ...more] = here.length > 0 ? here : theirs;
  if (only === undefined) throw new NotPossible(({ commands }) => commands.department.notTheirs);
  if (more.length > 0)
    throw new NotPossible((texts) => texts.commands.department.several(oneOf([only, ...more], texts)));
  return only;
}

/** Whom somebody of the staff tells something: the one named, or the only one that has the case. @throws {NotPossible} */
function toldIn(file: CaseFile, context: CommandContext): string {
  const { command, standing, workspace } = context;
  if (!isStaff(standing)) throw new NotPossible(({ commands }) => commands.department.notYours);
  const named = command.values['department']?.trim().toLowerCase();
  if (named !== undefined) return workOf(file, named, workspace).department;
  const [only, ...more] = file.departments;
  if (only === undefined) throw new NotPossible(({ commands }) => commands.department.noneYet);
  if (more.length > 0)
    throw new NotPossible((texts) => texts.commands.department.sayWhich(oneOf(file.departments, texts)));
  return only;
}

/** As they are typed: `department:support or department:qa`. */
function oneOf(departments: readonly string[], { common }: Texts): string {
  const all = departments.map((each) => `department:${each}`);
  return new Intl.ListFormat(localeOf(common.code), { type: 'disjunction' }).format(all);
}

function whoIsThere(file: CaseFile, context: CommandContext): Promise<Attendance> {
  const { people, chat, workspace, now } = context;
  return attendanceFor((known) => caretakers(file, workspace, known), { people, chat, workspace, now });
}

function nameIn(key: string, { workspace, texts }: CommandContext): string {
  return departmentName(workspace, key, texts.common.code);
}
