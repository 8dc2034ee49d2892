import { changeSeverity } from '../cases/work.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { isDrawnAgain } from './desk/drawn-again.ts';

export const severity: Command = {
  name: 'severity',
  summary: 'Change how urgent a case is',
  options: [
    caseOption,
    { name: 'severity', summary: 'low, normal, high or urgent', required: true, type: 'choice' },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, policy, now } = context;
    const wanted = (command.values['severity'] ?? '').trim().toLowerCase();
    const file = await changeCase(context, (found) =>
      changeSeverity(found, wanted, command.by.userId, policy, now),
    );
    return isDrawnAgain(command)
      ? { type: 'silent' }
      : say(`${nameOf(file, context)} is now ${file.case.severity}; its clocks run accordingly.`);
  },
};
