import type { Purpose, ReplyState } from '../cases/case.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import type { CaseKey, NewMessage } from './store.ts';

/** A message of a case with everything it ever said. */
export interface CaseMessage {
  role: NewMessage['role'];
  author: { userId: string; name: string; isBot: boolean };
  postedAt: Date;
  permalink: string;
  /** In the order they were written; text null: deleted. */
  versions: { text: string | null; at: Date }[];
  files: { fileRowId: number; name: string; mime: string; size: number; isKept: boolean }[];
}

export interface CaseReply {
  markdown: string;
  state: ReplyState;
  purpose: Purpose;
  /** Null when the policy sent it. */
  authorId: string | null;
  writtenAt: Date;
  /** When the platform had it. */
  sentAt: Date | null;
}

/** What pages show of cases beyond what a decision needs. Whether somebody may see it is for the caller to ask first. */
export interface CasePages {
  /** Departments of each of these cases, by their ids. */
  departments(workspaceId: WorkspaceId, caseIds: readonly number[]): Promise<ReadonlyMap<number, string[]>>;
  /** The newest `limit`, oldest first. */
  messages(key: CaseKey, limit: number): Promise<CaseMessage[]>;
  /** What a kept file of one of its messages is called; null when it is none of this case. */
  file(key: CaseKey, fileRowId: number): Promise<{ name: string } | null>;
  /** The newest `limit`, oldest first. */
  replies(key: CaseKey, limit: number): Promise<CaseReply[]>;
}
