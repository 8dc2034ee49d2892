import { whenExtreme } from '../cases/extremes.ts';
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
    const { command, workspace, policy, now } = context;
    const wanted = (command.values['severity'] ?? '').trim().toLowerCase();
    const file = await changeCase(context, (found) => {
      const change = changeSeverity(found, wanted, command.by.userId, policy, now);
      const after = { ...found, case: { ...found.case, ...change.set } };
      return { ...change, deliveries: whenExtreme(found.case, after, workspace, policy) };
    });
    return isDrawnAgain(command)
      ? { type: 'silent' }
      : say(`${nameOf(file, context)} is now ${file.case.severity}; its clocks run accordingly.`);
  },
};
