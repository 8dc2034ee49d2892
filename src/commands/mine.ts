import { OPEN_STATES } from '../cases/states.ts';
import { casesAnswer, LISTED } from './desk/cases-answer.ts';
import type { Command } from './desk/command.ts';
import { noteListed } from './desk/note-seen.ts';

export const mine: Command = {
  name: 'mine',
  summary: 'The open cases you handle',
  options: [],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { store, workspace, command, standing } = context;
    const cases = await store.list(workspace.id, {
      states: OPEN_STATES,
      eyes: standing,
      handlerId: command.by.userId,
      limit: LISTED + 1,
    });
    await noteListed(context, cases);
    return casesAnswer(
      cases,
      'You have no open cases. /feedback list shows what others could use help with.',
      context,
    );
  },
};
