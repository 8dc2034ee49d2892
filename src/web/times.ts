import { localeOf } from '../texts/locale.ts';
import { isShownTwice } from '../time/wall.ts';

/** A moment as pages show it. */
export interface Shown {
  iso: string;
  text: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Moments as words in a time zone: "Tue 24 Nov 2026, 15:00"; in the hour that comes twice when clocks are put back with which of the
 * two it is: "02:30 GMT+1". An unknown zone counts as UTC.
 */
export function clockIn(timeZone: string, language = 'en'): (at: Date) => Shown {
  const zone = isZone(timeZone) ? timeZone : 'UTC';
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  };
  const locale = localeOf(language);
  const usual = new Intl.DateTimeFormat(locale, options);
  const formatAt = (at: Date) =>
    isShownTwice(at.getTime(), zone)
      ? new Intl.DateTimeFormat(locale, { ...options, timeZoneName: 'shortOffset' })
      : usual;
  return (at) => ({ iso: at.toISOString(), text: formatAt(at).format(at) });
}

/** How long ago, in its largest unit: "3 days". */
export function ageOf(since: Date, now: Date, language = 'en'): string {
  return lengthOf((now.getTime() - since.getTime()) / 1_000, language);
}

/** A length of time in its largest whole unit, at least a minute: "3 days". @param seconds how long it is */
export function lengthOf(seconds: number, language: string): string {
  const ms = Math.max(MINUTE_MS, seconds * 1_000);
  const [unit, size] =
    ms < HOUR_MS
      ? (['minute', MINUTE_MS] as const)
      : ms < DAY_MS
        ? (['hour', HOUR_MS] as const)
        : (['day', DAY_MS] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(ms / size),
  );
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
