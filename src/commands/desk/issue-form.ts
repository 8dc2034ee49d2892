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
import { textsOf, type Texts } from '../../texts/index.ts';
import { caseForm } from './case-form.ts';
import type { CommandContext } from './command.ts';

/** Asks what an issue is to say. Nothing of the member stands in it until somebody writes or ticks it. */
export function issueForm(file: CaseFile, before: Issue | undefined, context: CommandContext): Answer {
  const { values } = context.command;
  const trackers = trackersFor(file, context.policy);
  const wanted = (values['tracker'] ?? before?.tracker)?.trim().toLowerCase();
  const only = trackers.length === 1 ? trackers[0]?.key : undefined;
  const template = issueTemplate(file, context.policy, textsOf(context.workspace));
  const body = before?.body ?? template.body;
  if (body.length > TEXT_MAX) throw new NotPossible(({ commands }) => commands.issueForm.tooLong);
  const { issueForm: words } = context.texts.commands;
  return caseForm(file, context, {
    title: words.title,
    submit: words.submit,
    fields: [
      ...(only === undefined && trackers.length > 0 ? [trackerField(trackers, wanted, words.where)] : []),
      {
        type: 'line',
        name: 'title',
        label: words.heading,
        required: true,
        initial: values['title'] ?? before?.title ?? template.title,
        maxLength: TITLE_MAX,
      },
      {
        type: 'paragraph',
        name: 'text',
        label: words.text,
        hint: words.textHint,
        required: false,
        initial: body,
        maxLength: TEXT_MAX,
      },
      ...(file.case.quote === '' ? [] : [quoteField(words)]),
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

function trackerField(trackers: readonly TrackerOf[], wanted: string | undefined, label: string): Field {
  const known = trackers.find(({ key }) => key === wanted);
  return {
    type: 'choice',
    name: 'tracker',
    label,
    required: true,
    choices: trackers.slice(0, 25).map(({ key, name }) => ({ value: key, label: name })),
    ...(known && { initial: known.key }),
  };
}

const quoteField = (words: Texts['commands']['issueForm']): Field => ({
  type: 'choice',
  name: 'quote',
  label: words.quote,
  required: true,
  choices: [
    { value: 'no', label: words.quoteNo },
    { value: 'yes', label: words.quoteYes },
  ],
  initial: 'no',
});
