import type { Wording } from '../texts/index.ts';
import type { Card, CardFile } from './card.ts';
import { platformOf, type Place, type WorkspaceId } from './ref.ts';

/** Mailboxes are a workspace of their own: whoever writes from one is `mail:box/quinn@example.org` in the record of a community. */
export const MAIL: WorkspaceId = 'mail:box';

/** Whether something goes out by mail, or came in by it. */
export function isMail(workspaceId: WorkspaceId): boolean {
  return platformOf(workspaceId) === 'mail';
}

/** The mailbox of a department, by its key: which address that is the policy says at the moment something is sent. */
export function mailboxOf(department: string): Extract<Place, { type: 'channel' }> {
  return { type: 'channel', workspaceId: MAIL, channelId: department };
}

/** One mail to a department. */
export interface Letter {
  to: string;
  /** The same for all that is said of a case to a department; later ones get `Re:` in front. */
  subject: string;
  /** What it says. Its buttons stay out: nothing can be pressed in a mail. */
  card: Card;
  /** How to answer, below a line. */
  closing: string[];
  /** Of the times in it. */
  timeZone: string;
  /** Of the line on top, and of the times. */
  language: string;
  /** Becomes its Message-ID, the same for every attempt. */
  mark: string;
  /** The mark of the first mail about the case, so that they stand in one thread; null for that one itself. */
  first: string | null;
  /** Where an answer goes; null where none would be read. Failures come back to it too. */
  replyTo: string | null;
}

/** Sends mail. Its errors are AppErrors, told apart by what the mail server said and where. */
export interface PostOffice {
  /** The address under which an answer comes back; null where none is read. */
  replyAddress(token: string): string | null;
  /**
   * Sends once and repeats nothing.
   * @throws {PlatformUnavailable} certainly not sent, later perhaps; {PlatformRefused} the server refuses it for good;
   * {PermissionMissing} the server does not let us in; {OutcomeUnknown}
   */
  send(letter: Letter): Promise<void>;
}

/** A mail that came in, in our words. */
export interface ArrivedLetter {
  /** Everybody it was sent to, as its header and whoever passed it on say. Untrusted. */
  recipients: string[];
  /** The sender's address; empty where there is none. */
  from: string;
  /** Unique for the mail: its Message-ID, or what its bytes come to. */
  key: string;
  /** `words`: somebody wrote. `automatic`: an absence notice and the like. `failure`: what we sent could not be delivered. */
  sort: 'words' | 'automatic' | 'failure';
  /** What was written, without what it quotes of ours. */
  text: string;
  files: (CardFile & { mime: string })[];
  /** Files that do not come along, each with the reason. */
  left: { name: string; why: Wording }[];
  /** Why its words could not be read; null when they could. */
  unread: Wording | null;
}

/** What is kept of the files of a mail: those that came along, and why others did not, in the language of the community. */
export interface MailedFiles {
  files: ArrivedLetter['files'];
  left: { name: string; why: string }[];
}
