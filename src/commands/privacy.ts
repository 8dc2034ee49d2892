import { createHash } from 'node:crypto';
import type { Answer } from '../chat/command.ts';
import { code, link, paragraph, time } from '../chat/rich.ts';
import { NotPossible, NotYet } from '../errors.ts';
import type { Member } from '../store/privacy-port.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { personId } from './desk/person-id.ts';
import { cardAbout, ownCard } from './desk/privacy-card.ts';
import { PRIVACY_STEPS, type PrivacyStep } from './desk/privacy-steps.ts';
import { receiptLines } from './desk/receipt-lines.ts';

/** Whose data it is about, and whether somebody else asks for them. */
interface About {
  member: Member;
  isOwn: boolean;
}

export const privacy: Command = {
  name: 'privacy',
  summary: 'What is kept about you: see it, take it with you, have it erased, or opt out',
  options: [
    {
      name: 'person',
      summary: 'Somebody else, for admins: when they asked by mail',
      required: false,
      type: 'person',
    },
    { name: 'do', summary: 'export, erase, opt-out or opt-in', required: false, type: 'choice' },
  ],
  mayOpenForm: true,
  allow: 'anyone',
  async run(context) {
    const about = aboutWhom(context);
    switch (stepOf(context.command.values['do'])) {
      case null:
        return overview(about, context);
      case 'export':
        return exported(about, context);
      case 'erase':
        return erase(about, context);
      case 'opt-out':
        return optOut(about, context);
      case 'opt-in':
        return optIn(about, context);
    }
  },
};

/** @throws {NotPossible} when somebody asks about another person and may not */
function aboutWhom({ command, standing, workspace }: CommandContext): About {
  const asked = command.values['person'];
  const userId = asked ? personId(asked) : command.by.userId;
  const isOwn = userId === command.by.userId;
  if (!isOwn && !standing.roles.has('admin'))
    throw new NotPossible(
      'You can ask about yourself only: leave the person out. Admins can ask for somebody who wrote to them.',
    );
  return { member: { workspaceId: workspace.id, userId }, isOwn };
}

/** @throws {NotPossible} */
function stepOf(typed: string | undefined): PrivacyStep | null {
  const wanted = typed?.trim().toLowerCase();
  if (!wanted) return null;
  const known = PRIVACY_STEPS.find(({ value }) => value === wanted);
  if (!known) throw new NotPossible(`Write export, erase, opt-out or opt-in, not "${wanted.slice(0, 40)}".`);
  return known.value;
}

/** An admin sees no counts: how many cases somebody has, they may not know of all. */
async function overview({ member, isOwn }: About, { privacy: record }: CommandContext): Promise<Answer> {
  const held = await record.about(member);
  return { type: 'card', card: isOwn ? ownCard(held) : cardAbout(member.userId, held.isOptedOut) };
}

async function exported({ member, isOwn }: About, { links }: CommandContext): Promise<Answer> {
  const byHand = paragraph(
    'Whoever runs Hearback gets it with ',
    code(`hearback export --member ${member.workspaceId} ${member.userId} <file>`),
    ' and can send it.',
  );
  if (!isOwn)
    return {
      type: 'say',
      blocks: [paragraph('People take their own data with them: they type /feedback privacy. '), byHand],
    };
  const made = await links.createDownload({ ...member, what: 'member-export' });
  if (!made)
    return {
      type: 'say',
      blocks: [
        paragraph(
          'It cannot be downloaded here, because this Hearback has no web address. Please ask for it.',
        ),
        byHand,
      ],
    };
  return say(
    link('Download everything that is kept about you', made.url),
    '. The link works once, until ',
    time(made.expiresAt),
    ', and is for you alone.',
  );
}

async function erase(about: About, context: CommandContext): Promise<Answer> {
  const { values, by, interactionId } = context.command;
  const confirmed = values['confirm'];
  if (confirmed === undefined) return confirmForm(about, context);
  if (confirmed !== 'yes') return say('Nothing was erased.');
  try {
    const receipt = await context.privacy.erase(about.member, {
      askedBy: about.isOwn ? 'member' : 'admin',
      actorId: by.userId,
      // The click's id can hold the person's.
      request: createHash('sha256').update(interactionId).digest('hex'),
    });
    return {
      type: 'say',
      blocks: [
        paragraph(`Erased. Receipt ${receipt.number}, `, time(receipt.at), '.'),
        ...receiptLines(receipt),
      ],
    };
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
    throw new NotPossible(`${error.message} Nothing was erased yet. Please try again in a minute.`);
  }
}

function confirmForm({ member, isOwn }: About, { workspace }: CommandContext): Answer {
  return {
    type: 'form',
    form: {
      title: isOwn ? 'Erase what is kept' : 'Erase this person',
      submit: 'Go on',
      fields: [
        {
          type: 'choice',
          name: 'confirm',
          label: isOwn
            ? 'Erase everything about you? It is final.'
            : 'Erase everything of theirs? It is final.',
          hint: 'Words, files, answers and names go. Messages in the chat itself stay there.',
          required: true,
          choices: [
            { value: 'no', label: 'No, keep it' },
            { value: 'yes', label: `Yes, erase it in ${workspace.name}`.slice(0, 75) },
          ],
          initial: 'no',
        },
      ],
      invoke: { command: 'privacy', values: { do: 'erase', ...(!isOwn && { person: member.userId }) } },
    },
  };
}

async function optOut(
  { member, isOwn }: About,
  { privacy: record, command }: CommandContext,
): Promise<Answer> {
  await record.optOut(member, command.by.userId);
  return say(
    `${isOwn ? 'You have' : 'They have'} opted out: nothing ${isOwn ? 'you' : 'they'} write from now on is recorded, even when somebody flags it. `,
    `What was recorded before stays until it is erased. ${isOwn ? 'Opt in again with /feedback privacy.' : ''}`,
  );
}

async function optIn(
  { member, isOwn }: About,
  { privacy: record, command }: CommandContext,
): Promise<Answer> {
  await record.optIn(member, command.by.userId);
  return say(
    isOwn
      ? 'You are in again: when somebody flags what you write, it is recorded, and you are answered.'
      : 'They are in again: what they write can be flagged.',
  );
}
