import { comment as commentOn, mayComment, WORDS_MAX } from '../cases/closing.ts';
import type { Answer } from '../chat/command.ts';
import { caseOption, say, type Command, type CommandContext } from './desk/command.ts';
import { fromMember, notTheirs, readTheirs, repliedTo, wordsForm } from './desk/from-member.ts';
import { textsOf } from '../texts/index.ts';

/** Pressed by the member once they have rated how they were looked after. Their words go to those who see the case. */
export const comment: Command = {
  name: 'comment',
  summary: ({ commands }) => commands.comment.summary,
  options: [
    caseOption,
    { name: 'text', summary: ({ commands }) => commands.comment.options.text, required: false, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'anyone',
  async run(context) {
    const { values, from } = context.command;
    if (values['text'] === undefined && from === 'button') return ask(context);
    const typed = values['text'] ?? '';
    const heard = await fromMember(context, (file) =>
      commentOn(file, repliedTo(context), typed, textsOf(context.workspace)),
    );
    if (!heard) return notTheirs(context);
    const { outcome, words } = heard;
    if (outcome === 'unclear') return say(words(typed.trim() ? 'too-long' : 'comment-empty'));
    if (outcome !== 'taken') return say(words(outcome));
    // The message shows it.
    return from === 'typed' ? say(words('commented')) : { type: 'silent' };
  },
};

async function ask(context: CommandContext): Promise<Answer> {
  const theirs = await readTheirs(context);
  if (!theirs) return notTheirs(context);
  const { file, words } = theirs;
  const refused = mayComment(file, repliedTo(context));
  if (refused) return say(words(refused));
  return wordsForm(context, words, {
    title: 'comment',
    hint: 'comment-hint',
    field: { name: 'text', required: true },
    maxLength: WORDS_MAX,
  });
}
