import type { WorkspaceId } from '../chat/ref.ts';

/** What somebody who works on cases has said of themselves. */
export interface PersonSettings {
  /** IANA; null: what the platform says of them, else the community's. */
  timeZone: string | null;
  /** When they were asked for it; null: not yet. */
  zoneAskedAt: Date | null;
  awayUntil: Date | null;
  /** Who looks after their cases meanwhile. */
  standIn: string | null;
  /** When their list of what is due comes, by their own clock: `08:30`; null: it does not. */
  toDoAt: string | null;
  /** Such as `da`: as the platform said with what they asked last, where it says so at no other time; null: nobody knows. */
  locale: string | null;
}

/** The people who work on cases, as far as they have said anything. */
export interface People {
  /** Whoever has said nothing has everything null. */
  of(workspaceId: WorkspaceId, userIds: readonly string[]): Promise<ReadonlyMap<string, PersonSettings>>;
  /** What is left out stays as it is. */
  set(workspaceId: WorkspaceId, userId: string, said: Partial<PersonSettings>): Promise<void>;
}

export const NOTHING_SET: PersonSettings = {
  timeZone: null,
  zoneAskedAt: null,
  awayUntil: null,
  standIn: null,
  toDoAt: null,
  locale: null,
};
