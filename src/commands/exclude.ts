import { exclude as excludeFrom } from '../cases/exclude.ts';
import { person } from '../chat/rich.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { personId } from './desk/person-id.ts';
import { pickReason } from './desk/why.ts';

export const exclude: Command = {
  name: 'exclude',
  summary: ({ commands }) => commands.exclude.summary,
  options: [
    caseOption,
    {
      name: 'person',
      summary: ({ commands }) => commands.exclude.options.person,
      required: true,
      type: 'person',
    },
    {
      name: 'why',
      summary: ({ commands }) => commands.exclude.options.why,
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: false,
  allow: 'leads',
  async run(context) {
    const { values, by } = context.command;
    const userId = personId(values['person']);
    const reason = pickReason(values['why']);
    const file = await changeCase(context, (found) =>
      excludeFrom(found, { userId, reason }, by.userId, context.workspace),
    );
    return say(...context.texts.commands.exclude.doesNotExist(nameOf(file, context), person(userId)));
  },
};
