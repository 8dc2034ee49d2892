import { assertOpen } from '../cases/states.ts';
import { snooze as snoozeCase } from '../cases/work.ts';
import { time } from '../chat/rich.ts';
import { caseOption, changeCase, nameOf, readCase, say, type Command } from './desk/command.ts';
import { after, WAITS } from './desk/waits.ts';

export const snooze: Command = {
  name: 'snooze',
  summary: 'Let reminders of a case rest for a while',
  options: [
    caseOption,
    { name: 'for', summary: 'How long, such as 2h or 3d', required: true, type: 'choice' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const typed = values['for'];
    if (typed === undefined) {
      const file = await readCase(context);
      assertOpen(file.case);
      const name = nameOf(file, context);
      return {
        type: 'form',
        form: {
          title: `Snooze ${name}`,
          submit: 'Snooze',
          fields: [
            {
              type: 'choice',
              name: 'for',
              label: 'Remind me again in',
              required: true,
              choices: WAITS,
              initial: '4h',
            },
          ],
          invoke: {
            command: 'snooze',
            values: { case: name, ...(values['in'] !== undefined && { in: values['in'] }) },
          },
        },
      };
    }
    const until = after(typed, context.now);
    const file = await changeCase(context, (found) => snoozeCase(found, until, by.userId));
    return say(`${nameOf(file, context)} rests until `, time(until), '.');
  },
};
