import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';

const DAY_MS = 86_400_000;

/** Holidays of a country and its regions; 20 MB of memory, so it is read only when a policy names a country. */
let library: typeof Holidays | null = null;
function load(): typeof Holidays {
  const require = createRequire(import.meta.url);
  library ??= require('date-holidays') as typeof Holidays;
  return library;
}

/** Countries by their two letters, with their names in English. */
export function countries(): Record<string, string> {
  return new (load())().getCountries('en');
}

/** Regions of a country by their letters, with their names; none where all of it has the same holidays. */
export function regionsOf(country: string): Record<string, string> {
  const of = new (load())();
  const regions: Record<string, string> = {};
  // The library answers undefined for a country without regions, whatever its types say.
  for (const [state, name] of Object.entries(of.getStates(country, 'en') ?? {})) {
    regions[state] = name;
    for (const [region, inner] of Object.entries(of.getRegions(country, state, 'en') ?? {}))
      regions[`${state}/${region}`] = inner;
  }
  return regions;
}

const known = new Map<string, { has(day: string): boolean }>();

/**
 * Whether a day (`2026-12-24`) is a public holiday of a country or one of its regions (`BY`, `BY/A`). Days on which only
 * banks or schools close are none, and neither are those of which only a part is free. Each year is looked up when it is first
 * asked for, so there is no last one.
 */
export function publicHolidays(country: string, region: string | null): { has(day: string): boolean } {
  const key = `${country} ${region ?? ''}`;
  const found = known.get(key) ?? lookUp(country, region);
  known.set(key, found);
  return found;
}

function lookUp(country: string, region: string | null): { has(day: string): boolean } {
  const [state, inner] = region?.split('/') ?? [];
  const of = new (load())({
    country,
    ...(state === undefined ? {} : { state }),
    ...(inner === undefined ? {} : { region: inner }),
  });
  const closed = new Set<string>();
  const years = new Set<number>();
  const add = (year: number): void => {
    if (years.has(year)) return;
    years.add(year);
    for (const day of of.getHolidays(year).flatMap(wholeDays)) closed.add(day);
  };
  return {
    has(day) {
      const year = Number(day.slice(0, 4));
      // Some last several days, and may begin in the year before.
      add(year - 1);
      add(year);
      return closed.has(day);
    },
  };
}

/** The days it fills from midnight on. What ends some hours into a day leaves that day for work. */
function wholeDays({ type, date, start, end }: ReturnType<Holidays['getHolidays']>[number]): string[] {
  if (type !== 'public' || date.slice(11, 16) !== '00:00') return [];
  // A day on which the clocks are put forward has 23 hours.
  const many = Math.floor((end.getTime() - start.getTime()) / DAY_MS + 0.1);
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Array.from({ length: many }, (_, days) =>
    new Date(first + days * DAY_MS).toISOString().slice(0, 10),
  );
}
