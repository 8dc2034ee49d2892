import { claim as claimCase } from '../cases/work.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { isDrawnAgain } from './desk/drawn-again.ts';

export const claim: Command = {
  name: 'claim',
  summary: ({ commands }) => commands.claim.summary,
  options: [caseOption],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const file = await changeCase(context, (found) => claimCase(found, context.command.by.userId));
    return isDrawnAgain(context.command)
      ? { type: 'silent' }
      : say(context.texts.commands.claim.isYours(nameOf(file, context)));
  },
};
