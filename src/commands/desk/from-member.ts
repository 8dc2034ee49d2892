import type { CaseFile } from '../../cases/case.ts';
import type { Verdicts } from '../../cases/closing.ts';
import type { Answer } from '../../chat/command.ts';
import type { Field } from '../../chat/form.ts';
import { caseNumber, say, type CommandContext } from './command.ts';

/** What came of what a member said about a close request. */
export interface Heard {
  file: CaseFile;
  /** `taken`: also when the platform sends the same click twice. */
  outcome: 'taken' | Exclude<Verdicts, object>;
  /** A word of ours to them, in the language of the question. */
  words: (name: string) => string;
}

/** The message whose button was pressed; null: they typed it, and mean the last question. */
export function repliedTo({ command }: CommandContext): number | null {
  const asked = Number(command.values['reply'] ?? Number.NaN);
  return Number.isSafeInteger(asked) ? asked : null;
}

/** What is said to whoever presses a button below an answer that is not theirs: nobody else learns what it is about. */
export function notTheirs({ compose, workspace, policy }: CommandContext): Answer {
  return say(compose.button('closing-not-yours', workspace.language ?? policy.language));
}

/**
 * The case whose member asks for this themselves, as it is now.
 * @returns null for everybody else, as for a case there is not
 */
export async function readTheirs(context: CommandContext): Promise<Pick<Heard, 'file' | 'words'> | null> {
  const { command, store, workspace } = context;
  const key = { workspaceId: workspace.id, number: caseNumber(command.values['case'], context) };
  // Asked by one question that takes as long for a case there is not.
  const guard = await store.guard(key);
  if (guard?.case.member.userId !== command.by.userId) return null;
  const file = await store.read(key);
  return file && { file, words: wordsFor(file, context) };
}

/** Carries out what the member concerned says, once; null for everybody else. */
export async function fromMember(
  context: CommandContext,
  decide: (file: CaseFile) => Verdicts,
): Promise<Heard | null> {
  const { command, once, workspace } = context;
  const theirs = await readTheirs(context);
  if (!theirs) return null;
  const key = { workspaceId: workspace.id, caseId: theirs.file.case.caseId };
  const changed = await once.change(key, (file) => {
    // Asked again under the case's lock: they may have had themselves erased since.
    if (file.case.member.userId !== command.by.userId) return { change: null, answer: null };
    const decided = decide(file);
    return typeof decided === 'string'
      ? { change: null, answer: decided }
      : { change: decided, answer: 'taken' as const };
  });
  if (!changed || changed.answer === null) return null;
  const { file, answer, repeated } = changed;
  return { file, outcome: repeated ? 'taken' : answer, words: wordsFor(file, context) };
}

/** A form with one field for the member's words, in their language. */
export function wordsForm(
  { command }: CommandContext,
  words: Heard['words'],
  about: { title: string; hint: string; field: Pick<Field, 'name' | 'required'>; maxLength: number },
): Answer {
  const { title, hint, field, maxLength } = about;
  return {
    type: 'form',
    form: {
      title: words(title),
      submit: words('form-send'),
      fields: [
        {
          ...field,
          type: 'paragraph',
          label: words(`${title}-label`),
          hint: words(hint),
          initial: '',
          maxLength,
        },
      ],
      invoke: { command: command.name, values: command.values },
    },
  };
}

function wordsFor({ case: found, replies }: CaseFile, context: CommandContext): Heard['words'] {
  const replyId = repliedTo(context);
  const asked = replies.findLast((reply) =>
    replyId === null ? reply.purpose === 'closing' : reply.replyId === replyId,
  );
  return (name) => context.compose.button(`closing-${name}`, asked?.language ?? found.language);
}
