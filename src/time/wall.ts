import { firstWhere, offsetAt } from './offsets.ts';

const DAY_MS = 86_400_000;

/** What a clock on the wall shows; the month counts from 1. */
export interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** The moments (ms) at which a clock shows this, the first one first: two when clocks are put back, none when forward. */
export function momentsOf(wall: Wall, zone: string): number[] {
  const shown = shownMs(wall);
  const offsets = new Set([offsetAt(zone, shown - DAY_MS), offsetAt(zone, shown + DAY_MS)]);
  return [...offsets]
    .map((offset) => shown - offset)
    .filter((at) => at + offsetAt(zone, at) === shown)
    .toSorted((a, b) => a - b);
}

/** Whether a clock shows the minute of a moment twice, since it is put back about then. */
export function isShownTwice(atMs: number, zone: string): boolean {
  // Nearly every moment is far from that.
  if (offsetAt(zone, atMs - DAY_MS) === offsetAt(zone, atMs + DAY_MS)) return false;
  return momentsOf(wallAt(atMs, zone), zone).length > 1;
}

/** What a clock shows at a moment. */
export function wallAt(atMs: number, zone: string): Wall {
  const shown = new Date(atMs + offsetAt(zone, atMs));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
  };
}

/** The first time a clock shows after one that it leaves out. */
export function nextShown(wall: Wall, zone: string): Wall {
  const shown = shownMs(wall);
  const at = firstWhere(
    (moment) => moment + offsetAt(zone, moment) >= shown,
    shown - 2 * DAY_MS,
    shown + 2 * DAY_MS,
  );
  return wallAt(at, zone);
}

/** So many days later, at the same time by the clock. */
export function daysLater(wall: Wall, days: number): Wall {
  const { hour, minute } = wall;
  const moved = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
    hour,
    minute,
  };
}

/** 0 is Monday. */
export function weekdayOf({ year, month, day }: Wall): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
}

/** Whether the calendar has such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

function shownMs({ year, month, day, hour, minute }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}
