import { OPEN_STATES } from '../cases/states.ts';
import { casesAnswer, LISTED } from './desk/cases-answer.ts';
import type { Command } from './desk/command.ts';

export const mine: Command = {
  name: 'mine',
  summary: 'The open cases you handle',
  options: [],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { store, workspace, command } = context;
    const cases = await store.list(workspace.id, {
      states: OPEN_STATES,
      handlerId: command.by.userId,
      limit: LISTED + 1,
    });
    return casesAnswer(
      cases,
      'You have no open cases. /feedback list shows what others could use help with.',
      context,
    );
  },
};
