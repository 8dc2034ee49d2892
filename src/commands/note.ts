import { addNote } from '../cases/work.ts';
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
      const name = nameOf(await readCase(context), context);
      return {
        type: 'form',
        form: {
          title: `Note on ${name}`,
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
          invoke: { command: 'note', values: { case: name } },
        },
      };
    }
    const file = await changeCase(context, (found) => addNote(found, text, by.userId));
    return say(`Kept with ${nameOf(file, context)}. Only staff see it.`);
  },
};
