import type { WorkspaceId } from './ref.ts';

/** What came of an attempt to install the app in a workspace. */
export type InstallOutcome =
  /** `missing`: rights it was not given, without which some things do not work. */
  | { type: 'installed'; workspaceId: WorkspaceId; name: string; missing: readonly string[] }
  /** hearback.yaml does not name it. The app was taken out again. */
  | { type: 'notNamed'; workspaceId: WorkspaceId; name: string }
  /** Whoever was asked said no. */
  | { type: 'denied' }
  /** The attempt is too old, was made already, or was begun in another browser. */
  | { type: 'expired' }
  /** For a whole organisation at once. */
  | { type: 'organisation' }
  /** The platform did not go along; `why` is its own code. */
  | { type: 'failed'; why: string };

/** Lets people install the app in a workspace with their browser (OAuth 2.0). */
export interface Installer {
  readonly paths: { install: string; redirect: string };
  /** Where somebody is sent to say yes. @param state comes back with them @param origin where browsers reach us */
  authorizeUrl(state: string, origin: string): string;
  /** They are back, with what the platform gave them. Never rejects. @param given the query of the address */
  finish(given: { code: string | null; error: string | null }, origin: string): Promise<InstallOutcome>;
}
