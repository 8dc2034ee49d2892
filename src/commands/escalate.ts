import { both } from '../cases/both.ts';
import { assertConsent } from '../cases/consent.ts';
import { LEVELS, type CaseFile, type Level } from '../cases/case.ts';
import { above, escalate as escalateCase, RaisedAlready, REASON_MAX } from '../cases/level.ts';
import { route } from '../cases/route.ts';
import { assertOpen } from '../cases/states.ts';
import type { Answer } from '../chat/command.ts';
import type { Field } from '../chat/form.ts';
import { person, time } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { departmentName, departmentNames } from '../policy/lookup.ts';
import type { Texts } from '../texts/index.ts';
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
  summary: ({ commands }) => commands.escalate.summary,
  options: [
    caseOption,
    {
      name: 'level',
      summary: ({ commands }) => commands.escalate.options.level,
      required: false,
      type: 'choice',
    },
    {
      name: 'reason',
      summary: ({ commands }) => commands.escalate.options.reason,
      required: false,
      type: 'text',
    },
    {
      name: 'department',
      summary: ({ commands }) => commands.escalate.options.department,
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
  const { command, workspace, policy, now, texts } = context;
  const { escalate: words } = texts.commands;
  const { levels } = texts.rules.words;
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
    const name = nameOf(file, context);
    const at = levels[level];
    const to = department === '' ? undefined : departmentName(workspace, department, texts.common.code);
    return say(to === undefined ? words.isAt(name, at) : words.isAtAndOnItsWay(name, at, to));
  } catch (error) {
    if (!(error instanceof RaisedAlready)) throw error;
    const { raised } = error;
    const why = error.in(texts);
    if (!raised || raised.by === null || raised.by === by) return say(why);
    return say(...words.takenUp(person(raised.by), time(raised.at), why));
  }
}

/** `L3`, `l3` or `3`. @throws {NotPossible} */
function levelOf(typed: string): Level {
  const found = LEVELS.find((each) => `${each}` === typed.trim().replace(/^l/i, ''));
  if (found !== undefined) return found;
  throw new NotPossible(({ commands }) => commands.escalate.writeLevel);
}

function form(file: CaseFile, context: CommandContext): Answer {
  assertOpen(file.case);
  const { level } = file.case;
  if (level === LEVELS.at(-1)) throw new NotPossible(({ commands }) => commands.escalate.atTheTop);
  const { escalate: words } = context.texts.commands;
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [levelField(level, context.texts), reasonField(context), ...departmentField(file, context)],
    keep: { from: String(level) },
  });
}

function levelField(level: Level, { commands, rules }: Texts): Field {
  return {
    type: 'choice',
    name: 'level',
    label: commands.escalate.howFar,
    required: true,
    initial: `L${above(level)}`,
    choices: LEVELS.filter((each) => each > level).map((each) => ({
      value: `L${each}`,
      label: rules.words.levels[each],
    })),
  };
}

function reasonField({ command, texts }: CommandContext): Field {
  return {
    type: 'paragraph',
    name: 'reason',
    label: texts.commands.escalate.why,
    hint: texts.commands.escalate.whyHint,
    required: false,
    initial: command.values['reason'] ?? '',
    maxLength: REASON_MAX,
  };
}

/** Those that do not have it yet. What is for leads alone goes to none. */
function departmentField(file: CaseFile, { workspace, texts }: CommandContext): Field[] {
  const routable = departmentNames(workspace, texts.common.code).filter(
    ([key]) => !file.departments.includes(key),
  );
  if (routable.length === 0 || file.case.audience === 'leads') return [];
  const choices = routable.slice(0, CHOICES_MAX).map(([value, label]) => ({ value, label }));
  return [
    {
      type: 'choice',
      name: 'department',
      label: texts.commands.escalate.alsoTo,
      required: false,
      initial: 'none',
      choices: [{ value: 'none', label: texts.commands.escalate.none }, ...choices],
    },
  ];
}
