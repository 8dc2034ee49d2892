import { localeOf } from '../texts/locale.ts';
import { zoneName } from './zone-name.ts';

const MINUTE_MS = 60_000;

type Part = 'weekday' | 'day' | 'month' | 'hour' | 'minute';

/** How people write a moment into a sentence, where that is not how `Intl` does. */
const WRITTEN: Record<string, (parts: Record<Part, string>) => string> = {
  da: ({ weekday, day, month, hour, minute }) => `${weekday} den ${day}. ${month} kl. ${hour}.${minute}`,
  fr: ({ weekday, day, month, hour, minute }) =>
    `${weekday} ${day === '1' ? '1er' : day} ${month} à ${hours(hour, minute)}`,
  // One o'clock is the only hour that is one of a kind: à 1h, às 2h.
  pt: ({ weekday, day, month, hour, minute }) =>
    `${weekday}, ${day} de ${month}, ${Number(hour) === 1 ? 'à' : 'às'} ${hours(hour, minute)}`,
};

/** Full hours stand alone: 15h, 15h30. */
function hours(hour: string, minute: string): string {
  return `${Number(hour)}h${minute === '00' ? '' : minute}`;
}

/**
 * A moment as a promise to a member: "Tuesday 24 November at 15:00 (Copenhagen time)". Rounded up to the minute:
 * what is promised must not be earlier than what is meant.
 * @throws {RangeError} for a date that is none, or a time zone or language that does not exist
 */
export function nextUpdateText(at: Date, timeZone: string, language: string): string {
  const locale = localeOf(language);
  const base = language.split('-', 1)[0]!;
  const moment = new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS);
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const text = WRITTEN[base]?.(parts as Record<Part, string>) ?? format.format(moment);
  return `${text} (${zoneName(moment, timeZone, locale)})`;
}
