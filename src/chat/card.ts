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

export interface Button {
  type: 'button';
  label: string;
  style: 'plain' | 'primary' | 'danger';
  invoke: Invocation;
}

export type Action =
  | Button
  /** Buttons that stand behind one: choosing one is pressing it, as often as one likes. At most 25. */
  | { type: 'menu'; label: string; choices: Button[] }
  /** Choosing runs the command with `values[option]` set to the choice. 1-25 choices. */
  | { type: 'select'; placeholder: string; option: string; choices: Choice[]; invoke: Invocation }
  | { type: 'link'; label: string; url: string };

export interface Fact {
  label: string;
  value: Inline[];
}

/**
 * The greatest number of sections a card can have. Discord shows five rows of buttons below a message: each section takes one,
 * and the card's own actions those that are left. So a card with a menu of its own has one section less.
 */
export const SECTIONS_MAX = 5;

/** One of several things that a card lists. */
export interface Section {
  /** Plain and short, such as a case's number: where buttons cannot stand right below the text, the first one says it. */
  name: string;
  text: Inline[];
  /** At most five. */
  actions: Button[];
}

/** A picture in a card. */
export interface Picture {
  /** PNG, at most some hundred KB. */
  png: Uint8Array;
  /** The same in words, at most 1,000 characters: for screen readers, and where the picture cannot be shown. */
  alt: string;
}

/** A file that comes with a card. */
export interface CardFile {
  /** As whoever sent it called it; untrusted. */
  name: string;
  bytes: Uint8Array;
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
  /** At most `SECTIONS_MAX`: no more are shown, so say how many there are besides. */
  sections?: Section[];
  /** The code of the language it is in, for what a platform that takes no picture or files from us says in their place; without it English. */
  language?: string;
  /** Below the text. */
  image?: Picture;
  /** At most `FILES_MAX`, some MB in all; its text names them. Empty: those that came with it earlier go. Not with an image. */
  files?: CardFile[];
  /** Small print below. */
  footer: Inline[];
  actions: Action[];
}

/** What stands below the words of a reply. */
export interface Below {
  /** What came of its question. */
  below?: Block[];
  /** Buttons below it all. */
  actions?: Action[];
}

/** What can be posted. A reply is the only kind a member ever sees. */
export type Content =
  | ({
      type: 'reply';
      blocks: Block[];
      /** What the post or the thread that it begins is called, where such a thing has a name: in a forum, or as the first of a thread. */
      title?: string;
      /** Other forms of what stands below: a message posted earlier may show one of these, and is the same reply. */
      variants?: Below[];
    } & Below)
  | { type: 'card'; card: Card };
