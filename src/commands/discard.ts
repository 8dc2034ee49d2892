import { discard as discardReply } from '../cases/reply.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { draftId } from './desk/draft-id.ts';

export const discard: Command = {
  name: 'discard',
  summary: ({ commands }) => commands.discard.summary,
  options: [caseOption],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const file = await changeCase(context, (found) =>
      discardReply(found, draftId(values['draft']), by.userId),
    );
    return say(context.texts.commands.discard.discarded(nameOf(file, context)));
  },
};
