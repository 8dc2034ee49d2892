import { isLead } from '../cases/access.ts';
import { caseName } from '../cases/case.ts';
import { FOR_LEADS } from '../cases/in-confidence.ts';
import type { Choice } from '../chat/card.ts';
import { NotPossible } from '../errors.ts';
import { recordTold } from '../record.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { kindChoices, pickKind, pickSeverity } from './desk/picks.ts';

const ORIGINS: Choice[] = [
  { value: 'mail', label: 'By mail' },
  { value: 'phone', label: 'By phone' },
  { value: 'person', label: 'In person' },
  { value: 'elsewhere', label: 'Somewhere else' },
];

export const newCase: Command = {
  name: 'new',
  summary: 'Record feedback that came by mail, phone or in person',
  options: [
    { name: 'text', summary: 'What was said; leave it out to fill in a form', required: false, type: 'text' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const text = values['text'];
    if (text === undefined) return form(context);
    if (!text.trim()) throw new NotPossible('Please write what was said.');
    const { file } = await recordTold(
      {
        text,
        from: values['from']?.trim() || 'somebody',
        origin: ORIGINS.find(({ value }) => value === values['origin'])?.value ?? 'elsewhere',
        by: by.userId,
        kind: pickKind(values['kind'], context),
        severity: pickSeverity(values['severity']),
      },
      context,
    );
    if (file.case.audience === 'leads' && !isLead(context.standing)) return say(`Thank you. ${FOR_LEADS}`);
    return say(
      `Recorded as ${caseName(context.policy.prefix, file.case.number)}. There is no thread to answer in: answer the way it came, and note it.`,
    );
  },
};

function form(context: CommandContext) {
  const kinds = kindChoices(context);
  return {
    type: 'form' as const,
    form: {
      title: 'New feedback',
      submit: 'Record',
      fields: [
        {
          type: 'paragraph' as const,
          name: 'text',
          label: 'What was said?',
          required: true,
          initial: '',
          maxLength: 3_000,
        },
        {
          type: 'line' as const,
          name: 'from',
          label: 'By whom?',
          required: false,
          initial: '',
          maxLength: 80,
        },
        {
          type: 'choice' as const,
          name: 'origin',
          label: 'How did it come?',
          required: true,
          choices: ORIGINS,
          initial: 'mail',
        },
        {
          type: 'choice' as const,
          name: 'kind',
          label: 'What is it?',
          required: true,
          choices: kinds,
          ...(kinds[0] && { initial: kinds[0].value }),
        },
      ],
      invoke: { command: 'new', values: {} },
    },
  };
}
