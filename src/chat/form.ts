import type { Choice, Invocation } from './card.ts';

export type Field = {
  /** The command's option this field fills. */
  name: string;
  label: string;
  required: boolean;
  hint?: string;
  /** Left out where a form has no room for all fields (Discord: 5), the last first: the command's own option says it too. */
  isExtra?: true;
} & (
  | { type: 'line' | 'paragraph'; initial: string; maxLength: number }
  | { type: 'choice'; choices: Choice[]; initial?: string }
  | { type: 'person'; initial?: string }
  /** What is chosen comes as the command's `files`, not among its values. */
  | { type: 'files'; max: number }
);

/** A form to fill in (Slack modal, Discord modal): 1-5 fields, and some that may be left out. Submitting runs `invoke` with the fields added to its values. */
export interface Form {
  /** At most 24 characters (Slack's limit for a modal's title). */
  title: string;
  submit: string;
  fields: Field[];
  invoke: Invocation;
}
