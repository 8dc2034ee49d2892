import { reopen as reopenCase } from '../cases/work.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { isDrawnAgain } from './desk/drawn-again.ts';

export const reopen: Command = {
  name: 'reopen',
  summary: 'Take up a solved or dismissed case again',
  options: [caseOption, { name: 'reason', summary: 'Why', required: false, type: 'text' }],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, policy, now } = context;
    const file = await changeCase(context, (found) =>
      reopenCase(found, command.values['reason'] ?? '', command.by.userId, policy, now),
    );
    return isDrawnAgain(command) ? { type: 'silent' } : say(`${nameOf(file, context)} is open again.`);
  },
};
