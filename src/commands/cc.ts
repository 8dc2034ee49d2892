import { ccInline } from '../cases/cards/cc-inline.ts';
import { addCc, removeCc } from '../cases/cc.ts';
import type { Cc, CaseFile } from '../cases/case.ts';
import { typedAs } from '../cases/typed-as.ts';
import { isElsewhere } from '../chat/account.ts';
import type { Answer } from '../chat/command.ts';
import { text, type Inline } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';
import { copyChannel, copyChoices } from './desk/copy-channels.ts';
import { candidateFor } from './desk/may-handle.ts';
import { personId } from './desk/person-id.ts';

/** Lets somebody, or a private channel, read a case along. */
export const cc: Command = {
  name: 'cc',
  summary: ({ commands }) => commands.cc.summary,
  options: [
    caseOption,
    { name: 'do', summary: ({ commands }) => commands.cc.options.do, required: true, type: 'choice' },
    {
      name: 'person',
      summary: ({ commands }) => commands.cc.options.person,
      required: false,
      type: 'person',
    },
    {
      name: 'channel',
      summary: ({ commands }) => commands.cc.options.channel,
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values } = context.command;
    const step = (values['do'] ?? '').trim().toLowerCase();
    if (step === 'list') return list(await readCase(context), context);
    if (step !== 'add' && step !== 'remove') throw new NotPossible(({ commands }) => commands.cc.write);
    const reader = await readerIn(context, step === 'add');
    const { userId: by } = context.command.by;
    const file = await changeCase(context, (found) =>
      step === 'remove'
        ? removeCc(found, reader.cc, by)
        : addCc(found, reader.cc, by, reader.standing, context.workspace),
    );
    const who = ccInline(reader.cc, context.workspace, context.texts);
    const { cc: words } = context.texts.commands;
    const name = nameOf(file, context);
    return say(...(step === 'add' ? words.canRead(who, name) : words.readsNoMore(who, name)));
  },
};

type Reader = { cc: Cc; standing: Awaited<ReturnType<typeof standingFor>> | null };

/** Whom it is about. @throws {NotPossible} */
async function readerIn(context: CommandContext, isNew: boolean): Promise<Reader> {
  const { person: who, channel } = context.command.values;
  if (who !== undefined && channel !== undefined)
    throw new NotPossible(({ commands }) => commands.cc.oneAtATime);
  if (channel !== undefined) return { cc: await channelFor(channel, context, isNew), standing: null };
  if (who === undefined) throw new NotPossible(({ commands }) => commands.cc.nameOne);
  const userId = personId(who);
  return { cc: { userId }, standing: isNew ? await standingFor(userId, context) : null };
}

async function standingFor(userId: string, context: CommandContext) {
  if (isElsewhere(userId)) throw new NotPossible(({ commands }) => commands.cc.elsewhere);
  const found = await candidateFor(userId, context);
  if (found === 'bot') throw new NotPossible(({ commands }) => commands.cc.bot);
  if (found === 'gone') throw new NotPossible(({ commands }) => commands.cc.gone);
  return found.standing;
}

/** @throws {NotPossible} for a channel that is not known as internal, or not private at this moment */
async function channelFor(
  typed: string,
  { chat, workspace, texts }: CommandContext,
  isNew: boolean,
): Promise<Cc> {
  const found = copyChannel(typed, workspace);
  if (!found) {
    const known = copyChoices(workspace, texts).map(({ value }) => value);
    throw new NotPossible(({ commands }) =>
      known.length > 0 ? commands.cc.oneOfThese(known.join(', ')) : commands.cc.noneNamed,
    );
  }
  // Elsewhere it is asked right before the card is posted, as it is here once more.
  if (isNew && found.workspaceId === workspace.id) {
    const { isPrivate, name } = await chat.fetchChannel(workspace.id, found.channelId);
    if (!isPrivate) throw new NotPossible(({ commands }) => commands.cc.isPublic(name));
  }
  return found;
}

function list(file: CaseFile, context: CommandContext): Answer {
  const name = nameOf(file, context);
  const { cc: words } = context.texts.commands;
  if (file.cc.length === 0) return say(words.nobody(name, typedAs(`cc ${name} add`, context.workspace.id)));
  return say(
    words.isRead(name),
    ...file.cc.flatMap((each, index): Inline[] => [
      ...(index > 0 ? [text(', ')] : []),
      ccInline(each, context.workspace, context.texts),
    ]),
    '.',
  );
}
