import { isLead } from '../cases/access.ts';
import { caseName } from '../cases/case.ts';
import { ORIGINS, originWords, type Origin } from '../cases/origin.ts';
import type { Choice } from '../chat/card.ts';
import type { Answer } from '../chat/command.ts';
import type { Field } from '../chat/form.ts';
import { NotPossible } from '../errors.ts';
import { SEVERITIES } from '../policy/schema.ts';
import { recordTold } from '../record.ts';
import { textsOf } from '../texts/index.ts';
import { say, type Command, type CommandContext } from './desk/command.ts';
import { originChoices } from './desk/origin-choices.ts';
import { kindChoices, pickKind, pickSeverity } from './desk/picks.ts';

/** So long a name is kept (characters). */
const FROM_MAX = 80;

/** Feedback that nobody wrote in a channel. Where it came from belongs to it: who does not say is asked. */
export const newCase: Command = {
  name: 'new',
  summary: (texts) => texts.commands.new.summary,
  options: [
    {
      name: 'text',
      summary: (texts) => texts.commands.new.options.text,
      required: false,
      type: 'text',
      takesRest: true,
      keepsMentions: true,
    },
    { name: 'from', summary: (texts) => texts.commands.new.options.from, required: false, type: 'text' },
    {
      name: 'origin',
      summary: (texts) => texts.commands.new.options.origin,
      required: false,
      type: 'choice',
    },
    { name: 'kind', summary: (texts) => texts.commands.new.options.kind, required: false, type: 'choice' },
    {
      name: 'severity',
      summary: (texts) => texts.commands.new.options.severity,
      required: false,
      type: 'choice',
    },
  ],
  mayOpenForm: true,
  allow: 'staff',
  async run(context) {
    const { values, by } = context.command;
    const { workspace, policy, texts } = context;
    const text = values['text'] ?? '';
    const origin = pickOrigin(values['origin']);
    const kind = pickKind(values['kind'], context);
    const severity = pickSeverity(values['severity']);
    if (context.command.from !== 'form' && (text.trim() === '' || origin === null))
      return form(values, { origin: origin ?? 'mail', kind }, context);
    if (!text.trim()) throw new NotPossible(({ commands }) => commands.new.noWords);
    const from = values['from']?.trim().slice(0, FROM_MAX) || textsOf(workspace).commands.new.somebody;
    const told = { text, from, origin: origin ?? 'elsewhere', by: by.userId, kind, severity };
    const { file } = await recordTold(told, context);
    if (file.case.audience === 'leads' && !isLead(context.standing))
      return say(texts.commands.new.thanks(texts.rules.notices.forLeads));
    const name = caseName(policy.prefix, file.case.number);
    return say(texts.commands.new.recorded(name, originWords(told.origin, texts)));
  },
};

/** @returns null when nothing was said. @throws {NotPossible} */
function pickOrigin(typed: string | undefined): Origin | null {
  const wanted = typed?.trim().toLowerCase();
  if (!wanted) return null;
  const known = ORIGINS.find((each) => each === wanted);
  if (known !== undefined) return known;
  throw new NotPossible((texts) => texts.commands.new.noOrigin(wanted.slice(0, 40), ORIGINS.join(', ')));
}

/** With what was said already in its place. */
function form(
  values: Record<string, string>,
  chosen: { origin: Origin; kind: string },
  context: CommandContext,
): Answer {
  const words = context.texts.commands.new;
  const fields = [...spoken(values, context), ...choices(values['severity'], chosen, context)];
  return {
    type: 'form',
    form: { title: words.title, submit: words.submit, fields, invoke: { command: 'new', values: {} } },
  };
}

function spoken({ text = '', from = '' }: Record<string, string>, { texts }: CommandContext): Field[] {
  const words = texts.commands.new;
  return [
    {
      type: 'paragraph',
      name: 'text',
      label: words.what,
      required: true,
      initial: text,
      maxLength: 3_000,
    },
    {
      type: 'line',
      name: 'from',
      label: words.whom,
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
  const { texts } = context;
  const words = texts.commands.new;
  const choice = (name: string, label: string, all: Choice[], initial: string | undefined): Field => ({
    type: 'choice',
    name,
    label,
    required: name !== 'severity',
    choices: all,
    ...(initial !== undefined && { initial }),
  });
  const severities = SEVERITIES.map((value) => ({ value, label: texts.dashboard.severities[value] }));
  return [
    choice('origin', words.how, originChoices(texts), origin),
    choice('kind', words.kind, kindChoices(context), kind),
    choice('severity', words.severity, severities, severity?.trim().toLowerCase()),
  ];
}
