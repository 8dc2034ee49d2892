import type { CaseFile } from '../../cases/case.ts';
import type { Answer } from '../../chat/command.ts';
import type { Field } from '../../chat/form.ts';
import { nameOf, type CommandContext } from './command.ts';

interface Asked {
  /** What stands before the case's name in the title; with it at most 24 characters. */
  title: string;
  submit: string;
  fields: Field[];
  /** What the command was told already, and has to be told again. */
  keep?: Record<string, string | undefined>;
}

/** Asks for what a command about a case was left without. Sent, the same command runs for the same case. */
export function caseForm(file: CaseFile, context: CommandContext, asked: Asked): Answer {
  const name = nameOf(file, context);
  const kept = Object.entries(asked.keep ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return {
    type: 'form',
    form: {
      title: `${asked.title} ${name}`,
      submit: asked.submit,
      fields: asked.fields,
      invoke: { command: context.command.name, values: { case: name, ...Object.fromEntries(kept) } },
    },
  };
}
