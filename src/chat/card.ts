import type { Block, Inline } from './rich.ts';

/** What a button or select does: the same command a person could type. */
export interface Invocation {
  command: string;
  /** The command's options by name. Together with the name short enough for a custom id (see action-id). */
  values: Record<string, string>;
}

export interface Choice {
  label: string;
  value: string;
}

export type Action =
  | { type: 'button'; label: string; style: 'plain' | 'primary' | 'danger'; invoke: Invocation }
  /** Choosing runs the command with `values[option]` set to the choice. 1-25 choices. */
  | { type: 'select'; placeholder: string; option: string; choices: Choice[]; invoke: Invocation }
  | { type: 'link'; label: string; url: string };

export interface Fact {
  label: string;
  value: Inline[];
}

/** Something to act on, kept up to date in place: a case in the triage channel, an escalation, a reminder. Internal. */
export interface Card {
  /** Plain, at most 150 characters; longer is cut by the adapter. */
  title: string;
  tone: 'neutral' | 'urgent' | 'good' | 'done';
  /** One plain sentence for notifications and screen readers. */
  summary: string;
  body: Block[];
  facts: Fact[];
  /** Small print below. */
  footer: Inline[];
  actions: Action[];
}

/** What can be posted. A reply is the only kind a member ever sees. */
export type Content =
  | {
      type: 'reply';
      blocks: Block[];
      /** What it is called where a post has a title of its own: in a forum. */
      title?: string;
      /** What came of its question, below its words. */
      below?: Block[];
      /** Buttons below it all. */
      actions?: Action[];
    }
  | { type: 'card'; card: Card };
