import { attendanceFor, type Attendance } from '../cases/attendance.ts';
import type { CaseFile } from '../cases/case.ts';
import { mayAnswer, requestOf, saySolved, sayNotYet, WORDS_MAX } from '../cases/closing.ts';
import type { Answer } from '../chat/command.ts';
import { NotPossible } from '../errors.ts';
import { caseOption, say, type Command, type CommandContext } from './desk/command.ts';
import { fromMember, notTheirs, readTheirs, repliedTo, wordsForm } from './desk/from-member.ts';

/** Pressed by the member below the question whether their case is solved. Nobody else learns what it is about. */
export const solved: Command = {
  name: 'solved',
  summary: (texts) => texts.commands.solved.summary,
  options: [
    caseOption,
    { name: 'say', summary: (texts) => texts.commands.solved.options.say, required: true, type: 'choice' },
    {
      name: 'reason',
      summary: (texts) => texts.commands.solved.options.reason,
      required: false,
      type: 'text',
    },
  ],
  mayOpenForm: true,
  allow: 'anyone',
  async run(context) {
    const said = (context.command.values['say'] ?? '').trim().toLowerCase();
    if (said === 'yes') return yes(context);
    if (said !== 'no') throw new NotPossible((texts) => texts.commands.solved.yesOrNo);
    return context.command.from === 'button' ? askWhy(context) : notYet(context);
  },
};

async function yes(context: CommandContext): Promise<Answer> {
  const heard = await fromMember(context, (file) => saySolved(file, repliedTo(context), context.now));
  if (!heard) return notTheirs(context);
  const { outcome, words } = heard;
  if (outcome !== 'taken') return say(words(outcome));
  // The message shows it.
  return context.command.from === 'typed' ? say(words('thanks')) : { type: 'silent' };
}

async function askWhy(context: CommandContext): Promise<Answer> {
  const theirs = await readTheirs(context);
  if (!theirs) return notTheirs(context);
  const { file, words } = theirs;
  const refused = mayAnswer(file, requestOf(file, repliedTo(context)));
  if (refused) return say(words(refused));
  if (file.isOptedOut) return notYet(context);
  return wordsForm(context, words, {
    title: 'why',
    hint: 'why-hint',
    field: { name: 'reason', required: false },
    maxLength: WORDS_MAX,
  });
}

async function notYet(context: CommandContext): Promise<Answer> {
  const { command, store, people, chat, workspace, policy, now } = context;
  const theirs = await readTheirs(context);
  if (!theirs) return notTheirs(context);
  // Asked before: nobody takes on or answers a case that is over, and once it is not, this question asks nothing any more.
  const handlers = await store.pastHandlers({
    workspaceId: workspace.id,
    memberId: '',
    thread: null,
    caseId: theirs.file.case.caseId,
    since: now,
  });
  const reason = command.values['reason'] ?? '';
  const said = (file: CaseFile, attendance: Attendance) =>
    sayNotYet(file, repliedTo(context), reason, { handlers, workspace, policy, attendance, now });
  const attendance = await attendanceFor((there) => said(theirs.file, there), {
    people,
    chat,
    workspace,
    now,
  });
  const heard = await fromMember(context, (file) => said(file, attendance));
  if (!heard) return notTheirs(context);
  const { outcome, words } = heard;
  if (outcome === 'unclear') return say(words('too-long'));
  if (outcome !== 'taken') return say(words(outcome));
  if (heard.file.isOptedOut) return say(words('not-kept'));
  return command.from === 'typed' ? say(words('not-yet')) : { type: 'silent' };
}
