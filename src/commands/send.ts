import { AsksTwice } from '../cases/asks-twice.ts';
import { asksTwiceCard } from '../cases/cards/asks-twice.ts';
import type { Said } from '../cases/details.ts';
import { send as sendReply } from '../cases/reply.ts';
import type { Answer } from '../chat/command.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';
import { draftId } from './desk/draft-id.ts';

/** The language staff read cards in. */
const OF_STAFF = 'en';

export const send: Command = {
  name: 'send',
  summary: 'Send the answer that is waiting for a click',
  options: [caseOption],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const said = values['confirm'] === 'yes' ? null : await saidSoFar(context);
    try {
      const file = await changeCase(context, (found) =>
        sendReply(found, draftId(values['draft']), by.userId, context.policy, said),
      );
      return say(`The answer to ${file.case.member.name} is on its way (${nameOf(file, context)}).`);
    } catch (error) {
      if (error instanceof AsksTwice) return asked(error, context);
      throw error;
    }
  },
};

async function saidSoFar(context: CommandContext): Promise<Said> {
  const { workspaceId, caseId } = (await readCase(context)).case;
  return context.store.memberSaid({ workspaceId, caseId });
}

async function asked({ replyId, details }: AsksTwice, context: CommandContext): Promise<Answer> {
  const file = await readCase(context);
  const words = details.map((detail) => context.compose.detail(detail, OF_STAFF));
  return {
    type: 'card',
    card: asksTwiceCard(nameOf(file, context), file.case.member.name, replyId, words),
  };
}
