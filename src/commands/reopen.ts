import { reopen as reopenCase } from '../cases/work.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { isDrawnAgain } from './desk/drawn-again.ts';
import { textsOf } from '../texts/index.ts';

export const reopen: Command = {
  name: 'reopen',
  summary: (texts) => texts.commands.reopen.summary,
  options: [
    caseOption,
    {
      name: 'reason',
      summary: (texts) => texts.commands.reopen.options.reason,
      required: false,
      type: 'text',
    },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, policy, now } = context;
    const file = await changeCase(context, (found) =>
      reopenCase(
        found,
        command.values['reason'] ?? '',
        command.by.userId,
        policy,
        now,
        textsOf(context.workspace),
      ),
    );
    return isDrawnAgain(command)
      ? { type: 'silent' }
      : say(context.texts.commands.reopen.open(nameOf(file, context)));
  },
};
