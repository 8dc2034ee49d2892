import type { Account } from '../chat/account.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** Two accounts of one person, as an admin of a community said. */
export interface IdentityLink {
  /** The one in that community. */
  userId: string;
  other: Account;
  /** As the record of that community writes them; null once they were erased. */
  linkedBy: string | null;
  linkedAt: Date;
}

/**
 * Which accounts are one person. What keeps somebody out of a case follows every link, links of links too, whoever made them.
 * Rights follow only what the community they are in has said itself.
 */
export interface Identities {
  /** Who of `home` an account of elsewhere is, as its own admins say. */
  peopleOf(home: WorkspaceId, account: Account): Promise<string[]>;
  /** Accounts that the admins of `home` have linked with somebody of it. */
  accountsOf(home: WorkspaceId, userId: string): Promise<Account[]>;
  /** The newest first. */
  list(home: WorkspaceId, filter: { userId: string | null; limit: number }): Promise<IdentityLink[]>;
  /** Whoever is kept out of a case, or said what it is about, is so with all accounts from now on. @returns false when it was known */
  link(home: WorkspaceId, link: { userId: string; other: Account }, by: string): Promise<boolean>;
  /** @returns whether this community had linked them */
  unlink(home: WorkspaceId, link: { userId: string; other: Account }, by: string): Promise<boolean>;
}
