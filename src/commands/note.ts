import { attendanceFor, EVERYBODY_IN } from '../cases/attendance.ts';
import { both } from '../cases/both.ts';
import { caretakers } from '../cases/caretakers.ts';
import type { CaseFile } from '../cases/case.ts';
import { isOpen } from '../cases/states.ts';
import { saidTooLate, wrote } from '../cases/thread-note.ts';
import { addNote } from '../cases/work.ts';
import { caseForm } from './desk/case-form.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';

export const note: Command = {
  name: 'note',
  summary: (texts) => texts.commands.note.summary,
  options: [
    caseOption,
    { name: 'text', summary: (texts) => texts.commands.note.options.text, required: true, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'departments',
  async run(context) {
    const { values, by } = context.command;
    const words = context.texts.commands.note;
    const text = values['text'];
    if (text === undefined) {
      return caseForm(await readCase(context), context, {
        title: words.title,
        submit: words.submit,
        fields: [
          {
            type: 'paragraph',
            name: 'text',
            label: words.label,
            hint: words.hint,
            required: true,
            initial: '',
            maxLength: 3_000,
          },
        ],
      });
    }
    const seen = await readCase(context);
    const late = lateDepartment(seen, context) === null ? null : await whoIsThere(seen, context);
    const file = await changeCase(context, (found) => {
      const kept = addNote(found, text, by.userId);
      const department = lateDepartment(found, context);
      return department === null
        ? kept
        : both(
            kept,
            saidTooLate(
              found,
              by.userId,
              (texts) => wrote(by.userId, text, texts),
              department,
              context.workspace,
              late ?? EVERYBODY_IN,
            ),
          );
    });
    const name = nameOf(file, context);
    return say(lateDepartment(file, context) === null ? words.kept(name) : words.keptLate(name));
  },
};

/** The department that somebody speaks for about a case which has ended; null for whoever looks after it, and while it is open. */
function lateDepartment(file: CaseFile, { command, standing }: CommandContext): string | null {
  if (isOpen(file.case) || command.by.userId === file.case.handlerId) return null;
  return file.departments.find((department) => standing.departments.has(department)) ?? null;
}

function whoIsThere(file: CaseFile, { people, chat, workspace, now }: CommandContext) {
  return attendanceFor((known) => caretakers(file, workspace, known), { people, chat, workspace, now });
}
