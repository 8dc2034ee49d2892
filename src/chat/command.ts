import type { Wording } from '../texts/index.ts';
import type { Action, Card, Choice } from './card.ts';
import type { Form } from './form.ts';
import type { FileRef, MessageSnapshot } from './message.ts';
import type { ThreadRoot, WorkspaceId } from './ref.ts';
import type { Block } from './rich.ts';

export interface OptionSpec {
  name: string;
  summary: Wording;
  required: boolean;
  /** `person` arrives as a user id. A `file` arrives among the command's files; where nothing can be attached to a typed line (Slack), it is not there. `choice` and `case` are completed while typing where the platform can. The last `text` option of a command takes the rest of the line. */
  type: 'text' | 'person' | 'case' | 'choice' | 'file';
  /** A text that is completed while it is typed all the same. */
  isSuggested?: boolean;
  /** It takes the rest of the line in the place of the last `text`: its values have several words, and others behind it are filled by name. */
  takesRest?: boolean;
  /** Whom it mentions matters: their ids stay in it, as `@mia (<@U123>)`; else a mention is read as the name it shows. */
  keepsMentions?: boolean;
}

/** A command as the platforms list it. `/feedback <name> …` on both. */
export interface CommandSpec {
  name: string;
  summary: Wording;
  options: OptionSpec[];
  /** It can answer with a form, so nothing may be sent to the platform before its answer is known. */
  mayOpenForm: boolean;
  /** Behind `/feedback-<name>` where a platform lists 25 behind one; absent: behind `/feedback`. */
  listedIn?: 'more' | 'team';
}

/** A person did something that expects an answer: typed a command, pressed a button, sent a form, used the message menu. */
export interface ChatCommand {
  /** Unique per interaction; a repeat of the same interaction carries the same id. */
  interactionId: string;
  workspaceId: WorkspaceId;
  /** Empty on somebody's own page with the bot, which is in no channel. */
  channelId: string;
  /** The thread it was used in, if any. */
  threadRoot: ThreadRoot | null;
  by: { userId: string; name: string; groups: string[] | null; locale: string | null };
  from: 'typed' | 'button' | 'form' | 'menu';
  name: string;
  values: Record<string, string>;
  /** Files that came with it; absent where none did. Their links may end within minutes. */
  files?: FileRef[];
  /** The message a message menu was used on. */
  target: MessageSnapshot | null;
}

/** The answer only the person sees. */
export type Answer =
  | {
      type: 'say';
      blocks: Block[];
      /** Below the words. */
      actions?: Action[];
      /** As of a card. */
      inPlace?: boolean;
    }
  | {
      type: 'card';
      card: Card;
      /** It takes the place of the answer whose button was pressed, where that is one only this person sees and the platform lets it be changed. */
      inPlace?: boolean;
    }
  | { type: 'form'; form: Form }
  /** It did what was asked and the card shows it; nothing more to say. */
  | { type: 'silent' };

/** Asked while a person is typing an option. At most 25 choices are shown. */
export interface Completion {
  workspaceId: WorkspaceId;
  by: Pick<ChatCommand['by'], 'userId' | 'groups' | 'locale'>;
  command: string;
  option: string;
  typed: string;
}

export type Complete = (completion: Completion) => Promise<Choice[]>;
