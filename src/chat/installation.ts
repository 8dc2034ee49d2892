import type { WorkspaceId } from './ref.ts';

/** A token, and what it is renewed with where it expires. Secrets. */
export interface Tokens {
  token: string;
  /** Good for one renewal, which brings the next. Null for a token that lasts. */
  refreshToken: string | null;
  /** Null for a token that lasts. */
  expiresAt: Date | null;
}

/** Who the app is in a workspace, as the platform says it. */
export interface Installed {
  workspaceId: WorkspaceId;
  /** What the workspace is called; untrusted text. */
  name: string;
  botUserId: string;
  botId: string;
  /** The workspace's address, with a slash at the end. */
  url: string;
  /** What the app was granted. */
  scopes: readonly string[];
}

/** The app in a workspace where somebody installed it. */
export interface Installation extends Installed {
  /** Another number with every new token. */
  generation: number;
  installedAt: Date;
  /** When the platform began to refuse the token, and its code; null while it is good. */
  gone: { at: Date; why: string } | null;
}

/**
 * Where the app is installed, for all processes together. Tokens are sealed at rest, and are in no list.
 * Everything throws STORE_UNAVAILABLE while the record is away.
 */
export interface Installations {
  /** Every installation there ever was, without its tokens. */
  list(): Promise<Installation[]>;
  /** Null where the app was never installed; no tokens where it is gone. */
  find(workspaceId: WorkspaceId): Promise<{ installation: Installation; tokens: Tokens | null } | null>;
  /** Installed, or installed again: whatever waited for this goes on. */
  keep(installed: Installed, tokens: Tokens): Promise<void>;
  /**
   * Gives this process the token to renew, for so long: a refresh token is good once, so nobody else may try meanwhile.
   * @returns false while somebody else renews it, or when there is a newer one
   */
  takeToRenew(workspaceId: WorkspaceId, generation: number, forMs: number): Promise<boolean>;
  /** @returns false when there is a newer one already, from a new installation */
  renewed(workspaceId: WorkspaceId, generation: number, tokens: Tokens): Promise<boolean>;
  /**
   * The platform refuses the token of this generation. Its secrets are removed.
   * @returns whether that was news: a newer token stays as it is
   */
  lost(workspaceId: WorkspaceId, generation: number, why: string): Promise<boolean>;
  /**
   * The workspace that a channel shared by several belongs to: the first that asks, for as long as the app is there.
   * @param own a workspace in which it is without an installation; null: there is none
   */
  homeOfShared(channelId: string, asking: WorkspaceId, own: WorkspaceId | null): Promise<WorkspaceId>;
  /** The same without claiming it: null where nobody has asked yet. */
  knownHome(platform: string, channelId: string): Promise<WorkspaceId | null>;
}
