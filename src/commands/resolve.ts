import { assertMove } from '../cases/states.ts';
import { resolve as resolveCase } from '../cases/work.ts';
import type { Answer } from '../chat/command.ts';
import type { CaseFile } from '../cases/case.ts';
import { NotPossible } from '../errors.ts';
import { caseForm } from './desk/case-form.ts';
import { closingWords, isPrivate } from './desk/closing-words.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';

export const resolve: Command = {
  name: 'resolve',
  summary: (texts) => texts.commands.resolve.summary,
  options: [
    caseOption,
    {
      name: 'tell',
      summary: (texts) => texts.commands.resolve.options.tell,
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by, from } = context.command;
    const tell = (values['tell'] ?? '').trim().toLowerCase();
    if (tell === '' && from === 'button') return confirmForm(await readCase(context), context);
    if (!['', 'yes', 'no'].includes(tell)) throw new NotPossible((texts) => texts.commands.resolve.yesOrNo);
    const { policy, now } = context;
    const file = await changeCase(context, (found) => {
      const words = tell === 'no' ? null : closingWords(found, context);
      return resolveCase(found, by.userId, words, policy, now);
    });
    return say(whatFollows(file, context));
  },
};

/** Whether the member was asked, and what happens if they say something. */
function whatFollows(file: CaseFile, context: CommandContext): string {
  const { state, member, source } = file.case;
  const words = context.texts.commands.resolve;
  const name = nameOf(file, context);
  if (state === 'solved') return words.asked(name, member.name);
  return source === null && member.userId === '' ? words.tellYourself(name) : words.closed(name);
}

function confirmForm(file: CaseFile, context: CommandContext): Answer {
  assertMove(file.case, 'solved');
  const words = context.texts.commands.resolve;
  const label = isPrivate(file, context.policy) ? words.tellPrivate : words.tellPublic;
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [
      {
        type: 'choice',
        name: 'tell',
        label: label(file.case.member.name).slice(0, 45),
        required: true,
        choices: [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ],
        initial: 'yes',
      },
    ],
  });
}
