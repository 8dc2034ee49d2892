import { caseOption, readCase, type Command } from './desk/command.ts';
import { shownCase } from './desk/shown-case.ts';

export const show: Command = {
  name: 'show',
  summary: 'A case with its story and notes',
  options: [caseOption],
  mayOpenForm: false,
  allow: 'readers',
  async run(context) {
    return { type: 'card', card: await shownCase(await readCase(context), context) };
  },
};
