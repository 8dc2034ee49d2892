import type { MessageSnapshot } from '../chat/message.ts';
import type { Answer } from '../chat/command.ts';
import { isLead } from '../cases/access.ts';
import { caseName, type CaseFile } from '../cases/case.ts';
import { NotPossible, PermissionMissing, TargetGone } from '../errors.ts';
import { watches } from '../policy/lookup.ts';
import { recordMessage } from '../record.ts';
import type { Wording } from '../texts/index.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { kindChoices, pickKind, pickSeverity, severityChoices } from './desk/picks.ts';

export const flag: Command = {
  name: 'flag',
  summary: ({ commands }) => commands.flag.summary,
  options: [
    { name: 'link', summary: ({ commands }) => commands.flag.options.link, required: true, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'flaggers',
  async run(context) {
    const { command } = context;
    if (command.target) return form(command.target, context);
    const message = await findMessage(context);
    if (message.author.isBot) throw new NotPossible(({ commands }) => commands.flag.botTold);
    const { values, by } = command;
    const { file, isNew } = await recordMessage(
      {
        message,
        by: by.userId,
        kind: pickKind(values['kind'], context),
        severity: pickSeverity(values['severity']),
        note: values['note'] ?? '',
      },
      context,
    );
    return say(thanks(file, isNew, context));
  },
};

/**
 * Whoever may not know of the case the message belongs to hears no more than that it is recorded; 👀 on it says as much.
 * Whoever flagged it as something for leads alone hears that those look after it, all with the same words.
 */
function thanks(
  file: CaseFile,
  isNew: boolean,
  { policy, command, standing, texts }: CommandContext,
): string {
  const { flag: words } = texts.commands;
  const isKeptOut = file.excluded.some(({ userId }) => userId === command.by.userId);
  const isForLeads = file.case.audience === 'leads';
  if (isNew && isForLeads && (isKeptOut || !isLead(standing)))
    return words.thanksAnd(texts.rules.notices.forLeads);
  if (isKeptOut || (isForLeads && !isLead(standing))) return words.thanks;
  const name = caseName(policy.prefix, file.case.number);
  return isNew ? words.recordedAs(name) : words.belongsTo(name);
}

const GONE: Wording = ({ commands }) => commands.flag.gone;

/**
 * The message by its link, or by the ids the form carries. Neither says that the person may read it: the bot reads more
 * channels than they do, and its answers must not tell them what is there.
 */
async function findMessage({ command, workspace, chat }: CommandContext): Promise<MessageSnapshot> {
  const { link, channel, message } = command.values;
  const ref =
    channel && message
      ? { workspaceId: workspace.id, channelId: channel, messageId: message }
      : chat.parseLink(workspace.id, (link ?? '').trim());
  if (!ref) throw new NotPossible(({ commands }) => commands.flag.noLink);
  try {
    if (!(await chat.canSee(workspace.id, ref.channelId, command.by.userId))) throw new NotPossible(GONE);
    const found = await chat.fetchMessage(ref);
    if (!watches(workspace, found.ref.channelId, found.threadRoot?.channelId ?? null)) {
      throw new NotPossible(({ commands }) => commands.flag.notWatched);
    }
    return found;
  } catch (error) {
    if (error instanceof TargetGone) throw new NotPossible(GONE);
    if (error instanceof PermissionMissing)
      throw new NotPossible((texts) => texts.commands.flag.cannotRead(error.neededIn(texts)));
    throw error;
  }
}

function form(target: MessageSnapshot, context: CommandContext): Answer {
  if (target.author.isBot) throw new NotPossible(({ commands }) => commands.flag.byBot);
  const kinds = kindChoices(context);
  const { flag: words } = context.texts.commands;
  return {
    type: 'form',
    form: {
      title: words.title,
      submit: words.submit,
      fields: [
        {
          type: 'choice',
          name: 'kind',
          label: words.kind,
          required: true,
          choices: kinds,
          ...(kinds[0] && { initial: kinds[0].value }),
        },
        {
          type: 'choice',
          name: 'severity',
          label: words.severity,
          hint: context.texts.commands.picked.severityHint,
          required: false,
          choices: severityChoices(context.texts),
        },
        {
          type: 'paragraph',
          name: 'note',
          label: words.note,
          hint: words.noteHint,
          required: false,
          initial: '',
          maxLength: 2_000,
        },
      ],
      invoke: { command: 'flag', values: { channel: target.ref.channelId, message: target.ref.messageId } },
    },
  };
}
