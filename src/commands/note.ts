import { addNote } from '../cases/work.ts';
import { caseForm } from './desk/case-form.ts';
import { caseOption, changeCase, nameOf, readCase, say, type Command } from './desk/command.ts';

export const note: Command = {
  name: 'note',
  summary: 'Keep an internal note with a case',
  options: [
    caseOption,
    { name: 'text', summary: 'The note; the member never sees it', required: true, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'departments',
  async run(context) {
    const { values, by } = context.command;
    const text = values['text'];
    if (text === undefined) {
      return caseForm(await readCase(context), context, {
        title: 'Note on',
        submit: 'Keep',
        fields: [
          {
            type: 'paragraph',
            name: 'text',
            label: 'Internal note',
            hint: 'The member never sees it.',
            required: true,
            initial: '',
            maxLength: 3_000,
          },
        ],
      });
    }
    const file = await changeCase(context, (found) => addNote(found, text, by.userId));
    return say(`Kept with ${nameOf(file, context)}. Only staff see it.`);
  },
};
