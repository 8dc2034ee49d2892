import type { Action } from './card.ts';
import type { WorkspaceId } from './ref.ts';
import type { Inline } from './rich.ts';

/** One of the things a page lists, with what can be done about it. */
export interface HomeItem {
  /** Plain and short, such as a case's number. */
  name: string;
  text: Inline[];
  /** The same in few plain words, for where a line has no more room. */
  short: string;
  /** Buttons and links, at most five. */
  actions: Action[];
}

export interface HomePart {
  title: string;
  items: HomeItem[];
  /** How many there are besides. */
  unlisted: number;
  /** The same in words; null when these are all. */
  more: string | null;
}

/**
 * What a person finds on a page of their own with the bot: Slack's Home tab. Where a platform has no such place, the same is shown as
 * the answer to a command. Only that person sees it.
 */
export interface HomePage {
  title: string;
  /** Above everything else, a paragraph each. */
  lead: Inline[][];
  /** Below the lead. */
  actions: Action[];
  parts: HomePart[];
  /** Small print at the end. */
  footer: Inline[];
}

/** Somebody has opened their page. */
export interface HomeOpened {
  workspaceId: WorkspaceId;
  userId: string;
}
