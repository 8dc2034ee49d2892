import { refuse as refuseGift } from '../cases/gift-decision.ts';
import { caseForm } from './desk/case-form.ts';
import { caseOption, changeCase, nameOf, readCase, say, type Command } from './desk/command.ts';
import { giftId } from './desk/gift-id.ts';

export const refuse: Command = {
  name: 'refuse',
  summary: 'Say no to a gift somebody else has proposed; they are told why',
  options: [
    caseOption,
    { name: 'reason', summary: 'Why; whoever proposed it is told', required: true, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'leads',
  async run(context) {
    const { values, by } = context.command;
    const reason = values['reason'];
    if (reason === undefined) {
      return caseForm(await readCase(context), context, {
        title: 'Refuse gift ·',
        submit: 'Refuse',
        fields: [
          {
            type: 'paragraph',
            name: 'reason',
            label: 'Why not?',
            hint: 'Whoever proposed it is told. The member is told nothing.',
            required: true,
            initial: '',
            maxLength: 1_000,
          },
        ],
        keep: { gift: values['gift'], in: values['in'] },
      });
    }
    const file = await changeCase(context, (found) =>
      refuseGift(found, giftId(values['gift']), reason, by.userId),
    );
    return say(`Refused: nothing was sent (${nameOf(file, context)}). Whoever proposed it is told why.`);
  },
};
