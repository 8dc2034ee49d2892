import type { MessageSnapshot } from '../chat/message.ts';
import type { Answer } from '../chat/command.ts';
import { isLead } from '../cases/access.ts';
import { caseName, type CaseFile } from '../cases/case.ts';
import { FOR_LEADS } from '../cases/in-confidence.ts';
import { NotPossible, PermissionMissing, TargetGone } from '../errors.ts';
import { watches } from '../policy/lookup.ts';
import { SEVERITIES } from '../policy/schema.ts';
import { recordMessage } from '../record.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { kindChoices, pickKind, pickSeverity } from './desk/picks.ts';

export const flag: Command = {
  name: 'flag',
  summary: 'Record a message as feedback, by its link',
  options: [{ name: 'link', summary: 'The link of the message', required: true, type: 'text' }],
  mayOpenForm: true,
  allow: 'flaggers',
  async run(context) {
    const { command } = context;
    if (command.target) return form(command.target, context);
    const message = await findMessage(context);
    if (message.author.isBot)
      throw new NotPossible(
        'Messages by bots cannot be flagged: nobody would read the answer. If a person told you something, record it with /feedback new.',
      );
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
function thanks(file: CaseFile, isNew: boolean, { policy, command, standing }: CommandContext): string {
  const isKeptOut = file.excluded.some(({ userId }) => userId === command.by.userId);
  const isForLeads = file.case.audience === 'leads';
  if (isNew && isForLeads && (isKeptOut || !isLead(standing))) return `Thank you. ${FOR_LEADS}`;
  if (isKeptOut || (isForLeads && !isLead(standing))) return 'Thank you. It is recorded.';
  const name = caseName(policy.prefix, file.case.number);
  return isNew
    ? `Thank you. It is recorded as ${name}.`
    : `Thank you. It belongs to ${name}, which is already being looked after; you are noted as a reporter.`;
}

const GONE =
  'That message does not exist any more. If you remember what it said, record it with /feedback new.';

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
  if (!ref)
    throw new NotPossible(
      'That is not a link to a message of this community. Copy it with "Copy link" from the message\'s menu.',
    );
  try {
    if (!(await chat.canSee(workspace.id, ref.channelId, command.by.userId))) throw new NotPossible(GONE);
    const found = await chat.fetchMessage(ref);
    if (!watches(workspace, found.ref.channelId, found.threadRoot?.channelId ?? null)) {
      throw new NotPossible(
        'Messages in that channel are not recorded. The channels that count are listed under "watch" in hearback.yaml.',
      );
    }
    return found;
  } catch (error) {
    if (error instanceof TargetGone) throw new NotPossible(GONE);
    if (error instanceof PermissionMissing)
      throw new NotPossible(`I cannot read that message. ${error.needed}`);
    throw error;
  }
}

function form(target: MessageSnapshot, context: CommandContext): Answer {
  if (target.author.isBot)
    throw new NotPossible('Messages by bots cannot be flagged: nobody would read the answer.');
  const kinds = kindChoices(context);
  return {
    type: 'form',
    form: {
      title: 'Flag as feedback',
      submit: 'Record',
      fields: [
        {
          type: 'choice',
          name: 'kind',
          label: 'What is it?',
          required: true,
          choices: kinds,
          ...(kinds[0] && { initial: kinds[0].value }),
        },
        {
          type: 'choice',
          name: 'severity',
          label: 'How urgent is it?',
          required: false,
          choices: SEVERITIES.map((value) => ({ value, label: value })),
        },
        {
          type: 'paragraph',
          name: 'note',
          label: 'Note to the moderators',
          hint: 'The member never sees it.',
          required: false,
          initial: '',
          maxLength: 2_000,
        },
      ],
      invoke: { command: 'flag', values: { channel: target.ref.channelId, message: target.ref.messageId } },
    },
  };
}
