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
import { departmentOf } from '../policy/lookup.ts';
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
  summary: 'What your department makes of a case: take it, ask, answer for the member',
  options: [
    caseOption,
    { name: 'do', summary: 'What', required: true, type: 'choice' },
    {
      name: 'text',
      summary: 'Your words; the member sees none of them by themselves',
      required: false,
      type: 'text',
    },
    {
      name: 'department',
      summary: 'Which department, where you are in several',
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
    if (error instanceof TakenAlready) return say(person(error.takenBy), ' has taken it already.');
    throw error;
  }
}

function answerTo(step: DepartmentStep, words: string, file: CaseFile, context: CommandContext): Answer {
  const name = nameOf(file, context);
  if (cameTooLate(file))
    return isStaff(context.standing)
      ? reopenOffer(name, context)
      : say(
          `${name} has ended, so nothing was changed. Your words are kept, and its handler was told: they can reopen it.`,
        );
  if (step === 'answer') {
    const { member } = file.case;
    return {
      type: 'say',
      blocks: [
        paragraph(
          `Thank you. It waits as a draft with the handler of ${name}: ${member.name} reads it once they send it.`,
        ),
        ...toneWarning(words, { ...context, file }),
      ],
    };
  }
  return isDrawnAgain(context.command) ? { type: 'silent' } : say(`${name}: its handler has heard of it.`);
}

function reopenOffer(name: string, { workspace }: CommandContext): Answer {
  const title = `${name} has ended`;
  return {
    type: 'card',
    card: {
      title,
      tone: 'done',
      summary: title,
      body: [paragraph('Nothing was changed. Your words are kept with it, and its handler was told.')],
      facts: [],
      footer: [],
      actions: [
        {
          type: 'button',
          label: 'Reopen',
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
  return say(`${nameOf(file, context)}: ${nameIn(key, context)} is told, and has time to answer again.`);
}

function stepOf(typed: string | undefined): DepartmentStep | 'tell' {
  const wanted = (typed ?? '').trim().toLowerCase();
  const found = [...DEPARTMENT_STEPS, 'tell' as const].find((step) => step === wanted);
  if (found) return found;
  throw new NotPossible(
    `Write one of ${DEPARTMENT_STEPS.join(', ')} behind the case: what your department makes of it. Or tell, with what a department should know.`,
  );
}

/** The department somebody speaks for: the one whose card or channel it is, or the only one that is theirs. @throws {NotPossible} */
function speaksFor(file: CaseFile, context: CommandContext): string {
  const { command, standing, workspace } = context;
  const named = command.values['department']?.trim().toLowerCase();
  const theirs = file.departments.filter((each) => standing.departments.has(each));
  if (named !== undefined) {
    workOf(file, named, workspace);
    if (theirs.includes(named)) return named;
    throw new NotPossible(
      `Only ${nameIn(named, context)} can say that, in its channel. To tell it something: ${typedAs(`department ${nameOf(file, context)} tell`, workspace.id)}`,
    );
  }
  const here = theirs.filter((each) => departmentOf(workspace, each)?.channel === command.channelId);
  const [only, ...more] = here.length > 0 ? here : theirs;
  if (only === undefined)
    throw new NotPossible(
      'You are in none of the departments this case was brought to, so this is for them to say.',
    );
  if (more.length > 0)
    throw new NotPossible(
      `You are in several departments. Say for which: department:${[only, ...more].join(' or department:')}`,
    );
  return only;
}

/** Whom somebody of the staff tells something: the one named, or the only one that has the case. @throws {NotPossible} */
function toldIn(file: CaseFile, context: CommandContext): string {
  const { command, standing, workspace } = context;
  if (!isStaff(standing))
    throw new NotPossible(
      'That is for whoever looks after the case. Write it in the thread of its card instead.',
    );
  const named = command.values['department']?.trim().toLowerCase();
  if (named !== undefined) return workOf(file, named, workspace).department;
  const [only, ...more] = file.departments;
  if (only === undefined)
    throw new NotPossible('This case was brought to no department yet. Do that with Route.');
  if (more.length > 0)
    throw new NotPossible(`Say which department: department:${file.departments.join(' or department:')}`);
  return only;
}

function whoIsThere(file: CaseFile, context: CommandContext): Promise<Attendance> {
  const { people, chat, workspace, now } = context;
  return attendanceFor((known) => caretakers(file, workspace, known), { people, chat, workspace, now });
}

function nameIn(key: string, { workspace }: CommandContext): string {
  return departmentOf(workspace, key)?.name ?? key;
}
