import { AUDIENCES, type Audience } from '../cases/case.ts';
import { setAudience } from '../cases/audience.ts';
import { NotPossible } from '../errors.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';

export const audience: Command = {
  name: 'audience',
  summary: 'Say who may see a case: leads alone, or all staff',
  options: [caseOption, { name: 'who', summary: 'leads or staff', required: true, type: 'choice' }],
  mayOpenForm: false,
  allow: 'leads',
  async run(context) {
    const { values, by } = context.command;
    const wanted = pickAudience(values['who']);
    const file = await changeCase(context, (found) =>
      setAudience(found, wanted, by.userId, context.workspace),
    );
    const name = nameOf(file, context);
    return say(
      wanted === 'leads'
        ? `From now on only leads, management and admins see ${name}. In channels it shows its number only; what people wrote there themselves stays. Reminders come to its handler if that is a lead, else to the leads.`
        : `All who work on cases see ${name} again, but for those it is kept from by name.`,
    );
  },
};

/** @throws {NotPossible} */
function pickAudience(typed: string | undefined): Audience {
  const wanted = typed?.trim().toLowerCase();
  const known = AUDIENCES.find((each) => each === wanted);
  if (known) return known;
  throw new NotPossible(
    `Write leads or staff${wanted ? `, not "${wanted.slice(0, 40)}"` : ''}: who may see the case.`,
  );
}
