/**
 * Who hears of a clock that has run out, one after the other while nobody acts. A department is asked first what only it can
 * say; then it is up to whoever is responsible, and so on to the top.
 */
export const RUNGS = [
  'department',
  'responsible',
  'again',
  'standIn',
  'lead',
  'moderators',
  'management',
] as const;
export type Rung = (typeof RUNGS)[number];

/** As what somebody would have been reminded. */
export const PARTS = ['owner', 'handler', 'standIn', 'lead', 'management'] as const;

/** Somebody who would have been reminded, and was not there. */
export interface Skipped {
  personId: string;
  part: (typeof PARTS)[number];
  /** When they are back, as an ISO moment; null: they have left the community, or see `lostRole`. */
  until: string | null;
  /** They are in the community still, and work on cases no longer. */
  lostRole?: true;
}

/** What rang: one step of one clock. Once somebody has acted, or the clock is over, nothing of it is said any more. */
export interface Rang {
  clockId: number;
  /** The clock's when it rang. */
  generation: number;
  rung: Rung;
  /** Who was passed over on the way to it. */
  skipped: Skipped[];
}

/** A reminder for one person: what is due for them at the same time comes to them in one message. */
export interface NewReminder extends Rang {
  personId: string;
}
