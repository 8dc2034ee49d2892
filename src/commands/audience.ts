import { AUDIENCES, type Audience } from '../cases/case.ts';
import { setAudience } from '../cases/audience.ts';
import { NotPossible } from '../errors.ts';
import { caseOption, changeCase, nameOf, say, type Command } from './desk/command.ts';

export const audience: Command = {
  name: 'audience',
  summary: ({ commands }) => commands.audience.summary,
  options: [
    caseOption,
    {
      name: 'who',
      summary: ({ commands }) => commands.audience.options.who,
      required: true,
      type: 'choice',
    },
  ],
  mayOpenForm: false,
  allow: 'leads',
  async run(context) {
    const { values, by } = context.command;
    const wanted = pickAudience(values['who']);
    const file = await changeCase(context, (found) =>
      setAudience(found, wanted, by.userId, context.workspace),
    );
    const name = nameOf(file, context);
    const { audience: words } = context.texts.commands;
    return say(wanted === 'leads' ? words.leadsAlone(name) : words.allStaff(name));
  },
};

/** @throws {NotPossible} */
function pickAudience(typed: string | undefined): Audience {
  const wanted = typed?.trim().toLowerCase();
  const known = AUDIENCES.find((each) => each === wanted);
  if (known) return known;
  throw new NotPossible(({ commands: { audience: words } }) =>
    wanted ? words.writeNot(wanted.slice(0, 40)) : words.write,
  );
}
