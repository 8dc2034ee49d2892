import { exclude as excludeFrom } from '../cases/exclude.ts';
import { person } from '../chat/rich.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';
import { personId } from './desk/person-id.ts';
import { pickReason } from './desk/why.ts';

export const exclude: Command = {
  name: 'exclude',
  summary: 'Keep somebody out of a case, whatever their role',
  options: [
    caseOption,
    { name: 'person', summary: 'For whom it does not exist from now on', required: true, type: 'person' },
    {
      name: 'why',
      summary: 'conflict (default), accused or previous-handler',
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: false,
  allow: 'leads',
  async run(context) {
    const { values, by } = context.command;
    const userId = personId(values['person']);
    const reason = pickReason(values['why']);
    const file = await changeCase(context, (found) =>
      excludeFrom(found, { userId, reason }, by.userId, context.workspace),
    );
    return say(
      `From now on ${nameOf(file, context)} does not exist for `,
      person(userId),
      '. In channels it shows its number only; what people wrote there themselves stays. /feedback include lets them in again.',
    );
  },
};
