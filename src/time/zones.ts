import { IANAZone } from 'luxon';
import { nearest } from '../policy/nearest.ts';
import type { Wording } from '../texts/index.ts';
import { cityElsewhere } from './city-names.ts';
import { plainWords } from './plain-words.ts';

let listed: readonly string[] | null = null;

/** Names of zones the platform lists, such as `Europe/Copenhagen`; what is no place is left out, besides `UTC`. */
export function zoneNames(): readonly string[] {
  // Some Node versions leave UTC out of their list, and some have it.
  listed ??= [
    ...Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/') && !name.startsWith('Etc/')),
    'UTC',
  ];
  return listed;
}

/**
 * The zone somebody means by its name (`Europe/Copenhagen`, however it is written) or by a city (`copenhagen`, `Lisboa`, `São Paulo`),
 * or a sentence that says what to write. Short forms such as CET and hours such as +2 are none: they do not say when the clocks
 * are changed.
 */
export function zoneNamed(typed: string): { zone: string } | { problem: Wording } {
  const shown = typed
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 40)
    .toWellFormed();
  if (typed.trim() === '') return { problem: ({ says }) => says.times.zone.which };
  if (typed.length > 60) return { problem: ({ says }) => says.times.zone.tooLong };
  const wanted = plainWords(typed).replaceAll(' ', '_');
  const names = zoneNames();
  const whole = names.find((name) => name.toLowerCase() === wanted) ?? (wanted === 'gmt' ? 'UTC' : undefined);
  const city = names.find((name) => cityOf(name).toLowerCase() === wanted);
  const found = whole ?? city ?? cityElsewhere(wanted) ?? otherName(wanted);
  if (found !== undefined) return { zone: found };
  if (/^(?:utc|gmt)?[+-]?\d{1,2}(?::?\d{2})?$/.test(wanted))
    return { problem: ({ says }) => says.times.zone.onlyHours(shown) };
  const cities = new Map(names.map((name) => [cityOf(name), name]));
  const near = nearest(wanted, names) ?? cities.get(nearest(wanted, cities.keys()) ?? '');
  if (near !== undefined) return { problem: ({ says }) => says.times.zone.nearly(shown, near) };
  return { problem: ({ says }) => says.times.zone.unknown(shown) };
}

/** A country with more zones than this spans half a world: its language says little. */
const FEW_ZONES = 4;

/**
 * Zones of the country a language is mostly spoken in (`da`: Europe/Copenhagen), or is said to be (`pt-BR`).
 * @param known of many zones those alone that are among these
 * @returns none for what is no language, or of no one country
 */
export function zonesOfLocale(locale: string, known: readonly string[]): string[] {
  const all = zonesIn(locale);
  const among = known.filter((zone) => all.some((each) => isSame(each, zone)));
  if (among.length > 0) return among;
  return all.length <= FEW_ZONES ? all : [];
}

function zonesIn(locale: string): string[] {
  try {
    // A getter in Node 20 and 22, a method from Node 24 on; TypeScript knows neither.
    const spoken: Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] } = new Intl.Locale(
      locale,
    ).maximize();
    return spoken.getTimeZones?.() ?? spoken.timeZones ?? [];
  } catch {
    return [];
  }
}

function isSame(one: string, other: string): boolean {
  const named = (zone: string) =>
    new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  return named(one) === named(other);
}

function cityOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Zones have had other names, which the list leaves out: Asia/Kolkata was Asia/Calcutta, or the other way around. */
function otherName(wanted: string): string | undefined {
  const tries = wanted.includes('/')
    ? [wanted]
    : ['Asia', 'Europe', 'America', 'Pacific'].map((part) => `${part}/${wanted}`);
  return tries
    .map(asWritten)
    .find((name) => name.includes('/') && !/^etc\//i.test(name) && IANAZone.isValidZone(name));
}

/** `asia/ho_chi_minh` as `Asia/Ho_Chi_Minh`. */
function asWritten(name: string): string {
  return name.toLowerCase().replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}
