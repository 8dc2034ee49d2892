import { isStaff, type Standing } from '../cases/access.ts';
import type { DrawPageCharts } from '../cases/figures/page-chart.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import type { Log } from '../log.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Audit } from '../store/audit-port.ts';
import type { CaseLists } from '../store/case-list-port.ts';
import type { CasePages } from '../store/case-pages-port.ts';
import type { Door, DoorPerson } from '../store/door-port.ts';
import type { FigureBook } from '../store/figures-port.ts';
import type { Gifts } from '../store/gifts-port.ts';
import type { HeatRecord } from '../store/heat-port.ts';
import type { People } from '../store/people-port.ts';
import type { Search } from '../store/search-port.ts';
import type { Store } from '../store/store.ts';
import type { Topics } from '../store/topics-port.ts';
import type { Texts } from '../texts/index.ts';
import type { ChannelNames } from './channel-names.ts';
import type { Names } from './names.ts';

/** What pages may use. */
export interface Rooms {
  store: Store;
  pages: CasePages;
  lists: CaseLists;
  figures: FigureBook;
  search: Search;
  topics: Topics;
  gifts: Gifts;
  heat: Pick<HeatRecord, 'moods' | 'flush'>;
  door: Door;
  audit: Audit;
  people: People;
  policy(workspaceId: WorkspaceId): Policy;
  chat(workspaceId: WorkspaceId): ChatAdapter;
  now(): Date;
  /** What somebody is in a workspace at this moment, asked in one of its channels or in none; null for whoever is not in it. */
  standingIn(
    workspace: WorkspacePolicy,
    somebody: { userId: string; groups: readonly string[] | null; channelId: string | null },
  ): Promise<Standing | null>;
  downloads: Downloads;
  drawCharts: DrawPageCharts;
  log: Log;
}

/**
 * Makes one thing for whoever the link belongs to; null when there is nothing of theirs.
 * @param which what stands behind the colon in the link's `what`
 */
export type Download = (person: DoorPerson, which: string) => Promise<DownloadedFile | null>;

export interface DownloadedFile {
  /** Letters, digits, dots, dashes and underscores. */
  name: string;
  contentType: string;
  body: string | Uint8Array | NodeJS.ReadableStream;
  /** Shown in the page rather than saved: a picture, which can do nothing. */
  isPicture?: true;
}

/** What can be downloaded with a one-time link, by the name the link was made with. */
export type Downloads = Readonly<Record<string, Download>>;

/** Somebody with a session, as the platform and the policy have them at this moment. */
export interface Visitor {
  userId: string;
  name: string;
  /** IANA zone the times of their pages are in. */
  timeZone: string;
  /** What the program says to them: in their own language if it speaks that, else in that of the community. */
  texts: Texts;
  policy: Policy;
  workspace: WorkspacePolicy;
  standing: Standing;
}

/** A request for a page, its session or link checked. */
export interface Visit {
  rooms: Rooms;
  names: Names;
  channels: ChannelNames;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** Texts in the language of the browser, for whoever has no session yet. */
  texts: Texts;
  /** What the browser wants to read, the best first, as it says itself. */
  languages: readonly string[];
  /** The `version` of the page that the browser shows already; null when it asks for the page, whatever it is. */
  known: string | null;
}

export type PageAnswer =
  /** @param view a file of `views`, @param data what it shows */
  | {
      type: 'show';
      view: string;
      data: Record<string, unknown>;
      /** 200 without it. */
      status?: number;
      /** Another one as soon as anything on the page is; a page that has one is looked at again by browsers that can. */
      version?: string;
    }
  /** The browser shows it already. */
  | { type: 'same' }
  | { type: 'go'; to: string; signIn?: string; signOut?: true }
  | { type: 'file'; file: DownloadedFile }
  /** The one-time link opens nothing (any more). */
  | { type: 'spent' }
  /** It does not exist, for this person. */
  | { type: 'missing' };

interface Address {
  name: string;
  method: 'GET' | 'POST';
  /** As fastify writes it, with the parts that vary as `:name`. */
  path: string;
}

/**
 * `allow` says who gets it: whoever holds a one-time link, whoever has a session, or whoever has one and a right to see cases
 * (`departments`: staff too) at this very moment.
 */
export type Page = Address &
  (
    | { allow: 'link'; handle(visit: Visit & { token: string; session: string | null }): Promise<PageAnswer> }
    | { allow: 'session'; handle(visit: Visit & { session: string }): Promise<PageAnswer> }
    | { allow: 'departments' | 'staff'; handle(visit: Visit & { visitor: Visitor }): Promise<PageAnswer> }
  );

/** Whether somebody of this standing gets a page. */
export function mayOpen(allow: 'departments' | 'staff', standing: Standing): boolean {
  return isStaff(standing) || (allow === 'departments' && standing.departments.size > 0);
}
