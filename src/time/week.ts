import type { Span } from './working-hours.ts';

/** The spans of each day, Monday first. */
export type Week = readonly (readonly Span[])[];

/** Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const GROUPS: Record<string, readonly number[]> = {
  weekdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
  daily: [0, 1, 2, 3, 4, 5, 6],
};

/** What can be written in the place of days. */
export const DAY_NAMES: readonly string[] = [...WEEKDAYS, ...Object.keys(GROUPS)];

/**
 * The days (0 is Monday) that `monday`, `mon`, `monday-friday`, `saturday, sunday` or `weekdays` names, or the word that is no
 * day. `friday-monday` goes over the weekend.
 */
export function daysNamed(text: string): { days: number[] } | { unknown: string } {
  const days: number[] = [];
  for (const part of text.toLowerCase().split(',')) {
    const [from = '', to] = part.split(/[-–]|\bto\b/).map((word) => word.trim());
    const group = Object.hasOwn(GROUPS, from) ? GROUPS[from] : undefined;
    if (group && to === undefined) {
      days.push(...group);
      continue;
    }
    const first = weekdayNamed(from);
    if (first === null) return { unknown: from };
    const last = to === undefined ? first : weekdayNamed(to);
    if (last === null) return { unknown: to ?? '' };
    if (/[-–].*[-–]/.test(part)) return { unknown: part.trim() };
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === last) break;
    }
  }
  return { days };
}

/** 0 is Monday; null for what is no day of the week. Three letters are enough. */
export function weekdayNamed(word: string): number | null {
  const found = word.length < 3 ? -1 : WEEKDAYS.findIndex((day) => day.startsWith(word));
  return found === -1 ? null : found;
}

/**
 * `9:00-12:00, 13:00-17:00` in order, none for `closed`; or what is wrong with it: the rest of a sentence that begins with
 * its place.
 */
export function spansIn(text: string): { spans: Span[] } | { problem: string } {
  if (/^(?:closed|none|off)$/i.test(text.trim())) return { spans: [] };
  const spans: Span[] = [];
  for (const part of text.split(',')) {
    const found = /^(\S+?)\s*(?:[-–]|\bto\b)\s*(\S+)$/.exec(part.trim());
    const from = minutesOf(found?.[1] ?? '');
    const to = minutesOf(found?.[2] ?? '');
    if (from === null || to === null)
      return {
        problem: 'is not a span of time; write for example 9:00-17:00, or 9:00-12:00, 13:00-17:00, or closed',
      };
    if (from === to)
      return { problem: `${shown(from)}-${shown(to)} is no time at all; write the end behind it, or closed` };
    if (from > to)
      return {
        problem: `${shown(from)}-${shown(to)} ends before it begins; for a night write ${shown(from)}-24:00 here and 0:00-${shown(to)} on the next day`,
      };
    spans.push({ from, to });
  }
  spans.sort((a, b) => a.from - b.from);
  const clash = spans.findIndex((span, index) => index > 0 && span.from < (spans[index - 1]?.to ?? 0));
  const [before, after] = [spans[clash - 1], spans[clash]];
  if (before && after) {
    const [one, other] = [before, after].map(({ from, to }) => `${shown(from)}-${shown(to)}`);
    return { problem: `has ${one} and ${other}, which overlap; write them as one, or move one of them` };
  }
  return { spans };
}

/** `9`, `9:00`, `09:30` or `24:00` as minutes since midnight. */
function minutesOf(text: string): number | null {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  const minutes = hour * 60 + minute;
  return minute < 60 && minutes <= 24 * 60 ? minutes : null;
}

function shown(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
