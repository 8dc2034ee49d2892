import { assertMove } from '../cases/states.ts';
import { dismiss as dismissCase } from '../cases/work.ts';
import { caseForm } from './desk/case-form.ts';
import { caseOption, changeCase, nameOf, readCase, say, type Command } from './desk/command.ts';

export const dismiss: Command = {
  name: 'dismiss',
  summary: 'Not feedback to act on: recorded with a reason, nothing is said to the member',
  options: [caseOption, { name: 'reason', summary: 'Why; kept with the case', required: true, type: 'text' }],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const reason = values['reason'];
    if (reason === undefined) {
      const file = await readCase(context);
      assertMove(file.case, 'dismissed');
      return caseForm(file, context, {
        title: 'Dismiss',
        submit: 'Dismiss',
        fields: [
          {
            type: 'paragraph',
            name: 'reason',
            label: 'Why is it dismissed?',
            hint: 'Kept with the case. The member is told nothing.',
            required: true,
            initial: '',
            maxLength: 1_000,
          },
        ],
      });
    }
    const file = await changeCase(context, (found) => dismissCase(found, reason, by.userId, context.now));
    return say(`${nameOf(file, context)} is dismissed; the reason is kept with it.`);
  },
};
