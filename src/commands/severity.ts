import { whenExtreme } from '../cases/extremes.ts';
import { changeSeverity } from '../cases/work.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { isDrawnAgain } from './desk/drawn-again.ts';

export const severity: Command = {
  name: 'severity',
  summary: (texts) => texts.commands.severity.summary,
  options: [
    caseOption,
    {
      name: 'severity',
      summary: (texts) => texts.commands.severity.options.severity,
      required: true,
      type: 'choice',
    },
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
    if (isDrawnAgain(command)) return { type: 'silent' };
    const { dashboard, commands } = context.texts;
    return say(commands.severity.isNow(nameOf(file, context), dashboard.severities[file.case.severity]));
  },
};
