import type { CaseFile } from '../cases/case.ts';
import { previewCard } from '../cases/cards/preview.ts';
import { answerPlace } from '../cases/open.ts';
import { draft, draftOf } from '../cases/reply.ts';
import { assertOpen } from '../cases/states.ts';
import type { Answer } from '../chat/command.ts';
import { NotPossible } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import { caseForm } from './desk/case-form.ts';
import { caseOption, changeCase, readCase, type Command, type CommandContext } from './desk/command.ts';
import { draftId } from './desk/draft-id.ts';

/** Longest text both platforms let people type into one field of a form (characters). Slack 3,000, Discord 4,000. */
const FIELD_MAX = 3_000;

export const reply: Command = {
  name: 'reply',
  summary: 'Answer the member: you see it before it is sent',
  options: [caseOption, { name: 'text', summary: 'What the member will read', required: true, type: 'text' }],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const text = values['text'];
    const replyId = draftId(values['draft']);
    if (text === undefined) return writeForm(await readCase(context), replyId, context);
    const file = await changeCase(context, (found) => draft(found, text, by.userId, replyId, context.policy));
    const written = file.replies.findLast((each) => each.state === 'draft' && each.authorId === by.userId);
    if (!written) throw new NotPossible('That draft has been sent or discarded meanwhile.');
    return {
      type: 'card',
      card: previewCard(
        { ...context, file },
        written,
        (markdown) => context.compose.parse(markdown),
        context.command.values['in'],
      ),
    };
  },
};

function writeForm(file: CaseFile, replyId: number | null, context: CommandContext): Answer {
  assertOpen(file.case);
  const existing = replyId === null ? null : draftOf(file, replyId);
  if (existing && existing.markdown.length > FIELD_MAX)
    throw new NotPossible(
      `The draft has ${existing.markdown.length} characters, and a form takes ${FIELD_MAX}: the rest would be lost. Type it anew with /feedback reply, or send it as it is.`,
    );
  const isPrivate = kindOf(context.policy, file.case.kind).answer === 'private';
  const place = existing?.place ?? answerPlace(file, isPrivate);
  const where = place?.type === 'dm' ? 'by direct message' : 'in the public thread';
  return caseForm(file, context, {
    title: 'Reply ·',
    submit: 'Preview',
    fields: [
      {
        type: 'paragraph',
        name: 'text',
        label: 'What the member will read',
        hint: `To ${file.case.member.name}, ${where}. You see it once more before it is sent.`,
        required: true,
        initial: existing?.markdown ?? '',
        maxLength: FIELD_MAX,
      },
    ],
    keep: { draft: existing?.replyId.toString(), in: context.command.values['in'] },
  });
}
