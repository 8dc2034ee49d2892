import { IANAZone } from 'luxon';

const DAY_MS = 86_400_000;
/** Time is looked at in pieces of so long (ms): no zone changes its clocks and back within a week. */
const PIECE_MS = 7 * DAY_MS;
/** Pieces that are remembered: ten years of forty zones. */
const REMEMBERED = 20_000;

/** Real time (ms since 1970) in which the clock on the wall is ahead of UTC by the same amount (ms). */
export interface SameOffset {
  from: number;
  to: number;
  offset: number;
}

/** What the clocks of a zone are ahead of UTC from a moment on: without end, in parts of at most a week. */
export function* offsetsAfter(zone: string, fromMs: number): Generator<SameOffset, undefined> {
  for (let piece = Math.floor(fromMs / PIECE_MS); ; piece++) {
    for (const { from, to, offset } of offsetsIn(zone, piece))
      if (!(to <= fromMs)) yield { from: Math.max(from, fromMs), to, offset };
  }
}

/** The same before a moment, the latest part first. */
export function* offsetsBefore(zone: string, toMs: number): Generator<SameOffset, undefined> {
  for (let piece = Math.floor(toMs / PIECE_MS); ; piece--) {
    for (const { from, to, offset } of offsetsIn(zone, piece).toReversed())
      if (!(from >= toMs)) yield { from, to: Math.min(to, toMs), offset };
  }
}

const known = new Map<string, SameOffset[]>();

/** What the platform says of a zone takes its time, and is always the same. */
function offsetsIn(zone: string, piece: number): SameOffset[] {
  const key = `${zone} ${piece}`;
  const found = known.get(key) ?? partsOf(zone, piece * PIECE_MS, (piece + 1) * PIECE_MS);
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, found);
  return found;
}

function partsOf(zone: string, from: number, to: number): SameOffset[] {
  const offset = offsetAt(zone, from);
  if (Object.is(offset, offsetAt(zone, to))) return [{ from, to, offset }];
  const change = firstWhere((at) => offsetAt(zone, at) !== offset, from, to);
  return [{ from, to: change, offset }, ...(change < to ? partsOf(zone, change, to) : [])];
}

/** By how much the clock on the wall is ahead of UTC (ms). */
export function offsetAt(zone: string, atMs: number): number {
  return IANAZone.create(zone).offset(atMs) * 60_000;
}

/** The first and the last day (days since 1970) of a time on the wall, whose end does not count any more. */
export function daysApart(from: number, to: number): [first: number, last: number] {
  return [Math.floor(from / DAY_MS), Math.floor((to - 1) / DAY_MS)];
}

/** The first millisecond at which something holds, that does not at the first and does at the last. */
export function firstWhere(holds: (at: number) => boolean, first: number, last: number): number {
  let [no, yes] = [first, last];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
