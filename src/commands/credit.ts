import { both } from '../cases/both.ts';
import { creditHelper } from '../cases/community.ts';
import type { CaseFile } from '../cases/case.ts';
import { assertMove } from '../cases/states.ts';
import { resolve } from '../cases/work.ts';
import type { Answer } from '../chat/command.ts';
import { person } from '../chat/rich.ts';
import { NotPossible, PlatformRefused, TargetGone } from '../errors.ts';
import { thankWords } from '../replies/helper-words.ts';
import { caseForm } from './desk/case-form.ts';
import { closingWords } from './desk/closing-words.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';
import { personId } from './desk/person-id.ts';

export const credit: Command = {
  name: 'credit',
  summary: ({ commands }) => commands.credit.summary,
  options: [
    caseOption,
    {
      name: 'person',
      summary: ({ commands }) => commands.credit.options.person,
      required: false,
      type: 'person',
    },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const seen = await readCase(context);
    assertMove(seen.case, 'solved');
    if (values['person'] === undefined) return form(seen, context);
    const helper = personId(values['person']);
    const name = await nameOfHelper(helper, context);
    const { policy, now } = context;
    const file = await changeCase(context, (found) =>
      both(
        resolve(found, by.userId, closingWords(found, context), policy, now),
        creditHelper(found, helper, by.userId, thankWords(found, name, context)),
      ),
    );
    const thanked = file.replies.some(({ purpose }) => purpose === 'thanks');
    const { credit: words } = context.texts.commands;
    const named = [nameOf(file, context), person(helper)] as const;
    return say(...(thanked ? words.thanked(...named) : words.noted(...named)));
  },
};

/** @throws {NotPossible} for bots, and for whoever is not in the community */
async function nameOfHelper(userId: string, { chat, workspace }: CommandContext): Promise<string> {
  try {
    const { name, isBot, isMember } = await chat.fetchPerson(workspace.id, userId);
    if (isMember && !isBot) return name;
  } catch (error) {
    if (!(error instanceof TargetGone || error instanceof PlatformRefused)) throw error;
  }
  throw new NotPossible(({ commands }) => commands.credit.notHere);
}

function form(file: CaseFile, context: CommandContext): Answer {
  const { credit: words } = context.texts.commands;
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [
      {
        type: 'person',
        name: 'person',
        label: words.who,
        hint: words.whoHint,
        required: true,
      },
    ],
  });
}
