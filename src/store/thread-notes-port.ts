import type { MailedFiles } from '../chat/mail.ts';
import type { MessageSnapshot } from '../chat/message.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** A card of a case that is posted in an internal channel. */
export interface InternalCard {
  /** The case's own community, wherever the card stands. */
  workspaceId: WorkspaceId;
  caseId: number;
  /** The department it was posted for; null: the moderators. */
  department: string | null;
}

/** What somebody said in the thread of such a card. */
export interface ThreadNote {
  message: MessageSnapshot;
  /** Its words, and the names of what was attached to it. */
  text: string;
  department: string | null;
  /** What came with it by mail, to be kept; of what stands in a channel the names alone are. */
  mailed?: MailedFiles;
}
