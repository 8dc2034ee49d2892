import { daysLater, momentsOf, nextShown, wallAt, weekdayOf, type Wall } from './wall.ts';

const DAY_MS = 86_400_000;
/** Day 0 (days since 1970) was a Thursday: its week began three days before. */
const WEEK_BEGAN = 3;
/** How many days are looked at for the next or the last one: no schedule leaves out more. */
const DAYS_MAX = 7 * 13;

/** Something that happens again and again, by the clock on the wall. */
export interface Schedule {
  /** IANA. */
  zone: string;
  /** On these days, 0 is Monday. */
  days: readonly number[];
  /** Every so many weeks; `weekOf` (`2026-11-23`) lies in one of them. */
  weeks: number;
  weekOf: string | null;
  /** Minutes since midnight. A time that a clock leaves out is the first one after it; one it shows twice is the first. */
  at: number;
}

/** From one time to the next one. `day` is the day it ends on, by the clock on the wall: what makes it this one. */
export interface Period {
  from: Date;
  to: Date;
  day: string;
}

/** The latest period that has ended at a moment, and those before it, the latest first. */
export function periodsBefore(schedule: Schedule, at: Date, count: number): Period[] {
  const times = timesBefore(schedule, at, count + 1);
  return times.slice(0, -1).map((end, index) => ({
    from: (times[index + 1] ?? end).at,
    to: end.at,
    day: end.day,
  }));
}

/** The period that is running at a moment: it has no end yet, and `to` is when it will have one. */
export function runningPeriod(schedule: Schedule, at: Date): Period {
  const [last] = timesBefore(schedule, at, 1);
  const today = wallAt(at.getTime(), schedule.zone);
  for (let ahead = 0; ahead <= DAYS_MAX; ahead += 1) {
    const time = timeOn(schedule, daysLater(today, ahead));
    if (time && time.at > at) return { from: last?.at ?? at, to: time.at, day: time.day };
  }
  return { from: last?.at ?? at, to: at, day: dayOf(today) };
}

/** `2026-11-23`, by the clock on the wall. */
export function dayAt(at: Date, zone: string): string {
  return dayOf(wallAt(at.getTime(), zone));
}

/** When a clock shows a time (minutes since midnight) on a day; the first one after it where it is left out. */
export function momentOn(day: string, minutes: number, zone: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return momentOf({ year, month, day: date, hour: Math.floor(minutes / 60), minute: minutes % 60 }, zone);
}

/** 0 is Monday. */
export function weekdayOfDay(day: string): number {
  return (((Date.parse(`${day}T00:00:00Z`) / DAY_MS + WEEK_BEGAN) % 7) + 7) % 7;
}

interface Time {
  at: Date;
  day: string;
}

/** The latest first. */
function timesBefore(schedule: Schedule, at: Date, count: number): Time[] {
  const today = wallAt(at.getTime(), schedule.zone);
  const found: Time[] = [];
  for (let back = 0; found.length < count && back <= DAYS_MAX * count; back += 1) {
    const time = timeOn(schedule, daysLater(today, -back));
    if (time && time.at <= at) found.push(time);
  }
  return found;
}

function timeOn({ zone, days, weeks, weekOf, at }: Schedule, date: Wall): Time | null {
  const day = dayOf(date);
  if (!days.includes(weekdayOf(date))) return null;
  if (weeks > 1 && (weekNumber(day) - weekNumber(weekOf ?? day)) % weeks !== 0) return null;
  return { at: momentOf({ ...date, hour: Math.floor(at / 60), minute: at % 60 }, zone), day };
}

/** Weeks since the first one of 1970, each from Monday on. */
function weekNumber(day: string): number {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) / DAY_MS + WEEK_BEGAN) / 7);
}

function momentOf(wall: Wall, zone: string): Date {
  const [first] = momentsOf(wall, zone);
  const [after = 0] = first === undefined ? momentsOf(nextShown(wall, zone), zone) : [first];
  return new Date(after);
}

function dayOf({ year, month, day }: Wall): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
