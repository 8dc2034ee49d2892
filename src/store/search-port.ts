import type { Standing } from '../cases/access.ts';
import type { Case } from '../cases/case.ts';
import type { Excerpt } from '../cases/search/excerpt.ts';
import type { SearchQuery } from '../cases/search/search-query.ts';
import type { WorkspaceId } from '../chat/ref.ts';

export type { Excerpt } from '../cases/search/excerpt.ts';

/** Where in a case the words were found. `case`: in its first words or the name of whoever said them. */
export const FOUND_IN = ['case', 'message', 'answer', 'note'] as const;

/** A case that was found, once, however often the words stand in it. */
export interface Hit {
  case: Case;
  /** Greater is better; 0 where no words were looked for. */
  rank: number;
  foundIn: (typeof FOUND_IN)[number];
  excerpt: Excerpt;
  /** When that was said. */
  at: Date;
  /** The way to it on the platform: the message's own where it has one, else the case's. */
  permalink: string | null;
}

export interface SearchPage {
  /** The best first, and of those alike the latest; without words the latest first. */
  hits: readonly Hit[];
  /** Where the next page begins; null when there is none. */
  next: string | null;
}

/** The search over the record. */
export interface Search {
  /**
   * Cases that somebody may see, and in which what they may read has all the words. A page is full unless it is the last one.
   * @param page `after`: what the page before called `next`; one that is not understood is the first page
   * @throws the database's error with code 57014 where it takes too long
   */
  find(
    workspaceId: WorkspaceId,
    query: SearchQuery,
    page: { eyes: Standing; limit: number; after?: string },
  ): Promise<SearchPage>;
  /**
   * Indexes a little of what was in the record before there was an index, and of what had no time for it. In small steps, which
   * hold nobody up; in any number of programs.
   * @returns whether there is more
   */
  keepUp(): Promise<boolean>;
}
