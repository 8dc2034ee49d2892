import { assertConsent } from '../cases/consent.ts';
import { route as routeCase } from '../cases/route.ts';
import { departmentOf } from '../policy/lookup.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { isDrawnAgain } from './desk/drawn-again.ts';

export const route: Command = {
  name: 'route',
  summary: 'Bring a case to a department',
  options: [
    caseOption,
    { name: 'department', summary: 'Which department', required: true, type: 'choice' },
    {
      name: 'question',
      summary: 'What they are asked; the member never sees it',
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
    return isDrawnAgain(command)
      ? { type: 'silent' }
      : say(
          `${nameOf(file, context)} is on its way to ${departmentOf(workspace, department)?.name ?? department}.`,
        );
  },
};
