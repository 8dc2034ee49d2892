import { assertConsent } from '../cases/praise.ts';
import { route as routeCase } from '../cases/route.ts';
import { departmentOf } from '../policy/lookup.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';

export const route: Command = {
  name: 'route',
  summary: 'Bring a case to a department',
  options: [caseOption, { name: 'department', summary: 'Which department', required: true, type: 'choice' }],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, workspace } = context;
    const department = (command.values['department'] ?? '').trim().toLowerCase();
    const file = await changeCase(context, (found) => {
      assertConsent(found, department, workspace, context.policy);
      return routeCase(found, department, command.by.userId, workspace);
    });
    return command.from === 'button'
      ? { type: 'silent' }
      : say(
          `${nameOf(file, context)} is on its way to ${departmentOf(workspace, department)?.name ?? department}.`,
        );
  },
};
