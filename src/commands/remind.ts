import { remindAt } from '../cases/snooze.ts';
import { time } from '../chat/rich.ts';
import { caseOption, changeCase, nameOf, type Command } from './desk/command.ts';
import { promisedBefore } from './desk/promised-before.ts';
import { momentMeant } from './desk/waits.ts';

export const remind: Command = {
  name: 'remind',
  summary: (texts) => texts.commands.remind.summary,
  options: [
    caseOption,
    {
      name: 'when',
      summary: (texts) => texts.commands.remind.options.when,
      required: true,
      type: 'choice',
      takesRest: true,
    },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const { at, answered } = await momentMeant(values['when'] ?? '', context);
    const file = await changeCase(context, (found) =>
      remindAt(found, at, by.userId, context.policy, context.now),
    );
    return answered(
      ...context.texts.commands.remind.comes(nameOf(file, context), time(at)),
      ...promisedBefore(file, at, context.now, context.texts),
    );
  },
};
