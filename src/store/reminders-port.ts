import type { ClockKind } from '../cases/case.ts';
import type { NewReminder } from '../cases/rung.ts';

/** A reminder that rang for somebody. */
export interface Reminder extends NewReminder {
  reminderId: number;
  caseId: number;
  clock: ClockKind;
  /** Since when the clock runs, and by when it should have happened. */
  startedAt: Date;
  deadline: Date;
}

/** A running clock, and whose it is. */
export interface DueClock {
  clockId: number;
  generation: number;
  caseId: number;
}
