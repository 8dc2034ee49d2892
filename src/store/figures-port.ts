import type { Eyes } from '../cases/access.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** Of which cases: those that `eyes` may see, as if there were no others. What is left out does not narrow them. */
export interface FigureScope {
  workspaceId: WorkspaceId;
  eyes: Eyes;
  /** Keys of the policy's `departments` and `kinds`. */
  department?: string;
  kind?: string;
  /** Where they were said. */
  channelId?: string;
}

/** From `from` on and before `until`, in steps that begin by the clock of a zone; a week begins on Monday. */
export interface FigureTime {
  from: Date;
  until: Date;
  step: 'day' | 'week' | 'month';
  timeZone: string;
}

/** What happened in a time, whenever the cases were opened. */
export interface Figures {
  opened: number;
  closed: number;
  /** Cases whose member had the first answer in it, and how long they had waited in the middle (s): half waited longer. */
  answered: number;
  waitedS: number | null;
  /** How the members rated us, 1 to 5, on average. */
  ratings: number;
  rated: number | null;
  /** What they said when they were asked whether it is solved. */
  solved: number;
  notYet: number;
}

/** A time in which nothing happened. */
export const NO_FIGURES: Figures = {
  opened: 0,
  closed: 0,
  answered: 0,
  waitedS: null,
  ratings: 0,
  rated: null,
  solved: 0,
  notYet: 0,
};

/** The same by step, by where it was said, and by department. */
export interface BarometerFigures {
  whole: Figures;
  /** In order; steps in which nothing happened are left out. */
  steps: (Figures & { at: Date })[];
  /** Those with the most new cases first; null: not said in a channel. */
  channels: (Figures & { channelId: string | null })[];
  /** A case of two counts in both. */
  departments: (Figures & { department: string })[];
}

/** What a playbook came to, of the cases of a time: those opened in it, as they stand now. */
export interface PlaybookEffect {
  /** Null: kinds without one. */
  playbook: string | null;
  cases: number;
  /** Solved or closed. */
  solved: number;
  reopened: number;
  answered: number;
  waitedS: number | null;
  ratings: number;
  /** Rated with 4 or 5. */
  satisfied: number;
}

export interface GiftMonth {
  /** `2026-11` */
  month: string;
  /** A key of the policy's `gifts`. */
  gift: string;
  given: number;
  waiting: number;
  failed: number;
  /** Of all of these together. */
  value: number;
}

/** A promise to a member that is still to be kept. */
export interface OpenPromise {
  number: number;
  member: string;
  handlerId: string | null;
  deadline: Date;
}

/** What people felt in a channel in a step of a time. */
export interface MoodDay {
  channelId: string;
  /** When the step begins by the clock of the zone. */
  day: Date;
  upset: number;
  praise: number;
  messages: number;
}

/** The numbers of the dashboard. Each is of the cases that `eyes` may see alone. */
export interface FigureBook {
  /** Communities with so many cases that a year of them takes long to count for the first time. */
  large(): Promise<string[]>;
  /** What happened in a time, seen from all sides at once. @param channels how many of them at most */
  barometer(scope: FigureScope, time: FigureTime, channels: number): Promise<BarometerFigures>;
  /** Promises by when they were due. As `Store.promises` counts them. */
  promises(
    scope: FigureScope,
    time: FigureTime,
    now: Date,
  ): Promise<{ at: Date; kept: number; broken: number }[]>;
  /** Those that are due next, and those that are late, the earliest first. */
  openPromises(scope: FigureScope, limit: number): Promise<OpenPromise[]>;
  /** @param playbooks the playbook of each kind, null for one without */
  playbooks(
    scope: FigureScope,
    time: FigureTime,
    playbooks: ReadonlyMap<string, string | null>,
  ): Promise<PlaybookEffect[]>;
  /** Months from this one on, such as `2026-01`; the latest first. */
  gifts(scope: FigureScope, sinceMonth: string): Promise<GiftMonth[]>;
  /** Of the watched channels, step by step. Of no cases, and of nobody. */
  moods(workspaceId: WorkspaceId, time: FigureTime): Promise<MoodDay[]>;
}
