import type { CaseFile, Reply } from '../cases/case.ts';
import { previewCard } from '../cases/cards/preview.ts';
import { draft, REPLY_MAX } from '../cases/reply.ts';
import { assertOpen } from '../cases/states.ts';
import type { Answer } from '../chat/command.ts';
import { NotPossible } from '../errors.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  type Command,
  type CommandContext,
} from './desk/command.ts';
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
    const file = await changeCase(context, (found) => draft(found, text, by.userId, replyId));
    const written = file.replies.findLast((each) => each.state === 'draft' && each.authorId === by.userId);
    if (!written) throw new NotPossible('That draft has been sent or discarded meanwhile.');
    return {
      type: 'card',
      card: previewCard(
        nameOf(file, context),
        file.case.member.name,
        written,
        context.compose.parse(written.markdown),
      ),
    };
  },
};

function writeForm(file: CaseFile, replyId: number | null, context: CommandContext): Answer {
  assertOpen(file.case);
  const existing: Reply | undefined = file.replies.find(
    (each) => each.replyId === replyId && each.state === 'draft',
  );
  const where = existing?.place.type === 'dm' ? 'by direct message' : 'in the public thread';
  return {
    type: 'form',
    form: {
      title: `Reply · ${nameOf(file, context)}`,
      submit: 'Preview',
      fields: [
        {
          type: 'paragraph',
          name: 'text',
          label: 'What the member will read',
          hint: `To ${file.case.member.name}, ${where}. You see it once more before it is sent.`,
          required: true,
          initial: (existing?.markdown ?? '').slice(0, FIELD_MAX),
          maxLength: Math.min(FIELD_MAX, REPLY_MAX),
        },
      ],
      invoke: {
        command: 'reply',
        values: { case: nameOf(file, context), ...(existing && { draft: String(existing.replyId) }) },
      },
    },
  };
}
