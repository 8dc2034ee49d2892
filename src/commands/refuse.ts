import { refuse as refuseGift } from '../cases/gift-decision.ts';
import { caseForm } from './desk/case-form.ts';
import { caseOption, changeCase, nameOf, readCase, say, type Command } from './desk/command.ts';
import { giftId } from './desk/gift-id.ts';

export const refuse: Command = {
  name: 'refuse',
  summary: (texts) => texts.commands.refuse.summary,
  options: [
    caseOption,
    {
      name: 'reason',
      summary: (texts) => texts.commands.refuse.options.reason,
      required: true,
      type: 'text',
    },
  ],
  mayOpenForm: true,
  allow: 'leads',
  async run(context) {
    const { values, by } = context.command;
    const words = context.texts.commands.refuse;
    const reason = values['reason'];
    if (reason === undefined) {
      return caseForm(await readCase(context), context, {
        title: words.title,
        submit: words.submit,
        fields: [
          {
            type: 'paragraph',
            name: 'reason',
            label: words.why,
            hint: words.hint,
            required: true,
            initial: '',
            maxLength: 1_000,
          },
        ],
        keep: { gift: values['gift'], in: values['in'] },
      });
    }
    const file = await changeCase(context, (found) =>
      refuseGift(found, giftId(values['gift']), reason, by.userId, context.workspace),
    );
    return say(words.refused(nameOf(file, context)));
  },
};
