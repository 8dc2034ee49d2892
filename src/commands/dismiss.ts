import { assertMove } from '../cases/states.ts';
import { dismiss as dismissCase } from '../cases/work.ts';
import { caseForm } from './desk/case-form.ts';
import { caseOption, changeCase, nameOf, readCase, say, type Command } from './desk/command.ts';
import { textsOf } from '../texts/index.ts';

export const dismiss: Command = {
  name: 'dismiss',
  summary: ({ commands }) => commands.dismiss.summary,
  options: [
    caseOption,
    {
      name: 'reason',
      summary: ({ commands }) => commands.dismiss.options.reason,
      required: true,
      type: 'text',
    },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const { dismiss: words } = context.texts.commands;
    const reason = values['reason'];
    if (reason === undefined) {
      const file = await readCase(context);
      assertMove(file.case, 'dismissed');
      return caseForm(file, context, {
        title: words.title,
        submit: words.submit,
        fields: [
          {
            type: 'paragraph',
            name: 'reason',
            label: words.why,
            hint: words.whyHint,
            required: true,
            initial: '',
            maxLength: 1_000,
          },
        ],
      });
    }
    const file = await changeCase(context, (found) =>
      dismissCase(found, reason, by.userId, context.now, textsOf(context.workspace)),
    );
    return say(words.isDismissed(nameOf(file, context)));
  },
};
