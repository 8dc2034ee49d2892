/** One minute (ms). */
export const MINUTE = 60_000;

/** The twenty zones that make trouble: changes of half an hour, odd quarters, both hemispheres, the date line, none at all. */
export const ZONES = [
  'UTC',
  'Europe/Copenhagen',
  'Europe/London',
  'Europe/Lisbon',
  'Atlantic/Azores',
  'America/Sao_Paulo',
  'America/New_York',
  'America/St_Johns',
  'America/Los_Angeles',
  'America/Santiago',
  'America/Havana',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
] as const;

/** What somebody's hours are, as this reference understands them. */
interface Hours {
  zone: string;
  week: readonly (readonly { from: number; to: number }[])[];
  closed: { has(day: string): boolean };
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Whether people work in a minute: asks the platform what the clock on the wall shows, and looks it up in the week.
 * Shares nothing with the program, and does no arithmetic of its own.
 */
export function worksByTheWall({ zone, week, closed }: Hours): (minute: Date) => boolean {
  const wall = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (minute) => {
    const shown = Object.fromEntries(wall.formatToParts(minute).map(({ type, value }) => [type, value]));
    if (closed.has(`${shown['year']}-${shown['month']}-${shown['day']}`)) return false;
    const time = Number(shown['hour']) * 60 + Number(shown['minute']);
    const spans = week[DAYS.indexOf(shown['weekday'] ?? '')] ?? [];
    return spans.some(({ from, to }) => time >= from && time < to);
  };
}

/** Walks minute by minute until so many working minutes have passed. @returns null when that takes more than `patience` minutes */
export function walkForward(hours: Hours, from: Date, minutes: number, patience: number): Date | null {
  const works = worksByTheWall(hours);
  let left = minutes;
  for (let walked = 0; walked < patience; walked++) {
    const at = new Date(from.getTime() + walked * MINUTE);
    if (works(at)) left -= 1;
    if (left === 0) return new Date(at.getTime() + MINUTE);
  }
  return null;
}

/** The same backwards: the last moment from which on so many working minutes are left. */
export function walkBack(hours: Hours, to: Date, minutes: number, patience: number): Date | null {
  const works = worksByTheWall(hours);
  let left = minutes;
  for (let walked = 1; walked <= patience; walked++) {
    const at = new Date(to.getTime() - walked * MINUTE);
    if (works(at)) left -= 1;
    if (left === 0) return at;
  }
  return null;
}
