import { include as includeIn } from '../cases/exclude.ts';
import { person } from '../chat/rich.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { personId } from './desk/person-id.ts';

export const include: Command = {
  name: 'include',
  summary: (texts) => texts.commands.include.summary,
  options: [
    caseOption,
    {
      name: 'person',
      summary: (texts) => texts.commands.include.options.person,
      required: true,
      type: 'person',
    },
  ],
  mayOpenForm: false,
  allow: 'leads',
  async run(context) {
    const { values, by } = context.command;
    const userId = personId(values['person']);
    const file = await changeCase(context, (found) => includeIn(found, userId, by.userId));
    return say(...context.texts.commands.include.done(nameOf(file, context), person(userId)));
  },
};
