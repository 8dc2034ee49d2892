import { AsksTwice } from '../cases/asks-twice.ts';
import { asksTwiceCard } from '../cases/cards/asks-twice.ts';
import { previewCard } from '../cases/cards/preview.ts';
import type { CaseFile, Reply } from '../cases/case.ts';
import type { Said } from '../cases/details.ts';
import { renewed, renewedIn } from '../cases/prepared.ts';
import { send as sendReply } from '../cases/reply.ts';
import type { Answer } from '../chat/command.ts';
import { paragraph } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { prepare } from '../replies/prepare.ts';
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
  options: [
    caseOption,
    {
      name: 'wait',
      summary: 'yes: then wait for the member; no: do not. By itself it waits when you ask something',
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const { workspace, policy, compose, now } = context;
    const replyId = draftId(values['draft']);
    const known = await saidSoFar(context);
    const said = values['confirm'] === 'yes' ? null : known;
    try {
      const file = await changeCase(context, (found) => {
        const anew = ({ steps }: Reply) => prepare(steps, found, workspace, policy, compose, now, known);
        return (
          renewed(found, replyId, anew, by.userId, now) ??
          sendReply(found, replyId, by.userId, policy, said, waitOf(values['wait']))
        );
      });
      const instead = renewedIn(file, replyId);
      if (instead) return shownAnew(file, instead, context);
      return say(`The answer to ${file.case.member.name} is on its way (${nameOf(file, context)}).`);
    } catch (error) {
      if (error instanceof AsksTwice) return asked(error, context);
      throw error;
    }
  },
};

/** Nothing was sent: whoever wanted to sees what would be. */
function shownAnew(file: CaseFile, reply: Reply, context: CommandContext): Answer {
  const { command, compose } = context;
  const card = previewCard(
    { ...context, file },
    reply,
    (words) => compose.parse(words),
    command.values['in'],
  );
  const why = paragraph(
    'The answer that waited said by when they hear again, and that moment is over. So it was written anew.',
  );
  return { type: 'card', card: { ...card, body: [why, ...card.body] } };
}

/** @throws {NotPossible} */
function waitOf(typed: string | undefined): boolean | null {
  const wanted = (typed ?? '').trim().toLowerCase();
  if (!['', 'yes', 'no'].includes(wanted))
    throw new NotPossible(
      'Write yes or no behind the case: whether it waits for the member then. Leave it out, and it waits when you ask something.',
    );
  return wanted === '' ? null : wanted === 'yes';
}

async function saidSoFar(context: CommandContext): Promise<Said> {
  const { workspaceId, caseId } = (await readCase(context)).case;
  return context.store.memberSaid({ workspaceId, caseId });
}

async function asked({ replyId, details }: AsksTwice, context: CommandContext): Promise<Answer> {
  const file = await readCase(context);
  const words = details.map((detail) => context.compose.detail(detail, OF_STAFF));
  return {
    type: 'card',
    card: asksTwiceCard(
      nameOf(file, context),
      file.case.member.name,
      replyId,
      words,
      context.command.values['in'],
    ),
  };
}
