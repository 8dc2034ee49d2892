import { DateTime } from 'luxon';
import { nearest } from '../policy/nearest.ts';
import type { Wording } from '../texts/index.ts';
import { clockTimeIn, TIME_WORDS } from './clock-time.ts';
import { dayIn, type DaysMeant } from './day-in.ts';
import { DAYS_OF_THE_WEEK, MONTHS, NEAR_DAYS } from './day-words.ts';
import { lengthIn, UNIT_WORDS } from './length.ts';
import { plainWords } from './plain-words.ts';
import { daysLater, momentsOf, nextShown, wallAt, type Wall } from './wall.ts';

/** Furthest away somebody may mean (ms): a year. */
const FURTHEST_MS = 366 * 86_400_000;
/** Longer than any time people write (characters). */
const LONGEST = 60;
/** What a day without a time means, by the clock: in the morning, and `tonight` in the evening. */
const MORNING = 9;
const EVENING = 20;
const TONIGHT = new Set(['tonight', 'i aften', 'ce soir']);

const IN = /^(?:in|for|om|i|dans|pendant|em|daqui a|por)\s+/;
const FRENCH = /^\d{1,2}h\d{2}$/;

/** A moment somebody meant, or why it is none and what to write, for whoever wrote it. */
export type Meant =
  | {
      at: Date;
      /** How it was read, for whoever may have meant something else. */
      note: Wording | null;
      /** It was read by the clock on the wall, so the zone mattered. */
      byTheClock: boolean;
    }
  | { problem: Wording };

/**
 * What people write for a moment to come, by their own clock: a length of time (`30m`, `in 3 days`), a time (`9:00`, today or
 * else tomorrow), a day (`tomorrow`, `monday`, `24/12`, at 9:00) or both (`fri 14:30`). English, and the usual words in Danish,
 * French and Portuguese. Days and weeks keep the time by the clock when clocks are changed meanwhile.
 * Always in the future and at most a year away; never throws.
 * @param zone IANA
 */
export function readMoment(typed: string, now: Date, zone: string): Meant {
  if (typed.trim() === '') return { problem: ({ says }) => says.times.when };
  if (typed.length > LONGEST) return { problem: ({ says }) => says.times.tooLong };
  const words = timeLast(plainWords(typed));
  if (
    /^(?:(?:in|om|dans|em|daqui a|il y a|ha)\s+)?-\s*\d/.test(words) ||
    /\bago$|^il y a\b|\bsiden$|\batras$/.test(words)
  )
    return { problem: ({ says }) => says.times.past(shownAs(typed)) };
  // "14h30" is a time in French, and a length behind "in".
  const length = FRENCH.test(words) ? null : lengthIn(words.replace(IN, ''));
  if (length) {
    if (length.months > 12 || length.days > 400) return { problem: TOO_FAR };
    const at = DateTime.fromJSDate(now, { zone }).plus({
      months: length.months,
      days: length.days,
      milliseconds: length.ms,
    });
    const meant = toCome(at.toMillis(), now, typed, null);
    return 'problem' in meant ? meant : { ...meant, byTheClock: false };
  }
  return byTheClock(words, now, zone, typed);
}

const TOO_FAR: Wording = ({ says }) => says.times.tooFar;

function byTheClock(words: string, now: Date, zone: string, typed: string): Meant {
  const wall = wallAt(now.getTime(), zone);
  // "i aften" is a day, though "aften" is a time.
  const found = Object.hasOwn(NEAR_DAYS, words) ? { before: words, time: null } : clockTimeIn(words);
  if ('wrong' in found) return { problem: ({ says }) => says.times.noClock(shownAs(found.wrong)) };
  const { before, time } = found;
  if (before === '' && time) {
    const today = { ...wall, ...time };
    const note: Wording | null =
      FRENCH.test(words) && time.hour < 10 ? ({ says }) => says.times.isTime(timeOf(today), words) : null;
    return firstToCome({ days: [today, daysLater(today, 1)], note }, now, zone, typed);
  }
  const meant = dayIn(before, wall, time !== null);
  if (meant === null) return { problem: unknown(before, typed) };
  if ('problem' in meant) return meant;
  const shown = time ?? { hour: TONIGHT.has(words) ? EVENING : MORNING, minute: 0 };
  const days = meant.days.map((day) => ({ ...day, ...shown }));
  return firstToCome({ ...meant, days }, now, zone, typed);
}

