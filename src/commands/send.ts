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

export const send: Command = {
  name: 'send',
  summary: (texts) => texts.commands.send.summary,
  options: [
    caseOption,
    {
      name: 'wait',
      summary: (texts) => texts.commands.send.options.wait,
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const { workspace, policy, compose, now, texts } = context;
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
      return say(texts.commands.send.onItsWay(file.case.member.name, nameOf(file, context)));
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
    { ...context, file, locale: context.texts.common.code },
    reply,
    (words) => compose.parse(words),
    command.values['in'],
  );
  const why = paragraph(context.texts.commands.send.anew);
  return { type: 'card', card: { ...card, body: [why, ...card.body] } };
}

/** @throws {NotPossible} */
function waitOf(typed: string | undefined): boolean | null {
  const wanted = (typed ?? '').trim().toLowerCase();
  if (!['', 'yes', 'no'].includes(wanted)) throw new NotPossible((texts) => texts.commands.send.yesOrNo);
  return wanted === '' ? null : wanted === 'yes';
}

async function saidSoFar(context: CommandContext): Promise<Said> {
  const { workspaceId, caseId } = (await readCase(context)).case;
  return context.store.memberSaid({ workspaceId, caseId });
}

async function asked({ replyId, details }: AsksTwice, context: CommandContext): Promise<Answer> {
  const file = await readCase(context);
  const words = details.map((detail) => context.compose.detail(detail, context.texts.common.code));
  return {
    type: 'card',
    card: asksTwiceCard(
      nameOf(file, context),
      file.case.member.name,
      replyId,
      words,
      context.texts,
      context.command.values['in'],
    ),
  };
}
