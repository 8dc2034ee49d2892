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
  summary: 'Let somebody, or a private channel, read a case along',
  options: [
    caseOption,
    { name: 'do', summary: 'add, remove or list', required: true, type: 'choice' },
    { name: 'person', summary: 'Who reads it', required: false, type: 'person' },
    { name: 'channel', summary: 'Or a private channel, such as qa', required: false, type: 'choice' },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { values } = context.command;
    const step = (values['do'] ?? '').trim().toLowerCase();
    if (step === 'list') return list(await readCase(context), context);
    if (step !== 'add' && step !== 'remove')
      throw new NotPossible('Write add, remove or list behind the case.');
    const reader = await readerIn(context, step === 'add');
    const { userId: by } = context.command.by;
    const file = await changeCase(context, (found) =>
      step === 'remove'
        ? removeCc(found, reader.cc, by)
        : addCc(found, reader.cc, by, reader.standing, context.workspace),
    );
    const who = ccInline(reader.cc, context.workspace);
    return step === 'add'
      ? say(who, ` can read ${nameOf(file, context)} from now on, and is told so once.`)
      : say(who, ` does not read ${nameOf(file, context)} any more. What stood there is taken away.`);
  },
};

type Reader = { cc: Cc; standing: Awaited<ReturnType<typeof standingFor>> | null };

/** Whom it is about. @throws {NotPossible} */
async function readerIn(context: CommandContext, isNew: boolean): Promise<Reader> {
  const { person: who, channel } = context.command.values;
  if (who !== undefined && channel !== undefined)
    throw new NotPossible('Name a person or a channel, one at a time.');
  if (channel !== undefined) return { cc: await channelFor(channel, context, isNew), standing: null };
  if (who === undefined) throw new NotPossible('Name a person, such as @mia, or channel: and a channel.');
  const userId = personId(who);
  return { cc: { userId }, standing: isNew ? await standingFor(userId, context) : null };
}

async function standingFor(userId: string, context: CommandContext) {
  if (isElsewhere(userId))
    throw new NotPossible(
      'Somebody of another workspace can read along only in the channel of their department: name that with channel:',
    );
  const found = await candidateFor(userId, context);
  if (found === 'bot') throw new NotPossible('That is a bot, and it reads nothing.');
  if (found === 'gone') throw new NotPossible('They are not in the community (any more).');
  return found.standing;
}

/** @throws {NotPossible} for a channel that is not known as internal, or not private at this moment */
async function channelFor(typed: string, { chat, workspace }: CommandContext, isNew: boolean): Promise<Cc> {
  const found = copyChannel(typed, workspace);
  if (!found) {
    const known = copyChoices(workspace).map(({ value }) => value);
    throw new NotPossible(
      `A case is shown only in private channels that hearback.yaml names, and that is none of them. ${known.length > 0 ? `Write one of: ${known.join(', ')}.` : 'It names none so far.'}`,
    );
  }
  // Elsewhere it is asked right before the card is posted, as it is here once more.
  if (isNew && found.workspaceId === workspace.id) {
    const { isPrivate, name } = await chat.fetchChannel(workspace.id, found.channelId);
    if (!isPrivate)
      throw new NotPossible(
        `The channel “${name}” is public, so members could read the case there. Make it private first.`,
      );
  }
  return found;
}

function list(file: CaseFile, context: CommandContext): Answer {
  const name = nameOf(file, context);
  if (file.cc.length === 0)
    return say(
      `Nobody reads ${name} along. ${typedAs(`cc ${name} add`, context.workspace.id)} and a person lets them.`,
    );
  return say(
    `${name} is read along by `,
    ...file.cc.flatMap((each, index): Inline[] => [
      ...(index > 0 ? [text(', ')] : []),
      ccInline(each, context.workspace),
    ]),
    '.',
  );
}