/** The first of the times that is not over. */
function firstToCome({ days, note }: DaysMeant, now: Date, zone: string, typed: string): Meant {
  let last: Meant = { problem: unknown('', typed) };
  for (const day of days) {
    const moments = momentsOf(day, zone);
    const at = moments.find((moment) => moment > now.getTime()) ?? moments[0];
    if (at === undefined) {
      last = leftOut(day, note, now, zone);
      if (last !== OVER) return last;
      continue;
    }
    const isTwice = moments.length > 1 && at === moments[0];
    last = toCome(at, now, typed, isTwice ? ({ says }) => says.times.twice(timeOf(day)) : note);
    if (at > now.getTime()) return last;
  }
  return last === OVER ? { problem: ({ says }) => says.times.over(shownAs(typed)) } : last;
}

const OVER: Meant = { problem: ({ says }) => says.times.over('') };

/** Clocks were put forward over it. One that is in the past anyway is just over. */
function leftOut(day: Wall, note: Wording | null, now: Date, zone: string): Meant {
  const next = nextShown(day, zone);
  const [at] = momentsOf(next, zone);
  if (at === undefined || at <= now.getTime()) return OVER;
  const isSameDay = next.day === day.day;
  const shown = `${isSameDay ? '' : `${dateOf(next)} `}${timeOf(next)}`;
  return {
    problem: (texts) =>
      `${texts.says.times.leftOut(timeOf(day), shown)}${note === null ? '' : ` ${note(texts)}`}`,
  };
}

function toCome(at: number, now: Date, typed: string, note: Wording | null): Meant {
  if (at <= now.getTime()) return { problem: ({ says }) => says.times.over(shownAs(typed)) };
  if (!(at - now.getTime() <= FURTHEST_MS)) return { problem: TOO_FAR };
  return { at: new Date(at), note, byTheClock: true };
}

/** `9:00 tomorrow` is `tomorrow 9:00`. */
function timeLast(words: string): string {
  const found =
    /^((?:at |kl\.? ?)?\d{1,2}(?:[:h]\d{2}|\s?(?:am|pm)\b|:\d{2}\s?(?:am|pm)))\s+(?!am\b|pm\b)(\S.*)$/.exec(
      words,
    );
  return found ? `${found[2]} ${found[1]}` : words;
}

/** A word that is nearly one we know is a slip of the hand. */
function unknown(words: string, typed: string): Wording {
  const known = [
    ...Object.keys(NEAR_DAYS).filter((word) => !word.includes(' ')),
    ...[...DAYS_OF_THE_WEEK, ...MONTHS].flat(),
    ...TIME_WORDS,
    ...UNIT_WORDS,
    'next',
  ];
  for (const word of words.split(/[\s\d,./]+/)) {
    const meant = word.length < 3 || known.includes(word) ? null : nearest(word, known);
    if (meant !== null)
      return ({ says }) => says.times.nearly(shownAs(typed), plainWords(typed).replace(word, meant));
  }
  return ({ says }) => says.times.unknown(shownAs(typed));
}

/** On one line, and not longer than it takes to recognise it. */
function shownAs(typed: string): string {
  const line = typed.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.slice(0, 40).toWellFormed();
}

function timeOf({ hour, minute }: Wall): string {
  return `${hour}:${String(minute).padStart(2, '0')}`;
}

function dateOf({ year, month, day }: Wall): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
