/** A stretch of a day in which people work, in minutes since its midnight by the clock on the wall: 540 to 1020 is 9:00 to 17:00. */
export interface Span {
  from: number;
  to: number;
}

/** When somebody works. */
export interface WorkingHours {
  /** IANA zone. */
  zone: string;
  /** Monday first; the spans of a day in order, none where nobody works. */
  week: readonly (readonly Span[])[];
  /** Whether nobody works on a day whatever the week says: `2026-12-24`. A set of such days will do. */
  closed: { has(day: string): boolean };
}
