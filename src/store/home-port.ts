import type { HomeOpened } from '../chat/home.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** Somebody's page with the bot, about to be drawn. */
export interface Home {
  homeId: number;
  workspaceId: WorkspaceId;
  userId: string;
  /** When its owner looked at it last. */
  openedAt: Date;
  /** What it shows, as a hash; null: nothing, or nobody knows. */
  shown: string | null;
  /** The platform's word for the version that stands there; null where it is not known. */
  version: string | null;
}

/** What came of a drawing. */
export interface Drawn {
  /** As in `Home`; null: it could not be shown. */
  shown: string | null;
  version: string | null;
  /** Whether its owner sees cases at all: else no change of one concerns it. */
  seesCases: boolean;
  /** All cases it was drawn from. */
  cases: readonly number[];
  /** When it says something else although nothing happens; null: never. */
  next: Date | null;
}

/** Pages of people's own that are kept up to date. */
export interface Homes {
  /** Somebody looks at theirs: it is drawn at once, and once more a little later, for what was just being written. */
  opened(opened: HomeOpened): Promise<void>;
  /** A case changed: the pages it is on, or belongs on now, are drawn again. A page is drawn every few seconds at most. */
  caseChanged(caseId: number): Promise<void>;
  /**
   * Runs `draw` for a page, while nobody else draws it. What changes meanwhile asks for it again; what is given back is noted. With
   * null the page is empty and forgotten, until it is opened again.
   * @throws {NotYet} while somebody else draws it; what `draw` throws: of a `NotYet` it is believed that another version stands there
   */
  draw(homeId: number, draw: (home: Home) => Promise<Drawn | null>): Promise<void>;
}
