import { answerChoices, stepsOf } from '../cases/cards/answer-choices.ts';
import { languageName } from '../cases/cards/language-words.ts';
import type { CaseFile } from '../cases/case.ts';
import { assertExchangeable, chooseTemplate } from '../cases/prepared.ts';
import type { Answer } from '../chat/command.ts';
import { NotPossible } from '../errors.ts';
import { prepare } from '../replies/prepare.ts';
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
import { draftId } from './desk/draft-id.ts';

/** As many as a form on Discord can offer. */
const CHOICES_MAX = 25;

export const template: Command = {
  name: 'template',
  summary: (texts) => texts.commands.template.summary,
  options: [
    caseOption,
    {
      name: 'template',
      summary: (texts) => texts.commands.template.options.template,
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { command, store, workspace, policy, compose, now } = context;
    const shown = draftId(command.values['draft']);
    const seen = await readCase(context);
    const typed = command.values['template']?.trim().toLowerCase();
    if (typed === undefined) return form(seen, shown, context);
    const said = await store.memberSaid({ workspaceId: workspace.id, caseId: seen.case.caseId });
    const file = await changeCase(context, (found) => {
      const steps = stepsOf(typed, policy, found.case.kind, compose.answers());
      if (!steps) throw unknown(typed, found, context);
      const prepared = prepare(steps, found, workspace, policy, compose, now, said);
      return chooseTemplate(found, typed, prepared, policy, shown, command.by.userId);
    });
    const { member } = file.case;
    return say(context.texts.commands.template.waits(member.name, nameOf(file, context)));
  },
};

function form(file: CaseFile, shown: number | null, context: CommandContext): Answer {
  const { policy, workspace, compose, texts } = context;
  const words = texts.commands.template;
  assertExchangeable(file, policy, shown);
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [
      {
        type: 'choice',
        name: 'template',
        label: words.which,
        hint: words.hint(languageName(file.case.language, context.texts)),
        required: true,
        choices: answerChoices(policy, workspace, file.case.kind, compose.answers(), texts).slice(
          0,
          CHOICES_MAX,
        ),
      },
    ],
    keep: { draft: shown?.toString() },
  });
}

function unknown(
  typed: string,
  { case: found }: CaseFile,
  { policy, workspace, compose, texts: own }: CommandContext,
): NotPossible {
  const names = answerChoices(policy, workspace, found.kind, compose.answers(), own).map(
    ({ value }) => value,
  );
  return new NotPossible((texts) => texts.commands.template.unknown(typed.slice(0, 40), names.join(', ')));
}
