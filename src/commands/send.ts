import { send as sendReply } from '../cases/reply.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { draftId } from './desk/draft-id.ts';

export const send: Command = {
  name: 'send',
  summary: 'Send the answer that is waiting for a click',
  options: [caseOption],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const file = await changeCase(context, (found) => sendReply(found, draftId(values['draft']), by.userId));
    return say(`The answer to ${file.case.member.name} is on its way (${nameOf(file, context)}).`);
  },
};
