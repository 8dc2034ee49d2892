import type { CaseFile, Issue } from '../../cases/case.ts';
import {
  issueTemplate,
  TEXT_MAX,
  TITLE_MAX,
  trackersFor,
  type TrackerOf,
} from '../../cases/programs/issues.ts';
import type { Answer } from '../../chat/command.ts';
import type { Field } from '../../chat/form.ts';
import { NotPossible } from '../../errors.ts';
import { caseForm } from './case-form.ts';
import type { CommandContext } from './command.ts';

/** Asks what an issue is to say. Nothing of the member stands in it until somebody writes or ticks it. */
export function issueForm(file: CaseFile, before: Issue | undefined, context: CommandContext): Answer {
  const { values } = context.command;
  const trackers = trackersFor(file, context.policy);
  const wanted = (values['tracker'] ?? before?.tracker)?.trim().toLowerCase();
  const only = trackers.length === 1 ? trackers[0]?.key : undefined;
  const template = issueTemplate(file, context.policy);
  const body = before?.body ?? template.body;
  if (body.length > TEXT_MAX)
    throw new NotPossible(
      'It has become too long for a form. Make it as it is, or discard it and write a new one.',
    );
  return caseForm(file, context, {
    title: 'Issue for',
    submit: 'Preview',
    fields: [
      ...(only === undefined && trackers.length > 0 ? [trackerField(trackers, wanted)] : []),
      {
        type: 'line',
        name: 'title',
        label: 'Title',
        required: true,
        initial: values['title'] ?? before?.title ?? template.title,
        maxLength: TITLE_MAX,
      },
      {
        type: 'paragraph',
        name: 'text',
        label: 'What whoever works on it needs to know',
        hint: 'Others may read it there: leave out who the member is, and what they would not say in public.',
        required: false,
        initial: body,
        maxLength: TEXT_MAX,
      },
      ...(file.case.quote === '' ? [] : [quoteField]),
    ],
    keep: {
      tracker: only,
      text: undefined,
      draft: before?.issueId.toString(),
      do: 'write',
      in: values['in'],
    },
  });
}

function trackerField(trackers: readonly TrackerOf[], wanted: string | undefined): Field {
  const known = trackers.find(({ key }) => key === wanted);
  return {
    type: 'choice',
    name: 'tracker',
    label: 'Where',
    required: true,
    choices: trackers.slice(0, 25).map(({ key, name }) => ({ value: key, label: name })),
    ...(known && { initial: known.key }),
  };
}

const quoteField: Field = {
  type: 'choice',
  name: 'quote',
  label: 'Add the member’s words?',
  required: true,
  choices: [
    { value: 'no', label: 'No' },
    { value: 'yes', label: 'Yes, word for word, without their name' },
  ],
  initial: 'no',
};
