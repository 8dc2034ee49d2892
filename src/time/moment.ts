import { DateTime } from 'luxon';
import { nearest } from '../policy/nearest.ts';
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

const HOW = 'Write for example 2h, 3d, tomorrow 9:00, friday, 24/12 or 2026-12-24 14:30.';

const IN = /^(?:in|for|om|i|dans|pendant|em|daqui a|por)\s+/;
const FRENCH = /^\d{1,2}h\d{2}$/;

/** A moment somebody meant, or a sentence that says why it is none and what to write. */
export type Meant =
  | {
      at: Date;
      /** How it was read, for whoever may have meant something else. */
      note: string | null;
      /** It was read by the clock on the wall, so the zone mattered. */
      byTheClock: boolean;
    }
  | { problem: string };

/**
 * What people write for a moment to come, by their own clock: a length of time (`30m`, `in 3 days`), a time (`9:00`, today or
 * else tomorrow), a day (`tomorrow`, `monday`, `24/12`, at 9:00) or both (`fri 14:30`). English, and the usual words in Danish,
 * French and Portuguese. Days and weeks keep the time by the clock when clocks are changed meanwhile.
 * Always in the future and at most a year away; never throws.
 * @param zone IANA
 */
export function readMoment(typed: string, now: Date, zone: string): Meant {
  if (typed.trim() === '') return { problem: `When? ${HOW}` };
  if (typed.length > LONGEST) return { problem: `That is too long for a time. ${HOW}` };
  const words = timeLast(plainWords(typed));
  if (
    /^(?:(?:in|om|dans|em|daqui a|il y a|ha)\s+)?-\s*\d/.test(words) ||
    /\bago$|^il y a\b|\bsiden$|\batras$/.test(words)
  )
    return {
      problem: `${quoted(typed)} is in the past. Write a time to come: ${HOW.replace('Write for', 'for')}`,
    };
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

const TOO_FAR = 'That is more than a year away. Choose something nearer.';

function byTheClock(words: string, now: Date, zone: string, typed: string): Meant {
  const wall = wallAt(now.getTime(), zone);
  // "i aften" is a day, though "aften" is a time.
  const found = Object.hasOwn(NEAR_DAYS, words) ? { before: words, time: null } : clockTimeIn(words);
  if ('wrong' in found)
    return { problem: `No clock shows ${quoted(found.wrong)}. Write for example 9:00, 14:30 or 9am.` };
  const { before, time } = found;
  if (before === '' && time) {
    const today = { ...wall, ...time };
    const note =
      FRENCH.test(words) && time.hour < 10
        ? `This is read as the time ${timeOf(today)}. For a length write "in ${words}".`
        : null;
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
    const twice =
      moments.length > 1 &&
      at === moments[0] &&
      `${timeOf(day)} comes twice that day, since the clocks are put back; this is the first.`;
    last = toCome(at, now, typed, twice || note);
    if (at > now.getTime()) return last;
  }
  return last === OVER ? { problem: `${quoted(typed)} is over already. Write a time to come.` } : last;
}

const OVER: Meant = { problem: '' };

/** Clocks were put forward over it. One that is in the past anyway is just over. */
function leftOut(day: Wall, note: string | null, now: Date, zone: string): Meant {
  const next = nextShown(day, zone);
  const [at] = momentsOf(next, zone);
  if (at === undefined || at <= now.getTime()) return OVER;
  const isSameDay = next.day === day.day;
  return {
    problem: `There is no ${timeOf(day)} that day: the clocks are put forward. The next time is ${isSameDay ? '' : `${dateOf(next)} `}${timeOf(next)}.${note === null ? '' : ` ${note}`}`,
  };
}

function toCome(at: number, now: Date, typed: string, note: string | null): Meant {
  if (at <= now.getTime())
    return {
      problem: `${quoted(typed)} is over already. Write a time to come, such as 17:00, 2h or tomorrow 9:00.`,
    };
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
function unknown(words: string, typed: string): string {
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
      return `${quoted(typed)} is not a time. Did you mean "${plainWords(typed).replace(word, meant)}"?`;
  }
  return `${quoted(typed)} is not a time. ${HOW}`;
}

function quoted(typed: string): string {
  const line = typed.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return `"${line.slice(0, 40).toWellFormed()}"`;
}

function timeOf({ hour, minute }: Wall): string {
  return `${hour}:${String(minute).padStart(2, '0')}`;
}

function dateOf({ year, month, day }: Wall): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
