import type { CardFile } from '../chat/card.ts';
import type { ThreadRoot, WorkspaceId } from '../chat/ref.ts';

/** A department that has a case, as an address for its answers stands for it. */
export interface CaseMailbox {
  workspaceId: WorkspaceId;
  caseId: number;
  /** As people call it. */
  number: number;
  department: string;
}

/** How far a mailbox has been read: the last number taken, and what the numbers hold for. */
export interface MailboxMark {
  uidValidity: string;
  uid: number;
}

/** What the record has to do with e-mail. */
export interface MailRoom {
  /** What stands in the address for answers: small letters, digits and a dash, signed, so that nobody can make one up. */
  tokenOf(mailbox: CaseMailbox): string;
  /** Whose it is; null for one that was made up, or signed with a key that is gone, or whose case is. */
  meant(token: string): Promise<CaseMailbox | null>;
  /** What came with a mail that is a note, as far as it is kept. */
  filesOf(letter: ThreadRoot): Promise<CardFile[]>;
  /** Only one program reads a mailbox: `holder` does for so long, or goes on doing it. @returns null while another one does */
  hold(mailbox: string, holder: string, forMs: number): Promise<{ at: MailboxMark | null } | null>;
  moveOn(mailbox: string, at: MailboxMark): Promise<void>;
  release(mailbox: string, holder: string): Promise<void>;
}
