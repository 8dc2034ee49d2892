import { STATES, type State } from '../cases/case.ts';
import { OPEN_STATES } from '../cases/states.ts';
import { NotPossible } from '../errors.ts';
import { casesAnswer, LISTED } from './desk/cases-answer.ts';
import type { Command } from './desk/command.ts';
import { noteListed } from './desk/note-seen.ts';

export const list: Command = {
  name: 'list',
  summary: (texts) => texts.commands.list.summary,
  options: [
    {
      name: 'state',
      summary: (texts) => texts.commands.list.options.state,
      required: false,
      type: 'text',
    },
  ],
  mayOpenForm: false,
  allow: 'departments',
  async run(context) {
    const { store, workspace, standing, command } = context;
    const states = statesOf(command.values['state'] ?? '');
    const cases = await store.list(workspace.id, { states, eyes: standing, limit: LISTED + 1 });
    await noteListed(context, cases);
    return casesAnswer(cases, context.texts.commands.list.nothing, context);
  },
};

function statesOf(typed: string): readonly State[] {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  if (wanted === '' || wanted === 'open') return OPEN_STATES;
  if (wanted === 'all') return STATES;
  const known = STATES.find((state) => state === wanted);
  if (!known)
    throw new NotPossible((texts) =>
      texts.commands.list.notAState(typed.slice(0, 40), ['open', 'all', ...STATES].join(', ')),
    );
  return [known];
}
