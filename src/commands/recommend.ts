import type { CaseFile } from '../cases/case.ts';
import { recommend as recommendIt } from '../cases/recommend.ts';
import { assertOpen } from '../cases/states.ts';
import type { Answer } from '../chat/command.ts';
import { NotPossible } from '../errors.ts';
import { departmentOf, kindOf } from '../policy/lookup.ts';
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

export const recommend: Command = {
  name: 'recommend',
  summary: 'Recommend what should be done, with reasons, to whoever decides',
  options: [
    caseOption,
    { name: 'choice', summary: 'What; its number will do', required: false, type: 'choice' },
    { name: 'reason', summary: 'Why; stays inside', required: false, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const { choice, reason } = values;
    const { workspace, policy } = context;
    if (choice === undefined || reason === undefined) return form(await readCase(context), context);
    const file = await changeCase(context, (found) =>
      recommendIt(found, choice, reason, by.userId, workspace, policy),
    );
    return say(`${nameOf(file, context)}: your recommendation is with ${decider(file, context)}.`);
  },
};

function decider(file: CaseFile, { workspace, policy }: CommandContext): string {
  const to = kindOf(policy, file.case.kind).recommend?.to ?? 'triage';
  return to === 'triage' ? 'the moderators' : (departmentOf(workspace, to)?.name ?? to);
}

function form(file: CaseFile, context: CommandContext): Answer {
  assertOpen(file.case);
  const kind = kindOf(context.policy, file.case.kind);
  if (!kind.recommend) throw new NotPossible(`Nothing is recommended for cases of the kind "${kind.name}".`);
  return caseForm(file, context, {
    title: 'Recommend ·',
    submit: 'Recommend',
    fields: [
      {
        type: 'choice',
        name: 'choice',
        label: `What should ${decider(file, context)} do?`.slice(0, 45),
        required: true,
        choices: kind.recommend.choices.map((label, at) => ({ value: String(at + 1), label })),
      },
      {
        type: 'paragraph',
        name: 'reason',
        label: 'Why?',
        hint: 'What speaks for it, and what against. The member never sees it.',
        required: true,
        initial: '',
        maxLength: 1_500,
      },
    ],
  });
}
