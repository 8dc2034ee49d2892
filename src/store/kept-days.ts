import type { Tally } from './figure-tally.ts';

/** What a day came to, by what it is told apart by. */
export type DayTallies = ReadonlyMap<string, Tally>;

/** What was counted of some days for somebody, by when they begin. */
interface Look {
  days: Map<number, KeptDay>;
  weight: number;
}

interface KeptDay {
  /** What had changed of it by then. */
  mark: string;
  countedAt: Date;
  tallies: DayTallies;
}

/** What is known of a day at a look. */
export interface DayMark {
  from: Date;
  /** Differs from what it was whenever something of the day has changed since. */
  mark: string;
}

/** Marks are kept for eight days: by then it may no longer be seen that something has changed (ms). */
const KNOWN_MS = 7 * 86_400_000;
/** Numbers that are kept at most. A year of a million cases takes some 10 MB for whoever sees the same of it. */
const MOST = 4_000_000;

/** What a process has counted of days that are over, so that it need not count them at each look. What was not looked at for longest goes. */
export interface KeptDays {
  /** @param key of whom, and of what */
  of(key: string): {
    find(day: DayMark, now: Date): DayTallies | null;
    keep(day: DayMark, now: Date, tallies: DayTallies): void;
  };
}

/** @param most numbers that are kept */
export function createKeptDays(most = MOST): KeptDays {
  const looks = new Map<string, Look>();
  let weight = 0;
  const makeRoom = () => {
    for (const [key, look] of looks) {
      if (weight <= most) return;
      looks.delete(key);
      weight -= look.weight;
    }
  };
  return {
    of(key) {
      const look = looks.get(key) ?? { days: new Map<number, KeptDay>(), weight: 0 };
      // The last one is the one that was looked at last.
      looks.delete(key);
      looks.set(key, look);
      return {
        find({ from, mark }, now) {
          const kept = look.days.get(from.getTime());
          if (!kept || kept.mark !== mark || now.getTime() - kept.countedAt.getTime() > KNOWN_MS) return null;
          return kept.tallies;
        },
        keep({ from, mark }, now, tallies) {
          const before = look.days.get(from.getTime());
          const more = weightOf(tallies) - (before ? weightOf(before.tallies) : 0);
          look.days.set(from.getTime(), { mark, countedAt: now, tallies });
          look.weight += more;
          if (looks.get(key) !== look) return;
          weight += more;
          makeRoom();
        },
      };
    },
  };
}

/** A day in which nothing happened takes some room as well. */
function weightOf(tallies: DayTallies): number {
  let weight = 16;
  for (const { counts, waits } of tallies.values()) weight += 16 + counts.length + waits.length / 2;
  return weight;
}
