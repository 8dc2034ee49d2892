import type { CaseFile } from '../cases/case.ts';
import { recommend as recommendIt } from '../cases/recommend.ts';
import { assertOpen } from '../cases/states.ts';
import type { Answer } from '../chat/command.ts';
import { NotPossible } from '../errors.ts';
import { inLanguage } from '../policy/localized-text.ts';
import { departmentName, kindName, kindOf } from '../policy/lookup.ts';
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
  summary: (texts) => texts.commands.recommend.summary,
  options: [
    caseOption,
    {
      name: 'choice',
      summary: (texts) => texts.commands.recommend.options.choice,
      required: false,
      type: 'choice',
    },
    {
      name: 'reason',
      summary: (texts) => texts.commands.recommend.options.reason,
      required: false,
      type: 'text',
    },
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
    const words = context.texts.commands.recommend;
    const name = nameOf(file, context);
    const to = decider(file, context);
    return say(to === null ? words.givenToModerators(name) : words.given(name, to));
  },
};

/** The department that decides; null: the moderators do. */
function decider(file: CaseFile, { workspace, policy, texts }: CommandContext): string | null {
  const to = kindOf(policy, file.case.kind).recommend?.to ?? 'triage';
  return to === 'triage' ? null : departmentName(workspace, to, texts.common.code);
}

function form(file: CaseFile, context: CommandContext): Answer {
  assertOpen(file.case);
  const { policy, workspace, texts } = context;
  const asked = kindOf(policy, file.case.kind).recommend;
  if (!asked)
    throw new NotPossible(({ commands, common }) =>
      commands.recommend.none(kindName(policy, file.case, common.code)),
    );
  const words = texts.commands.recommend;
  const to = decider(file, context);
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [
      {
        type: 'choice',
        name: 'choice',
        label: (to === null ? words.whatModerators : words.what(to)).slice(0, 45),
        required: true,
        choices: asked.choices.map((choice, at) => ({
          value: String(at + 1),
          label: inLanguage(choice, texts.common.code, workspace),
        })),
      },
      {
        type: 'paragraph',
        name: 'reason',
        label: words.why,
        hint: words.whyHint,
        required: true,
        initial: '',
        maxLength: 1_500,
      },
    ],
  });
}
