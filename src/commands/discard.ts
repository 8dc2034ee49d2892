import { discard as discardReply } from '../cases/reply.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { draftId } from './desk/draft-id.ts';

export const discard: Command = {
  name: 'discard',
  summary: 'Throw away the answer that is waiting for a click',
  options: [caseOption],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const file = await changeCase(context, (found) =>
      discardReply(found, draftId(values['draft']), by.userId),
    );
    return say(`Discarded; nothing was sent for ${nameOf(file, context)}.`);
  },
};
