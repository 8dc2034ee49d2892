import type { Severity } from '../policy/schema.ts';
import type { State } from './case.ts';

/** How long somebody has for a case they were given, before others are given it (ms). */
export const LOOKING_MS = 15 * 60_000;

/** How long somebody is not given a case again of which they said "another one" or "not now" (ms). */
export const PASSED_MS = 4 * 3_600_000;

/** How many times as long a wait counts. */
export const WEIGHTS: Readonly<Record<Severity, number>> = { low: 1, normal: 2, high: 4, urgent: 8 };

/** States in which it is our turn. */
export const OUR_TURN: readonly State[] = ['new', 'open', 'waiting_on_team', 'reopened'];

/** What decides how much a case needs somebody who has time. */
export interface Candidate {
  caseId: number;
  severity: Severity;
  handlerId: string | null;
  openedAt: Date;
  /** Since when words of the member are unanswered; null: they are not. */
  unansweredSince: Date | null;
  /** When the member was to hear from us again; null where nothing is promised. */
  updateBy: Date | null;
  /** The earliest moment by which something should have happened; null where no clock runs. */
  dueBy: Date | null;
  /** The helpers of the community are asked first, and still have their time. */
  isWithHelpers: boolean;
}

/**
 * Whether somebody who has time can be given it. A case that somebody else looks after is theirs, until it is overdue; one
 * the helpers have is theirs for so long.
 */
export function isFor(candidate: Candidate, userId: string, now: Date): boolean {
  if (candidate.dueBy !== null && candidate.dueBy.getTime() <= now.getTime()) return true;
  if (candidate.isWithHelpers) return false;
  return candidate.handlerId === null || candidate.handlerId === userId;
}

/**
 * How much it needs an answer: how long the member has waited (ms), times the weight of its severity. They wait since they
 * wrote, else since they should have heard from us.
 * @returns null when they wait for nothing
 */
export function need({ severity, unansweredSince, updateBy }: Candidate, now: Date): number | null {
  const since = unansweredSince ?? (updateBy && updateBy.getTime() <= now.getTime() ? updateBy : null);
  return since && waited(since, now) * WEIGHTS[severity];
}

/** In the order in which they need somebody; those in which nobody waits come last, by how long they have been there. */
export function byNeed(candidates: readonly Candidate[], now: Date): Candidate[] {
  const rank = (candidate: Candidate) => ({
    candidate,
    need: need(candidate, now),
    age: waited(candidate.openedAt, now) * WEIGHTS[candidate.severity],
  });
  return candidates
    .map(rank)
    .toSorted(
      (a, b) =>
        Number(b.need !== null) - Number(a.need !== null) ||
        (b.need ?? 0) - (a.need ?? 0) ||
        b.age - a.age ||
        a.candidate.caseId - b.candidate.caseId,
    )
    .map(({ candidate }) => candidate);
}

function waited(since: Date, now: Date): number {
  return Math.max(0, now.getTime() - since.getTime());
}
