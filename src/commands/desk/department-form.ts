import type { CaseFile } from '../../cases/case.ts';
import { STEP_WORDS_MAX, type DepartmentStep } from '../../cases/department.ts';
import { isOpen } from '../../cases/states.ts';
import type { Answer } from '../../chat/command.ts';
import { caseForm } from './case-form.ts';
import type { CommandContext } from './command.ts';

type Worded = Exclude<DepartmentStep, 'take'> | 'tell';

/** What somebody is asked for: title at most 14 characters, label at most 45. */
const ASKED: Readonly<
  Record<Worded, { title: string; submit: string; label: string; hint: string; required: boolean }>
> = {
  ask: {
    title: 'Ask for more',
    submit: 'Ask',
    label: 'What do you need to know?',
    hint: 'Whoever looks after the case hears it at once. The member does not see it.',
    required: true,
  },
  elsewhere: {
    title: 'Elsewhere',
    submit: 'Say so',
    label: 'Where is it handled?',
    hint: 'A link that begins with https://, and a few words if you like. The member does not see it.',
    required: true,
  },
  decline: {
    title: 'Decline',
    submit: 'Decline',
    label: 'Why is it not for you?',
    hint: 'For whoever looks after the case. The member does not see it.',
    required: true,
  },
  fixed: {
    title: 'Fixed',
    submit: 'Fixed',
    label: 'What was done?',
    hint: 'For whoever looks after the case; may stay empty. The member does not see it.',
    required: false,
  },
  answer: {
    title: 'Answer',
    submit: 'Hand over',
    label: 'What the member should read',
    hint: 'A draft: the handler reads it, and sends it or not. Nothing goes out by itself.',
    required: true,
  },
  tell: {
    title: 'Tell ·',
    submit: 'Tell',
    label: 'What should they know?',
    hint: 'It is posted in their channel, and they have time to answer again. The member does not see it.',
    required: true,
  },
};

/** Steps that say nothing without words, or that somebody is asked about first. */
export const NEEDS_WORDS: ReadonlySet<string> = new Set(Object.keys(ASKED));

/** Asks for the words of a step. */
export function departmentForm(
  file: CaseFile,
  step: DepartmentStep | 'tell',
  department: string,
  context: CommandContext,
): Answer {
  if (step === 'take') throw new Error('taking a case needs no words');
  const { title, submit, label, hint, required } = ASKED[step];
  const said = isOpen(file.case)
    ? hint
    : 'The case has ended: your words are kept, and its handler hears of them.';
  return caseForm(file, context, {
    title,
    submit,
    fields: [
      {
        type: 'paragraph',
        name: 'text',
        label,
        hint: said,
        required,
        initial: '',
        maxLength: STEP_WORDS_MAX,
      },
    ],
    keep: { do: step, department, in: context.command.values['in'] },
  });
}
