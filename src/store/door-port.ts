import type { WorkspaceId } from '../chat/ref.ts';

/** Somebody of one workspace: whom a link or a session belongs to. */
export interface DoorPerson {
  workspaceId: WorkspaceId;
  userId: string;
}

/** What a one-time link is for: signing in, or fetching one thing (`what` names it). */
export type Errand = { purpose: 'dashboard' } | { purpose: 'download'; what: string };

/** How long a one-time link opens anything (ms). */
export const LINK_LIVES_MS = 10 * 60_000;

/**
 * One-time links and the sessions they open. Tokens are 256 random bits; the record keeps their SHA-256 alone.
 * Unknown, used and expired ones are the same: null.
 */
export interface Door {
  /** A new link. The oldest of those this person has open besides are closed, so that there are never more than a few. */
  makeLink(person: DoorPerson, errand: Errand): Promise<{ token: string; expiresAt: Date }>;
  /** Whose link it is, without using it up. */
  lookAt(token: string, purpose: Errand['purpose']): Promise<DoorPerson | null>;
  /**
   * Uses a `dashboard` link up and opens a session in its place, in one transaction: one of any number of attempts gets it.
   * @param before the token of the session this browser had, if any: it ends
   */
  enter(token: string, before: string | null): Promise<(DoorPerson & { session: string }) | null>;
  /** Uses a `download` link up: one of any number of attempts gets it. */
  takeDownload(token: string): Promise<(DoorPerson & { what: string }) | null>;
  /** Whose session it is, which goes on for another hour by that, at most for eight in all. */
  visit(session: string): Promise<DoorPerson | null>;
  /** The same without making it last any longer: for what a page asks by itself. */
  whose(session: string): Promise<DoorPerson | null>;
  /** Safe to repeat. */
  leave(session: string): Promise<void>;
}

/** A link as a person gets it. */
export interface OneTimeLink {
  url: string;
  expiresAt: Date;
}

/** Links as whole addresses; null when nobody said where browsers reach the web server (`PUBLIC_URL`). */
export interface OneTimeLinks {
  createDashboard(person: DoorPerson): Promise<OneTimeLink | null>;
  /** @param what one of the things the web server was told how to make */
  createDownload(download: DoorPerson & { what: string }): Promise<OneTimeLink | null>;
}
