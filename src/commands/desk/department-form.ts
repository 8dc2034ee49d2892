import type { CaseFile } from '../../cases/case.ts';
import { STEP_WORDS_MAX, type DepartmentStep } from '../../cases/department.ts';
import { isOpen } from '../../cases/states.ts';
import type { Answer } from '../../chat/command.ts';
import { caseForm } from './case-form.ts';
import type { CommandContext } from './command.ts';

type Worded = Exclude<DepartmentStep, 'take'> | 'tell';

/** What is asked for in each; only `fixed` says something without words. */
const WORDED = ['ask', 'elsewhere', 'decline', 'fixed', 'answer', 'tell'] as const satisfies Worded[];

/** Steps that say nothing without words, or that somebody is asked about first. */
export const NEEDS_WORDS: ReadonlySet<string> = new Set(WORDED);

/** Asks for the words of a step. */
export function departmentForm(
  file: CaseFile,
  step: DepartmentStep | 'tell',
  department: string,
  context: CommandContext,
): Answer {
  if (step === 'take') throw new Error('taking a case needs no words');
  const { asked, endedHint } = context.texts.commands.department;
  const { title, submit, label, hint } = asked[step];
  return caseForm(file, context, {
    title,
    submit,
    fields: [
      {
        type: 'paragraph',
        name: 'text',
        label,
        hint: isOpen(file.case) ? hint : endedHint,
        required: step !== 'fixed',
        initial: '',
        maxLength: STEP_WORDS_MAX,
      },
    ],
    keep: { do: step, department, in: context.command.values['in'] },
  });
}
