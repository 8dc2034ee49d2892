/** How far up a case has gone: moderators, a department, management. Nobody is above the last. */
export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

/** A person raised it, it went to a department, its reminders got to management, or the member said that it is not solved. */
export const RAISED_BECAUSE = ['person', 'department', 'ladder', 'member'] as const;

/** How a case got to a level. */
export interface Raised {
  level: Level;
  why: (typeof RAISED_BECAUSE)[number];
  /** In the words of whoever raised it; internal, often empty. */
  reason: string;
  /** Null for the program. */
  by: string | null;
  at: Date;
}
