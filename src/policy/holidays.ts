import type { z } from 'zod';
import { daysWritten } from '../time/calendar-day.ts';
import { countries, publicHolidays, regionsOf } from '../time/public-holidays.ts';
import type { holidaysSchema } from './hours-schema.ts';
import { nearest } from './nearest.ts';

type Holidays = z.output<typeof holidaysSchema>;

/** The country's two letters, from them or its name in English: `DK`, `dk`, `Denmark`. */
export function countryCode(written: string): string | null {
  return codeIn(countries(), written);
}

/** The letters of a region, from them or its name. */
export function regionCode(country: string, written: string): string | null {
  return codeIn(regionsOf(country), written);
}

/** What to write in the place of a country or region that is none. */
export function codeAdvice(codes: Record<string, string>, written: string): string {
  const names = Object.entries(codes);
  const meant = nearest(
    written,
    names.map(([, name]) => name),
  );
  const found = written.length > 2 && names.find(([, name]) => name === meant);
  if (found) return `did you mean ${found[0]} (${found[1]})?`;
  return names.length > 60
    ? 'write its two letters, such as DK or PT'
    : `write one of ${names.map(([code]) => code).join(', ')}`;
}

/** Days on which nobody works. Of what is written wrong, nothing is kept: the policy is refused for it elsewhere. */
export function closedDays({ country, region, dates, open }: Holidays): { has(day: string): boolean } {
  const code = country === undefined ? null : countryCode(country);
  const place = code === null || region === undefined ? null : regionCode(code, region);
  const free = code === null ? { has: () => false } : publicHolidays(code, place);
  const own = daysIn(dates);
  const worked = daysIn(open);
  return { has: (day) => !worked(day) && (own(day) || free.has(day)) };
}

function daysIn(written: readonly string[]): (day: string) => boolean {
  const once = new Set<string>();
  const yearly = new Set<string>();
  for (const text of written) {
    const read = daysWritten(text);
    if ('problem' in read) continue;
    for (const day of read.once) once.add(day);
    for (const day of read.yearly) yearly.add(day);
  }
  return (day) => once.has(day) || yearly.has(day.slice(5));
}

function codeIn(codes: Record<string, string>, written: string): string | null {
  const wanted = written.trim().toLowerCase();
  const found = Object.entries(codes).find(
    ([code, name]) => code.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  return found?.[0] ?? null;
}
