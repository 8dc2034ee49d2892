import { START, type Week } from '../communities.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time that is known, around the simulated month. */
const FROM = START - 60 * DAY;
const TO = START + 300 * DAY;

/**
 * Working time, counted minute by minute: the checker's own, which shares nothing with the program's. Every moment is a number of
 * milliseconds since 1970.
 */
export interface WorkMinutes {
  add(from: number, ms: number): number;
  subtract(to: number, ms: number): number;
  between(from: number, to: number): number;
  /** The moment itself in working time, else when people begin next. */
  next(from: number): number;
}

export function workMinutes(week: Week): WorkMinutes {
  const found = known.get(week) ?? counted(week);
  known.set(week, found);
  return found;
}

/** Counting out a year takes a moment. */
const known = new Map<Week, WorkMinutes>();

function counted({ zone, from: opens, to: closes, days, free }: Week): WorkMinutes {
  const works = new Uint8Array((TO - FROM) / MINUTE);
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  for (let hour = FROM; hour < TO; hour += HOUR) {
    const [date = '', time = ''] = wall.format(hour).split(', ');
    const [h = 0, m = 0] = time.split(':').map(Number);
    const isWorkday = days.includes(new Date(`${date}T00:00:00Z`).getUTCDay()) && !free.includes(date);
    // Zones here are whole hours from UTC, so that the hour stands within one day.
    if (m !== 0) throw new Error('write zones that are whole hours from UTC');
    for (let minute = 0; minute < 60; minute += 1) {
      const local = h * 60 + minute;
      if (isWorkday && local >= opens && local < closes) works[(hour - FROM) / MINUTE + minute] = 1;
    }
  }
  const isWork = (minute: number) => {
    if (minute < 0 || minute >= works.length)
      throw new Error('the checker was asked about a time it does not know');
    return works[minute] === 1;
  };
  const minuteOf = (at: number) => Math.floor((at - FROM) / MINUTE);
  return {
    add(from, ms) {
      let at = from;
      let left = ms;
      while (left > 0) {
        const minute = minuteOf(at);
        const ends = FROM + (minute + 1) * MINUTE;
        if (isWork(minute)) {
          const used = Math.min(left, ends - at);
          left -= used;
          at += used;
        } else at = ends;
      }
      return at;
    },
    subtract(to, ms) {
      let at = to;
      let left = ms;
      while (left > 0) {
        const minute = Math.ceil((at - FROM) / MINUTE) - 1;
        const begins = FROM + minute * MINUTE;
        if (isWork(minute)) {
          const used = Math.min(left, at - begins);
          left -= used;
          at -= used;
        } else at = begins;
      }
      return at;
    },
    between(from, to) {
      let sum = 0;
      for (let at = from; at < to;) {
        const minute = minuteOf(at);
        const ends = Math.min(to, FROM + (minute + 1) * MINUTE);
        if (isWork(minute)) sum += ends - at;
        at = ends;
      }
      return sum;
    },
    next(from) {
      let at = from;
      while (!isWork(minuteOf(at))) at = FROM + (minuteOf(at) + 1) * MINUTE;
      return at;
    },
  };
}
