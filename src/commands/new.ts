import { isLead } from '../cases/access.ts';
import { caseName } from '../cases/case.ts';
import { FOR_LEADS } from '../cases/in-confidence.ts';
import { ORIGINS, originWords, type Origin } from '../cases/origin.ts';
import type { Choice } from '../chat/card.ts';
import type { Answer } from '../chat/command.ts';
import type { Field } from '../chat/form.ts';
import { NotPossible } from '../errors.ts';
import { SEVERITIES } from '../policy/schema.ts';
import { recordTold } from '../record.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { ORIGIN_CHOICES } from './desk/origin-choices.ts';
import { kindChoices, pickKind, pickSeverity } from './desk/picks.ts';

/** So long a name is kept (characters). */
const FROM_MAX = 80;

/** Feedback that nobody wrote in a channel. Where it came from belongs to it: who does not say is asked. */
export const newCase: Command = {
  name: 'new',
  summary: 'Record feedback that came by mail, phone or in person',
  options: [
    {
      name: 'text',
      summary: 'What was said; leave it out to fill in a form',
      required: false,
      type: 'text',
      takesRest: true,
      keepsMentions: true,
    },
    { name: 'from', summary: 'Who said it, such as Mrs Olsen', required: false, type: 'text' },
    { name: 'origin', summary: 'mail, phone, person or elsewhere', required: false, type: 'choice' },
    { name: 'kind', summary: 'What kind of feedback it is', required: false, type: 'choice' },
    { name: 'severity', summary: 'low, normal, high or urgent', required: false, type: 'choice' },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const text = values['text'] ?? '';
    const origin = pickOrigin(values['origin']);
    const kind = pickKind(values['kind'], context);
    const severity = pickSeverity(values['severity']);
    if (context.command.from !== 'form' && (text.trim() === '' || origin === null))
      return form(values, { origin: origin ?? 'mail', kind }, context);
    if (!text.trim()) throw new NotPossible('Please write what was said.');
    const from = values['from']?.trim().slice(0, FROM_MAX) || 'somebody';
    const told = { text, from, origin: origin ?? 'elsewhere', by: by.userId, kind, severity };
    const { file } = await recordTold(told, context);
    if (file.case.audience === 'leads' && !isLead(context.standing)) return say(`Thank you. ${FOR_LEADS}`);
    return say(
      `Recorded as ${caseName(context.policy.prefix, file.case.number)}, told ${originWords(told.origin)}. There is no thread to answer in: answer the way it came, and note it.`,
    );
  },
};

/** @returns null when nothing was said. @throws {NotPossible} */
function pickOrigin(typed: string | undefined): Origin | null {
  const wanted = typed?.trim().toLowerCase();
  if (!wanted) return null;
  if (Object.hasOwn(ORIGINS, wanted)) return wanted as Origin;
  throw new NotPossible(
    `"${wanted.slice(0, 40)}" is no way that feedback comes. Choose one of: ${Object.keys(ORIGINS).join(', ')}.`,
  );
}

/** With what was said already in its place. */
function form(
  values: Record<string, string>,
  chosen: { origin: Origin; kind: string },
  context: CommandContext,
): Answer {
  const fields = [...spoken(values), ...choices(values['severity'], chosen, context)];
  return {
    type: 'form',
    form: { title: 'New feedback', submit: 'Record', fields, invoke: { command: 'new', values: {} } },
  };
}

function spoken({ text = '', from = '' }: Record<string, string>): Field[] {
  return [
    {
      type: 'paragraph',
      name: 'text',
      label: 'What was said?',
      required: true,
      initial: text,
      maxLength: 3_000,
    },
    {
      type: 'line',
      name: 'from',
      label: 'By whom?',
      required: false,
      initial: from.slice(0, FROM_MAX),
      maxLength: FROM_MAX,
    },
  ];
}

function choices(
  severity: string | undefined,
  { origin, kind }: { origin: Origin; kind: string },
  context: CommandContext,
): Field[] {
  const choice = (name: string, label: string, all: Choice[], initial: string | undefined): Field => ({
    type: 'choice',
    name,
    label,
    required: name !== 'severity',
    choices: all,
    ...(initial !== undefined && { initial }),
  });
  const severities = SEVERITIES.map((value) => ({ value, label: value }));
  return [
    choice('origin', 'How did it come?', ORIGIN_CHOICES, origin),
    choice('kind', 'What is it?', kindChoices(context), kind),
    choice('severity', 'How urgent is it?', severities, severity?.trim().toLowerCase()),
  ];
}
