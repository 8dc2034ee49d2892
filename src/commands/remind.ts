import { remindAt } from '../cases/snooze.ts';
import { time } from '../chat/rich.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { momentMeant } from './desk/waits.ts';

export const remind: Command = {
  name: 'remind',
  summary: 'Set when the next reminder of a case comes',
  options: [
    caseOption,
    {
      name: 'when',
      summary: 'How long from now or when, such as 3d or tomorrow 9:00',
      required: true,
      type: 'choice',
      takesRest: true,
    },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const { at, told } = await momentMeant(values['when'] ?? '', context);
    const file = await changeCase(context, (found) =>
      remindAt(found, at, by.userId, context.policy, context.now),
    );
    return say(`The next reminder of ${nameOf(file, context)} comes `, time(at), `.${await told()}`);
  },
};
