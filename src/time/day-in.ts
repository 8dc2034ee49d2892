import type { Texts, Wording } from '../texts/index.ts';
import { datesIn } from './dates-in.ts';
import { DAYS_OF_THE_WEEK, MONTHS, NEAR_DAYS, placeIn } from './day-words.ts';
import { lengthIn } from './length.ts';
import { daysLater, isDay, weekdayOf, type Wall } from './wall.ts';

/** The days that can be meant, the nearest first; the first whose time is still to come is. */
export interface DaysMeant {
  days: Wall[];
  /** How it was read, where people read it in two ways. */
  note: Wording | null;
}

const BEFORE =
  /^(?:on|the|le|la|den|d\.|next|this|coming|naeste|pa|om|in|dans|daqui a|em|no|na|dia|until|till?|jusqu'a|jusqu'au|ate)\s+/;
const BEHIND = /\s+(?:next|prochaine?|que vem)$/;
const NEXT_WEEK = new Set([
  'next week',
  'naeste uge',
  'la semaine prochaine',
  'semaine prochaine',
  'semana que vem',
]);
const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const NUMBERS = /^(\d{1,2})([/.])(\d{1,2})(?:[/.](\d{4}|\d{2})?)?$/;
const DAY_FIRST =
  /^(\d{1,2})(?:\.|st|nd|rd|th|er)?\s*(?:of |de |d')?\s*([a-z]{3,10})\.?(?:,?\s*(?:de )?(\d{4}))?$/;
const MONTH_FIRST = /^([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s*(\d{4}))?$/;
/** Where a month stands, from 1 on. */
const MONTHS_OF_A_YEAR = 12;

/**
 * A day in plain words, as seen from a moment: `tomorrow`, `friday`, `24/12`, `dec 24`, `2026-12-24`.
 * @param hasTime a time of the day was written too: then a weekday can be today
 * @returns null for what is no day; `problem` is a sentence for whoever wrote it
 */
export function dayIn(words: string, now: Wall, hasTime: boolean): DaysMeant | { problem: Wording } | null {
  const near = Object.hasOwn(NEAR_DAYS, words) ? NEAR_DAYS[words] : undefined;
  if (near !== undefined) return { days: [daysLater(now, near)], note: null };
  if (NEXT_WEEK.has(words)) return { days: [daysLater(now, 7 - weekdayOf(now))], note: null };
  const day = words.replace(BEFORE, '').replace(BEFORE, '').replace(BEHIND, '');
  return (
    dateIn(day, now) ??
    weekdayIn(day, now, hasTime) ??
    daysAway(day, now) ??
    (day === words ? null : dayIn(day, now, hasTime))
  );
}

function weekdayIn(word: string, now: Wall, hasTime: boolean): DaysMeant | null {
  const weekday = placeIn(DAYS_OF_THE_WEEK, word);
  if (weekday === null) return null;
  const away = (weekday - weekdayOf(now) + 7) % 7;
  if (away > 0) return { days: [daysLater(now, away)], note: null };
  return { days: [...(hasTime ? [now] : []), daysLater(now, 7)], note: null };
}

/** `3 days` in front of a time of the day. */
function daysAway(words: string, now: Wall): DaysMeant | null {
  const length = lengthIn(words);
  if (!length || length.ms > 0 || length.months > 0 || length.days > 400) return null;
  return { days: [daysLater(now, length.days)], note: null };
}

function dateIn(words: string, now: Wall): DaysMeant | { problem: Wording } | null {
  const iso = ISO.exec(words);
  if (iso) return dated(Number(iso[3]), Number(iso[2]), Number(iso[1]), now);
  const numbers = NUMBERS.exec(words);
  if (numbers) return inNumbers(numbers, now);
  const [dayFirst, monthFirst] = [DAY_FIRST.exec(words), MONTH_FIRST.exec(words)];
  const [name, day, year] = dayFirst ? [dayFirst[2], dayFirst[1], dayFirst[3]] : (monthFirst?.slice(1) ?? []);
  const month = name === undefined ? null : placeIn(MONTHS, name);
  return month === null ? null : dated(Number(day), month + 1, year === undefined ? null : Number(year), now);
}

/** The day comes first, as in most of the world. */
function inNumbers(
  [, first, sign, second, written]: RegExpExecArray,
  now: Wall,
): DaysMeant | { problem: Wording } {
  const [day, month] = [Number(first), Number(second)];
  const year = written === undefined ? null : Number(written.length === 2 ? `20${written}` : written);
  if (sign === '.' && day < 24 && month > 12 && month < 60)
    return { problem: ({ says }) => says.times.noMonthButTime(month, `${day}:${second}`) };
  if (month > 12 && day >= 1 && day <= 12)
    return {
      problem: (texts) =>
        texts.says.times.monthFirst(month, `${month}/${day}`, dayWords(month, day, null, texts)),
    };
  const meant = dated(day, month, year, now);
  const isOpen = sign === '/' && day <= 12 && day !== month;
  if ('problem' in meant || !isOpen) return meant;
  return {
    ...meant,
    note: (texts) => texts.says.times.dayFirst(`${day}/${month}`, dayWords(day, month, null, texts)),
  };
}

function dated(day: number, month: number, year: number | null, now: Wall): DaysMeant | { problem: Wording } {
  if (month < 1 || month > MONTHS_OF_A_YEAR) return { problem: ({ says }) => says.times.noMonth(month) };
  // 2000 had every day a year can have.
  if (!isDay(year ?? 2000, month, day)) {
    const last = new Date(Date.UTC(year ?? now.year, month, 0)).getUTCDate();
    return {
      problem: (texts) =>
        texts.says.times.noDay(dayWords(day, month, year, texts), monthName(month, texts), last),
    };
  }
  // 29 February may be eight years off.
  const years = year === null ? Array.from({ length: 10 }, (_, later) => now.year + later) : [year];
  const days = years
    .filter((each) => isDay(each, month, day))
    .map((each) => ({ ...now, year: each, month, day }));
  return { days, note: null };
}

function dayWords(day: number, month: number, year: number | null, texts: Texts): string {
  return texts.says.times.day(day, monthName(month, texts), year === null ? '' : String(year));
}

function monthName(month: number, texts: Texts): string {
  return datesIn(texts, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1));
}
