import { daysApart, offsetsAfter, offsetsBefore, type SameOffset } from './offsets.ts';
import type { WorkingHours } from './working-hours.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** So long without any work (ms), and there is none to come: no honest holiday lasts two years. */
const IDLE_MS = 731 * DAY_MS;

/** Real time without a break in it, from (included) to (not included), in ms since 1970. */
interface Stretch {
  from: number;
  to: number;
}

/** The times in which people work after a moment, in order. It ends where there is nothing for two years. */
export function* workAfter(hours: WorkingHours, fromMs: number): Generator<Stretch, undefined> {
  let last = fromMs;
  for (const part of offsetsAfter(hours.zone, fromMs)) {
    for (const work of workIn(hours, part)) {
      last = work.to;
      yield work;
    }
    if (!(part.to - last < IDLE_MS)) return;
  }
}

/** The same before a moment, the latest first. */
export function* workBefore(hours: WorkingHours, toMs: number): Generator<Stretch, undefined> {
  let last = toMs;
  for (const part of offsetsBefore(hours.zone, toMs)) {
    for (const work of workIn(hours, part).toReversed()) {
      last = work.from;
      yield work;
    }
    if (!(last - part.from < IDLE_MS)) return;
  }
}

/**
 * People work while the clock on the wall shows a time of their hours. Where it runs evenly this is arithmetic; a time that
 * is left out when clocks are put forward does not come, and one that comes twice counts twice.
 */
function workIn({ week, closed }: WorkingHours, { from, to, offset }: SameOffset): Stretch[] {
  const [first, last] = daysApart(from + offset, to + offset);
  const found: Stretch[] = [];
  for (let day = first; day <= last; day++) {
    // Day 0 is 1 January 1970, a Thursday.
    const spans = week[(((day + 3) % 7) + 7) % 7] ?? [];
    if (spans.length === 0 || closed.has(new Date(day * DAY_MS).toISOString().slice(0, 10))) continue;
    const midnight = day * DAY_MS - offset;
    for (const span of spans) {
      const start = Math.max(from, midnight + span.from * MINUTE_MS);
      const end = Math.min(to, midnight + span.to * MINUTE_MS);
      if (start < end) found.push({ from: start, to: end });
    }
  }
  return found;
}
