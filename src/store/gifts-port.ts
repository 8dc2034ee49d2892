import type { Eyes } from '../cases/access.ts';
import type { Gift } from '../cases/case.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** One kind of gift in one month: everything the community gave, whoever may see it. */
export interface GiftSum {
  /** A key of the policy's `gifts`. */
  gift: string;
  given: number;
  /** Prepared or proposed, and not sent yet. */
  waiting: number;
  /** Could not be delivered; they stay held. */
  failed: number;
  /** Of all of these together. */
  value: number;
}

/** A line of the ledger. */
export interface GiftRow extends Gift {
  workspaceId: WorkspaceId;
  month: string;
  /** Null once the case was removed. */
  caseNumber: number | null;
  /** Null once they were erased, or the case was removed. */
  member: { userId: string; name: string } | null;
}

/** How many codes of a kind of gift there are. */
export interface CodeCount {
  gift: string;
  /** Ready to be given. */
  left: number;
  /** May have been given after a backup that was restored: not given until they are imported again. Also those a gift holds. */
  uncertain: number;
  /** Their key was lost. */
  lost: number;
}

/** What became of a code that was to be imported: new; known already; or one that a restore had made uncertain, and is not any more. */
export type Imported = 'new' | 'known' | 'certain';

/** The ledger of what was given, and the codes there are to give. Giving itself is `Store.give`. */
export interface Gifts {
  sums(workspaceId: WorkspaceId, month: string): Promise<GiftSum[]>;
  /** The newest first, as far as `eyes` may see their cases; without a workspace those of all. */
  rows(
    where: { workspaceId?: WorkspaceId; month?: string; memberId?: string },
    eyes: Eyes,
    limit: number,
  ): Promise<GiftRow[]>;
  codes(workspaceId: WorkspaceId): Promise<CodeCount[]>;
  /**
   * The code of a gift, for the moment it is delivered: show it to nobody else, write it down nowhere. Null when the gift
   * has none.
   * @throws {AppError} KEY_MISSING, SEAL_BROKEN; TARGET_GONE when there was one and it is lost, or a restore has made it uncertain
   */
  codeOf(workspaceId: WorkspaceId, giftId: number): Promise<string | null>;
  /** Seals the codes and keeps them, in one transaction. @returns what became of each, in their order */
  importCodes(workspaceId: WorkspaceId, gift: string, codes: readonly string[]): Promise<Imported[]>;
  /** Removes the codes of a gift that nobody was given, and those a restore has made uncertain. @returns how many */
  dropCodes(workspaceId: WorkspaceId, gift: string): Promise<number>;
}
