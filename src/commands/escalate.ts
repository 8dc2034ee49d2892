import { both } from '../cases/both.ts';
import { assertConsent } from '../cases/consent.ts';
import { LEVELS, type CaseFile, type Level } from '../cases/case.ts';
import { above, escalate as escalateCase, LEVEL_WORDS, RaisedAlready, REASON_MAX } from '../cases/level.ts';
import { route } from '../cases/route.ts';
import { assertOpen } from '../cases/states.ts';
import type { Answer } from '../chat/command.ts';
import type { Field } from '../chat/form.ts';
import { person, time } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { departmentOf } from '../policy/lookup.ts';
import { caseForm } from './desk/case-form.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';

/** Choices of a form (Slack and Discord take 25 and more; the first is none). */
const CHOICES_MAX = 24;

/** Takes a case up: to a department, or to management. */
export const escalate: Command = {
  name: 'escalate',
  summary: 'Take a case up: to the leads and a department, or to management',
  options: [
    caseOption,
    { name: 'level', summary: 'L2 or L3; without it you are asked', required: false, type: 'choice' },
    {
      name: 'reason',
      summary: 'Why; the member never sees it',
      required: false,
      type: 'text',
    },
    {
      name: 'department',
      summary: 'A department that gets it in the same step',
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values } = context.command;
    if (values['level'] === undefined) return form(await readCase(context), context);
    return take(levelOf(values['level']), context);
  },
};

async function take(level: Level, context: CommandContext): Promise<Answer> {
  const { command, workspace, policy, now } = context;
  const { userId: by } = command.by;
  const { reason = '', department: typed = '', from } = command.values;
  const department = typed.trim().toLowerCase() === 'none' ? '' : typed.trim().toLowerCase();
  const seen = LEVELS.find((each) => String(each) === from);
  try {
    const file = await changeCase(context, (found) => {
      const up = escalateCase(
        found,
        { level, reason, by, from: seen, isRouted: department !== '' },
        workspace,
      );
      if (department === '') return up;
      assertConsent(found, department, workspace, policy);
      return both(route(found, department, by, workspace, policy, now, reason), up);
    });
    const where = department === '' ? '' : ` and on its way to ${departmentOf(workspace, department)?.name}`;
    return say(`${nameOf(file, context)} is at ${LEVEL_WORDS[level]} now${where}. They hear of it at once.`);
  } catch (error) {
    if (!(error instanceof RaisedAlready)) throw error;
    const { raised } = error;
    if (!raised || raised.by === null || raised.by === by) return say(error.message);
    return say(person(raised.by), ' has taken it up already, ', time(raised.at), `. ${error.message}`);
  }
}

/** `L3`, `l3` or `3`. @throws {NotPossible} */
function levelOf(typed: string): Level {
  const found = LEVELS.find((each) => `${each}` === typed.trim().replace(/^l/i, ''));
  if (found !== undefined) return found;
  throw new NotPossible('Write L2 or L3 behind the case: L2 is its leads and a department, L3 management.');
}

function form(file: CaseFile, context: CommandContext): Answer {
  assertOpen(file.case);
  const { level } = file.case;
  if (level === LEVELS.at(-1))
    throw new NotPossible('It is with management already, at L3: nobody is above that.');
  return caseForm(file, context, {
    title: 'Escalate',
    submit: 'Escalate',
    fields: [levelField(level), reasonField(context), ...departmentField(file, context)],
    keep: { from: String(level) },
  });
}

function levelField(level: Level): Field {
  return {
    type: 'choice',
    name: 'level',
    label: 'How far up',
    required: true,
    initial: `L${above(level)}`,
    choices: LEVELS.filter((each) => each > level).map((each) => ({
      value: `L${each}`,
      label: LEVEL_WORDS[each],
    })),
  };
}

function reasonField({ command }: CommandContext): Field {
  return {
    type: 'paragraph',
    name: 'reason',
    label: 'Why',
    hint: 'For the leads, the departments and management. The member does not see it.',
    required: false,
    initial: command.values['reason'] ?? '',
    maxLength: REASON_MAX,
  };
}

/** Those that do not have it yet. What is for leads alone goes to none. */
function departmentField(file: CaseFile, { workspace }: CommandContext): Field[] {
  const routable = Object.entries(workspace.departments).filter(([key]) => !file.departments.includes(key));
  if (routable.length === 0 || file.case.audience === 'leads') return [];
  const choices = routable.slice(0, CHOICES_MAX).map(([value, { name }]) => ({ value, label: name }));
  return [
    {
      type: 'choice',
      name: 'department',
      label: 'Also to this department',
      required: false,
      initial: 'none',
      choices: [{ value: 'none', label: 'None' }, ...choices],
    },
  ];
}
