import type { Choice, Invocation } from './card.ts';

export type Field = {
  /** The command's option this field fills. */
  name: string;
  label: string;
  required: boolean;
  hint?: string;
} & (
  | { type: 'line' | 'paragraph'; initial: string; maxLength: number }
  | { type: 'choice'; choices: Choice[]; initial?: string }
  | { type: 'person'; initial?: string }
);

/** A form to fill in (Slack modal, Discord modal): 1-5 fields. Submitting runs `invoke` with the fields added to its values. */
export interface Form {
  /** At most 24 characters (Slack's limit for a modal's title). */
  title: string;
  submit: string;
  fields: Field[];
  invoke: Invocation;
}
