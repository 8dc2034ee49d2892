import type { WorkspaceId } from '../chat/ref.ts';
import type { Texts } from '../texts/index.ts';

/** Somebody, in one community. */
export interface Member {
  workspaceId: WorkspaceId;
  userId: string;
}

/** What the record has about somebody, counted. */
export interface Holdings {
  /** Cases about what they said. */
  cases: number;
  messages: number;
  files: number;
  /** Answers sent to them. */
  replies: number;
  /** Gifts they were given. */
  gifts: number;
  /** Cases they flagged what others said for. */
  reported: number;
  isOptedOut: boolean;
}

export const ASKED_BY = ['member', 'admin', 'operator', 'restore'] as const;

/** Proof of an erasure, with nothing personal in it. */
export interface ErasureReceipt {
  number: number;
  workspaceId: WorkspaceId;
  at: Date;
  /** The person themselves, an admin for them, whoever runs Hearback, or a restored backup that still had them. */
  askedBy: (typeof ASKED_BY)[number];
  /** What was erased or made nameless, by kind. */
  counts: Readonly<Record<string, number>>;
}

/** The counts of a receipt with what each is, for people; kinds of which there was nothing are left out. */
export function countedIn(
  counts: ErasureReceipt['counts'],
  { commands }: Texts,
): { count: number; words: string }[] {
  return Object.entries(commands.kept.receipt).flatMap(([kind, words]) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [{ count, words: words(count) }] : [];
  });
}

/** An erasure as it is kept apart from the record, so that a backup that is restored does not bring the person back. */
export interface ErasureMark {
  v: 1;
  workspaceId: WorkspaceId;
  /** The salt the tag was made with (hex); a record made anew has another. */
  salt: string;
  tag: string;
  at: string;
}

/** What people may ask about themselves. */
export interface Privacy {
  about(member: Member): Promise<Holdings>;
  /**
   * All we have of what they said and what was said to them, as JSON Lines: one line each, without its line break. That it
   * was taken is in the audit log before the first line comes.
   * @param by who takes it, when it is not the member: null for whoever runs Hearback
   */
  export(member: Member, by?: { actorId: string | null }): AsyncIterable<string>;
  /**
   * Removes them from the record, in one transaction. What cannot go stays under a name of chance.
   * @param by with `request`, what makes a repeated click the same request; and `texts` in the language of the community, English without
   * @throws {NotYet} when something of theirs is being sent right now and takes too long
   */
  erase(
    member: Member,
    by: { askedBy: ErasureReceipt['askedBy']; actorId: string | null; request?: string; texts?: Texts },
  ): Promise<ErasureReceipt>;
  /** Nothing they say from now on is recorded, or it is again. @returns whether that was new */
  optOut(member: Member, actorId: string | null): Promise<boolean>;
  optIn(member: Member, actorId: string | null): Promise<boolean>;
  /** Tables and columns in which a text still stands, such as `note.text`, of all there are today. */
  findLeft(text: string): Promise<string[]>;
  /** Every erasure so far. */
  erasures(): Promise<ErasureMark[]>;
  /**
   * Erases again whom a restored backup brought back. Marks the record knows itself are left alone.
   * @param textsFor in the language of each community, English without
   */
  reapplyErasures(
    marks: readonly ErasureMark[],
    textsFor?: (workspaceId: WorkspaceId) => Texts,
  ): Promise<ErasureReceipt[]>;
}
