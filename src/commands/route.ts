import { assertConsent } from '../cases/consent.ts';
import { route as routeCase } from '../cases/route.ts';
import { departmentName } from '../policy/lookup.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { isDrawnAgain } from './desk/drawn-again.ts';

export const route: Command = {
  name: 'route',
  summary: (texts) => texts.commands.route.summary,
  options: [
    caseOption,
    {
      name: 'department',
      summary: (texts) => texts.commands.route.options.department,
      required: true,
      type: 'choice',
    },
    {
      name: 'question',
      summary: (texts) => texts.commands.route.options.question,
      required: false,
      type: 'text',
    },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, workspace, policy, now } = context;
    const department = (command.values['department'] ?? '').trim().toLowerCase();
    const file = await changeCase(context, (found) => {
      assertConsent(found, department, workspace, policy);
      return routeCase(
        found,
        department,
        command.by.userId,
        workspace,
        policy,
        now,
        command.values['question'],
      );
    });
    if (isDrawnAgain(command)) return { type: 'silent' };
    const to = departmentName(workspace, department, context.texts.common.code);
    return say(context.texts.commands.route.onItsWay(nameOf(file, context), to));
  },
};
