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
  summary: 'The case is solved; the member is told and can say it is not',
  options: [
    caseOption,
    {
      name: 'tell',
      summary: 'yes (default) tells the member, no says nothing',
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
    if (!['', 'yes', 'no'].includes(tell))
      throw new NotPossible('Write yes or no behind the case: whether the member is told.');
    const { policy, now } = context;
    const file = await changeCase(context, (found) => {
      const words = tell === 'no' ? null : closingWords(found, context);
      return resolveCase(found, by.userId, words, policy, now);
    });
    return say(`${nameOf(file, context)} ${whatFollows(file)}`);
  },
};

/** Whether the member was asked, and what happens if they say something. */
function whatFollows({ case: { state, member, source } }: CaseFile): string {
  if (state === 'solved')
    return `is solved, and ${member.name} is asked whether it is. If they say not yet, it goes one level up to somebody else; if they write, it is open again.`;
  return source === null
    ? 'is closed. It came in without a message, so please tell them yourself, the way they came.'
    : 'is closed. The member is not asked whether it is solved; if they write, it is open again.';
}

function confirmForm(file: CaseFile, context: CommandContext): Answer {
  assertMove(file.case, 'solved');
  return caseForm(file, context, {
    title: 'Resolve',
    submit: 'Resolve',
    fields: [
      {
        type: 'choice',
        name: 'tell',
        label:
          `Tell ${file.case.member.name} ${isPrivate(file, context.policy) ? 'by direct message' : 'in the thread'}?`.slice(
            0,
            45,
          ),
        required: true,
        choices: [
          { value: 'yes', label: 'Yes, and ask to say so if it is not solved' },
          { value: 'no', label: 'No, say nothing' },
        ],
        initial: 'yes',
      },
    ],
  });
}
