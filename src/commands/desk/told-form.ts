import type { Origin } from '../../cases/origin.ts';
import type { Choice } from '../../chat/card.ts';
import type { Answer } from '../../chat/command.ts';
import { FILES_MAX } from '../../chat/files.ts';
import type { Field } from '../../chat/form.ts';
import type { CommandContext } from './command.ts';
import { originChoices } from './origin-choices.ts';
import { kindChoices, severityChoices } from './picks.ts';
import { FROM_MAX } from './told-member.ts';

/** Longest words that came another way (characters): what a form takes on every platform. */
const WORDS_MAX = 3_000;

/** Asks for feedback that came another way, with what was said already in its place. An account that was named is not asked for again. */
export function toldForm(chosen: { origin: Origin; kind: string }, context: CommandContext): Answer {
  const { command, texts } = context;
  const words = texts.commands.new;
  const { member } = command.values;
  const fields = [...spoken(context), ...choices(chosen, context)];
  const values = member === undefined ? {} : { member };
  return {
    type: 'form',
    form: { title: words.title, submit: words.submit, fields, invoke: { command: 'new', values } },
  };
}

function spoken({ command, texts }: CommandContext): Field[] {
  const words = texts.commands.new;
  const { text = '', from = '', member } = command.values;
  return [
    {
      type: 'paragraph',
      name: 'text',
      label: words.what,
      required: true,
      initial: text,
      maxLength: WORDS_MAX,
    },
    ...(member === undefined || from ? [whom(from, words.whom)] : []),
    ...(member === undefined ? [account(words)] : []),
    { type: 'files', name: 'file', label: words.files, required: false, max: FILES_MAX, isExtra: true },
  ];
}

function whom(from: string, label: string): Field {
  return {
    type: 'line',
    name: 'from',
    label,
    required: false,
    initial: from.slice(0, FROM_MAX),
    maxLength: FROM_MAX,
  };
}

function account({ account: label, accountHint: hint }: CommandContext['texts']['commands']['new']): Field {
  return { type: 'person', name: 'member', label, hint, required: false, isExtra: true };
}

function choices({ origin, kind }: { origin: Origin; kind: string }, context: CommandContext): Field[] {
  const { texts } = context;
  const words = texts.commands.new;
  const severity = context.command.values['severity'];
  const choice = (name: string, label: string, all: Choice[], initial: string): Field => ({
    type: 'choice',
    name,
    label,
    required: true,
    choices: all,
    initial,
  });
  return [
    choice('origin', words.how, originChoices(texts), origin),
    choice('kind', words.kind, kindChoices(context), kind),
    {
      type: 'choice',
      name: 'severity',
      label: words.severity,
      hint: texts.commands.picked.severityHint,
      required: false,
      choices: severityChoices(texts),
      ...(severity !== undefined && { initial: severity.trim().toLowerCase() }),
    },
  ];
}
