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
import { textsOf } from '../texts/index.ts';

/** Whose data it is about, and whether somebody else asks for them. */
interface About {
  member: Member;
  isOwn: boolean;
}

export const privacy: Command = {
  name: 'privacy',
  summary: (texts) => texts.commands.privacy.summary,
  options: [
    {
      name: 'person',
      summary: (texts) => texts.commands.privacy.options.person,
      required: false,
      type: 'person',
    },
    { name: 'do', summary: (texts) => texts.commands.privacy.options.do, required: false, type: 'choice' },
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
    throw new NotPossible((texts) => texts.commands.privacy.onlyYourself);
  return { member: { workspaceId: workspace.id, userId }, isOwn };
}

/** @throws {NotPossible} */
function stepOf(typed: string | undefined): PrivacyStep | null {
  const wanted = typed?.trim().toLowerCase();
  if (!wanted) return null;
  const known = PRIVACY_STEPS.find((each) => each === wanted);
  if (!known) throw new NotPossible((texts) => texts.commands.privacy.notOneOf(wanted.slice(0, 40)));
  return known;
}

/** An admin sees no counts: how many cases somebody has, they may not know of all. */
async function overview(
  { member, isOwn }: About,
  { privacy: record, texts }: CommandContext,
): Promise<Answer> {
  const held = await record.about(member);
  return {
    type: 'card',
    card: isOwn ? ownCard(held, texts) : cardAbout(member.userId, held.isOptedOut, texts),
  };
}

async function exported({ member, isOwn }: About, { links, texts }: CommandContext): Promise<Answer> {
  const words = texts.commands.privacy;
  const byHand = paragraph(
    ...words.byHand(code(`hearback export --member ${member.workspaceId} ${member.userId} <file>`)),
  );
  if (!isOwn) return { type: 'say', blocks: [paragraph(words.theirOwn), byHand] };
  const made = await links.createDownload({ ...member, what: 'member-export' });
  if (!made) return { type: 'say', blocks: [paragraph(words.noAddress), byHand] };
  return say(...words.downloadUntil(link(words.download, made.url), time(made.expiresAt)));
}

async function erase(about: About, context: CommandContext): Promise<Answer> {
  const { values, by, interactionId } = context.command;
  const confirmed = values['confirm'];
  const words = context.texts.commands.privacy;
  if (confirmed === undefined) return confirmForm(about, context);
  if (confirmed !== 'yes') return say(words.nothingErased);
  try {
    const receipt = await context.privacy.erase(about.member, {
      askedBy: about.isOwn ? 'member' : 'admin',
      actorId: by.userId,
      texts: textsOf(context.workspace),
      // The click's id can hold the person's.
      request: createHash('sha256').update(interactionId).digest('hex'),
    });
    return {
      type: 'say',
      blocks: [
        paragraph(...words.erased(receipt.number, time(receipt.at))),
        ...receiptLines(receipt, context.texts),
      ],
    };
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
    throw new NotPossible((texts) => texts.commands.privacy.notYet);
  }
}

function confirmForm({ member, isOwn }: About, { workspace, texts }: CommandContext): Answer {
  const words = texts.commands.privacy;
  const whose = isOwn ? 'own' : 'theirs';
  return {
    type: 'form',
    form: {
      title: words.title[whose],
      submit: words.submit,
      fields: [
        {
          type: 'choice',
          name: 'confirm',
          label: words.sure[whose],
          hint: words.hint,
          required: true,
          choices: [
            { value: 'no', label: words.keep },
            { value: 'yes', label: words.erase(workspace.name).slice(0, 75) },
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
  { privacy: record, command, texts }: CommandContext,
): Promise<Answer> {
  await record.optOut(member, command.by.userId);
  return say(texts.commands.privacy.optedOut[isOwn ? 'own' : 'theirs']);
}

async function optIn(
  { member, isOwn }: About,
  { privacy: record, command, texts }: CommandContext,
): Promise<Answer> {
  await record.optIn(member, command.by.userId);
  return say(texts.commands.privacy.optedIn[isOwn ? 'own' : 'theirs']);
}
