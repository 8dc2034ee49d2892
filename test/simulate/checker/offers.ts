import type { Severity } from '../plan.ts';
import type { WatchedCase } from './case.ts';

const MINUTE = 60_000;
const LOOKING_MS = 15 * MINUTE;
const PASSED_MS = 4 * 60 * MINUTE;
const WEIGHTS: Record<Severity, number> = { low: 1, normal: 2, high: 4, urgent: 8 };

interface Offer {
  watched: WatchedCase;
  person: string;
  until: number;
  passedUntil: number;
}

/** Who was given which case by `/feedback next`, and which one somebody is given next, by docs/follow-up.md. */
export class Offers {
  private offers: Offer[] = [];

  /** The case somebody is given, and has from now on; null: there is none. */
  give(all: Iterable<WatchedCase>, workspaceId: string, person: string, now: number): WatchedCase | null {
    const able = [...all].filter((each) => each.workspaceId === workspaceId && this.isFor(each, person, now));
    const theirs = this.offers
      .filter(
        (offer) => offer.person === person && offer.until > now && offer.watched.workspaceId === workspaceId,
      )
      .toSorted((a, b) => b.until - a.until)[0]?.watched;
    const given = theirs && able.includes(theirs) ? theirs : mostNeeded(able, now);
    if (!given) return null;
    this.acted(given, person);
    this.offers.push({ watched: given, person, until: now + LOOKING_MS, passedUntil: 0 });
    return given;
  }

  /** Not now, or another one: whatever they have just now. */
  pass(workspaceId: string, person: string, now: number): void {
    for (const offer of this.offers)
      if (offer.person === person && offer.watched.workspaceId === workspaceId && offer.until > now)
        Object.assign(offer, { until: now, passedUntil: now + PASSED_MS });
  }

  /** They did something with it. */
  acted(watched: WatchedCase, person: string): void {
    this.offers = this.offers.filter((offer) => offer.watched !== watched || offer.person !== person);
  }

  private isFor(watched: WatchedCase, person: string, now: number): boolean {
    const { state, snoozedUntil, excluded, handler, clocks } = watched;
    if (state !== 'open' || (snoozedUntil ?? 0) > now || excluded.has(person)) return false;
    const isTaken = this.offers.some(
      (offer) =>
        offer.watched === watched && (offer.person === person ? offer.passedUntil > now : offer.until > now),
    );
    if (isTaken) return false;
    const isOverdue = clocks.some(
      ({ kind, deadline }) => kind !== 'silence' && kind !== 'wake' && deadline <= now,
    );
    return isOverdue || handler === null || handler === person;
  }
}

function mostNeeded(able: readonly WatchedCase[], now: number): WatchedCase | null {
  const rank = (watched: WatchedCase) => {
    const weight = WEIGHTS[watched.severity];
    const unanswered = watched.clock('first_response') ?? watched.clock('next_response');
    const promise = watched.clock('update_due')?.deadline;
    const since = unanswered?.startedAt ?? (promise !== undefined && promise <= now ? promise : null);
    return {
      need: since === null ? -1 : Math.max(0, now - since) * weight,
      age: Math.max(0, now - watched.openedAt) * weight,
    };
  };
  const ranked = able.map((watched) => ({ watched, ...rank(watched) }));
  ranked.sort((a, b) => b.need - a.need || b.age - a.age || a.watched.number - b.watched.number);
  return ranked[0]?.watched ?? null;
}
