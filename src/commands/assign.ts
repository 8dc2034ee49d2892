import { attendanceFor } from '../cases/attendance.ts';
import type { CaseFile } from '../cases/case.ts';
import { handOver } from '../cases/hand-over.ts';
import { assertMayHandOver } from '../cases/keep-handler.ts';
import { assertOpen } from '../cases/states.ts';
import { addNote } from '../cases/work.ts';
import type { Answer } from '../chat/command.ts';
import { person } from '../chat/rich.ts';
import { awayCard, type Away } from './desk/away-card.ts';
import { caseForm } from './desk/case-form.ts';
import {
  caseOption,
  changeCase,
  nameOf,
  readCase,
  say,
  type Command,
  type CommandContext,
} from './desk/command.ts';
import { assertMayHandle, candidateFor, mayHandle } from './desk/may-handle.ts';

/** Their note is among so many latest ones of the case, when they say that it is kept. */
const NOTES = 10;

export const assign: Command = {
  name: 'assign',
  summary: ({ commands }) => commands.assign.summary,
  options: [
    caseOption,
    {
      name: 'person',
      summary: ({ commands }) => commands.assign.options.person,
      required: true,
      type: 'person',
    },
    { name: 'note', summary: ({ commands }) => commands.assign.options.note, required: false, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const to = values['person'];
    if (!to) return form(context);
    const candidate = await candidateFor(to, context);
    const wish = { to, by: by.userId, ...(await noteFor(context)) };
    const decide = (found: CaseFile) => {
      assertMayHandOver(found, context.standing, context.policy);
      assertMayHandle(candidate, found, context.standing);
      return handOver(found, wish, context.workspace);
    };
    const away = values['sure'] === undefined && to !== by.userId ? await awayUntil(to, context) : null;
    if (away !== null) return askAgain(to, away, wish, decide, context);
    const file = await changeCase(context, decide);
    return say(...context.texts.commands.assign.isWith(nameOf(file, context), person(to)));
  },
};

async function form(context: CommandContext): Promise<Answer> {
  const file = await readCase(context);
  assertOpen(file.case);
  assertMayHandOver(file, context.standing, context.policy);
  const { assign: words } = context.texts.commands;
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [
      { type: 'person', name: 'person', label: words.who, required: true },
      {
        type: 'paragraph',
        name: 'note',
        label: words.note,
        required: false,
        initial: '',
        maxLength: 2_000,
      },
    ],
    keep: { in: context.command.values['in'] },
  });
}

/** What they wrote now, or just before, when they were asked whether they mean it: a button cannot hold it. */
async function noteFor(context: CommandContext): Promise<{ note: string; isKept: boolean }> {
  const { command, store } = context;
  if (command.values['noted'] === undefined)
    return { note: command.values['note']?.trim() ?? '', isKept: false };
  const { workspaceId, caseId } = (await readCase(context)).case;
  const notes = await store.notes({ workspaceId, caseId }, NOTES);
  const own = notes.findLast(({ authorId }) => authorId === command.by.userId);
  return { note: own?.text ?? '', isKept: true };
}

async function awayUntil(userId: string, { people, workspace, now }: CommandContext): Promise<Date | null> {
  const until = (await people.of(workspace.id, [userId])).get(userId)?.awayUntil ?? null;
  return until !== null && until > now ? until : null;
}

/** Nothing is handed over yet, but the note is kept: nobody has to write it again. */
async function askAgain(
  to: string,
  until: Date,
  { note, isKept }: { note: string; isKept: boolean },
  decide: (found: CaseFile) => unknown,
  context: CommandContext,
): Promise<Answer> {
  const file = await readCase(context);
  decide(file);
  const { by, values } = context.command;
  if (note && !isKept) await changeCase(context, (found) => addNote(found, note, by.userId));
  const away: Away = {
    userId: to,
    until,
    standIn: await standInFor(to, file, context),
    isNoteKept: note !== '',
  };
  const name = nameOf(file, context);
  const kept = { case: name, ...(values['in'] !== undefined && { in: values['in'] }) };
  return { type: 'card', card: awayCard(name, away, kept, context.texts) };
}

/** Whoever looks after the cases of somebody who is away, if they are there and it can be theirs. */
async function standInFor(userId: string, file: CaseFile, context: CommandContext): Promise<Away['standIn']> {
  const { people, chat, workspace, now } = context;
  const look = (known: Parameters<Parameters<typeof attendanceFor>[0]>[0]) => {
    const standIn = known.standInOf(userId);
    return standIn !== null && known.awayUntil(standIn) === null ? standIn : null;
  };
  const standIn = look(await attendanceFor(look, { people, chat, workspace, now }));
  if (standIn === null || standIn === file.case.handlerId) return null;
  const candidate = await candidateFor(standIn, context);
  return mayHandle(candidate, file) ? { userId: standIn, name: candidate.name } : null;
}
