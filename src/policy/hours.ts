import { DAY_NAMES, daysNamed, spansIn, WEEKDAYS, type Week } from '../time/week.ts';
import type { Span } from '../time/working-hours.ts';
import { nearest } from './nearest.ts';
import { shown } from './secrets.ts';

/** What is wrong with written hours: the rest of a sentence that begins with the name of the place. */
export interface HoursProblem {
  path: string[];
  /** The day is wrong, not what stands behind it. */
  isKey: boolean;
  message: string;
}

interface Read {
  /** Null: around the clock. */
  week: Week | null;
  problems: HoursProblem[];
}

/** Lines that name one day count more than those that name several: what Friday has of its own is no contradiction. */
interface Line {
  key: string;
  days: number[];
  spans: Span[];
}

/** `{ monday-friday: 9:00-17:00, friday: 9:00-15:00 }` as a week, or `always` as none. */
export function readHours(written: unknown): Read {
  if (written === 'always') return { week: null, problems: [] };
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return nothing([], 'must be days with their hours, such as "monday-friday: 9:00-17:00", or always');
  const problems: HoursProblem[] = [];
  const lines: Line[] = [];
  for (const [key, value] of Object.entries(written)) {
    const read = readLine(key, value);
    if ('message' in read) problems.push(read);
    else lines.push(read);
  }
  const week = WEEKDAYS.map((name, day) => {
    const meant = lines.filter(({ days }) => days.includes(day));
    const own = meant.filter(({ days }) => days.length === 1);
    const [first, twin] = own.length > 0 ? own : meant;
    if (first && twin && !problems.some(({ path }) => path[0] === twin.key))
      problems.push({
        path: [twin.key],
        isKey: true,
        message: `names ${name}, which has its hours from ${shown(first.key)} already; keep one of the two`,
      });
    return first?.spans ?? [];
  });
  if (problems.length === 0 && week.every((spans) => spans.length === 0))
    return nothing(
      [],
      'leaves no time at all in which anybody works; write at least one day with hours, or always',
    );
  return { week, problems };
}

function readLine(key: string, value: unknown): Line | HoursProblem {
  const named = daysNamed(key);
  if ('unknown' in named) {
    const meant = nearest(named.unknown, DAY_NAMES);
    const advice = meant ? `did you mean ${meant}?` : `write ${DAY_NAMES.join(', ')}, or monday-friday`;
    return { path: [key], isKey: true, message: `names no day of the week; ${advice}` };
  }
  const texts: unknown[] = Array.isArray(value) ? value : [value];
  const text = texts.map(String).join(', ');
  const read = spansIn(text);
  if ('problem' in read) return { path: [key], isKey: false, message: read.problem };
  return { key, days: [...new Set(named.days)], spans: read.spans };
}

function nothing(path: string[], message: string): Read {
  return { week: null, problems: [{ path, isKey: false, message }] };
}
