const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** No zone is further from UTC (hours). */
const FURTHEST = 14;

/** The checker's own calendar, by the clock on somebody's wall. Days are written `2026-03-16`, times are minutes since midnight. */
export function dayIn(zone: string, at: number): string {
  return wallIn(zone, at).slice(0, 10);
}

/** 0 is Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many Mondays lie between two days; negative: back. */
export function weeksBetween(from: string, to: string): number {
  const monday = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY - ((weekday(day) + 6) % 7);
  return (monday(to) - monday(from)) / 7;
}

/** When a clock of a zone that is whole hours from UTC shows a time. Times at which clocks are changed are not asked for. */
export function momentIn(zone: string, day: string, minutes: number): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const wanted = new Date(asUtc).toISOString().slice(0, 16).replace('T', ', ');
  for (let hours = FURTHEST; hours >= -FURTHEST; hours -= 1)
    if (wallIn(zone, asUtc - hours * HOUR) === wanted) return asUtc - hours * HOUR;
  throw new Error(`no clock of ${zone} shows ${wanted}`);
}

function wallIn(zone: string, at: number): string {
  const found =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
  clocks.set(zone, found);
  return found.format(at);
}

const clocks = new Map<string, Intl.DateTimeFormat>();
