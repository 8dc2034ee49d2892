import { remindAt } from '../cases/work.ts';
import { time } from '../chat/rich.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { after } from './desk/waits.ts';

export const remind: Command = {
  name: 'remind',
  summary: 'Set when the next reminder of a case comes',
  options: [
    caseOption,
    { name: 'when', summary: 'How long from now, such as 2h or 3d', required: true, type: 'choice' },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const at = after(values['when'] ?? '', context.now);
    const file = await changeCase(context, (found) => remindAt(found, at, by.userId));
    return say(`The next reminder of ${nameOf(file, context)} comes `, time(at), '.');
  },
};
