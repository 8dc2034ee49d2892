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
  summary: (texts) => texts.commands.reply.summary,
  options: [
    caseOption,
    { name: 'text', summary: (texts) => texts.commands.reply.options.text, required: true, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const text = values['text'];
    const replyId = draftId(values['draft']);
    if (text === undefined) return writeForm(await readCase(context), replyId, context);
    const file = await changeCase(context, (found) => draft(found, text, by.userId, replyId, context.policy));
    const written = file.replies.findLast((each) => each.state === 'draft' && each.authorId === by.userId);
    if (!written) throw new NotPossible((texts) => texts.commands.reply.gone);
    return {
      type: 'card',
      card: previewCard(
        { ...context, file, locale: context.texts.common.code },
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
  const length = existing?.markdown.length ?? 0;
  if (length > FIELD_MAX) throw new NotPossible((texts) => texts.commands.reply.tooLong(length, FIELD_MAX));
  const isPrivate = kindOf(context.policy, file.case.kind).answer === 'private';
  const place = existing?.place ?? answerPlace(file, isPrivate);
  const words = context.texts.commands.reply;
  const hint = place?.type === 'dm' ? words.hintPrivate : words.hintPublic;
  return caseForm(file, context, {
    title: words.title,
    submit: words.preview,
    fields: [
      {
        type: 'paragraph',
        name: 'text',
        label: words.label,
        hint: hint(file.case.member.name),
        required: true,
        initial: existing?.markdown ?? '',
        maxLength: FIELD_MAX,
      },
    ],
    keep: { draft: existing?.replyId.toString(), in: context.command.values['in'] },
  });
}
