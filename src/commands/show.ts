import { caseOption, readCase, type Command } from './desk/command.ts';
import { shownCase } from './desk/shown-case.ts';

export const show: Command = {
  name: 'show',
  summary: (texts) => texts.commands.show.summary,
  options: [caseOption],
  mayOpenForm: false,
  allow: 'readers',
  async run(context) {
    return { type: 'card', card: await shownCase(await readCase(context), context) };
  },
};
