import { checklistOf, freshly, tickOff, type Item } from '../cases/checklist.ts';
import type { CaseFile } from '../cases/case.ts';
import { assertOpen } from '../cases/states.ts';
import type { Answer } from '../chat/command.ts';
import { shorten } from '../chat/text.ts';
import { NotPossible } from '../errors.ts';
import { inLanguage } from '../policy/localized-text.ts';
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
import { isDrawnAgain } from './desk/drawn-again.ts';

/** Longest a choice of a form may be (characters). */
const LABEL_MAX = 75;

export const tick: Command = {
  name: 'tick',
  summary: (texts) => texts.commands.tick.summary,
  options: [
    caseOption,
    { name: 'line', summary: (texts) => texts.commands.tick.options.line, required: false, type: 'choice' },
    { name: 'undo', summary: (texts) => texts.commands.tick.options.undo, required: false, type: 'choice' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const file = await readCase(context);
    const items = await checklist(file, context);
    const line = values['line']?.trim();
    if (line === undefined) return form(file, items, context);
    const number = /^\d{1,2}$/.test(line) ? Number(line) : 0;
    const isUndone = values['undo']?.trim().toLowerCase() === 'yes';
    const changed = await changeCase(context, (found) =>
      // As they are under the case's lock.
      tickOff(found, freshly(items, found), number, by.userId, isUndone, context.workspace),
    );
    if (isDrawnAgain(context.command)) return { type: 'silent' };
    const words = context.texts.commands.tick;
    return say((isUndone ? words.unticked : words.ticked)(nameOf(changed, context), number));
  },
};

async function checklist(file: CaseFile, { store, workspace, policy }: CommandContext): Promise<Item[]> {
  const { member, caseId } = file.case;
  const { latest } = await store.earlierCases(workspace.id, member.userId, caseId, 'channel');
  return checklistOf(file, latest, policy);
}

function form(file: CaseFile, items: readonly Item[], context: CommandContext): Answer {
  assertOpen(file.case);
  const { workspace, texts } = context;
  const open = items.flatMap(({ text, done }, at) => {
    if (done) return [];
    const line = inLanguage(text, texts.common.code, workspace);
    return [{ value: String(at + 1), label: shorten(`${at + 1}. ${line}`, LABEL_MAX) }];
  });
  const [first] = open;
  if (!first)
    throw new NotPossible(({ commands }) => (items.length > 0 ? commands.tick.allDone : commands.tick.none));
  const words = texts.commands.tick;
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [
      {
        type: 'choice',
        name: 'line',
        label: words.what,
        required: true,
        choices: open,
        initial: first.value,
      },
    ],
    keep: { in: context.command.values['in'], tell: context.command.values['tell'] },
  });
}
