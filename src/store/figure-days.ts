import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Day, daysOf, piecesOf } from './figure-calendar.ts';
import type { FigureTime } from './figures-port.ts';
import type { Sight } from './figure-sight.ts';
import { add, type Sum, sumOf, type Sums, take, talliesOf, type Tally } from './figure-tally.ts';
import type { DayTallies, KeptDays } from './kept-days.ts';
import { rows, type Sql } from './sql.ts';

/** What is counted of `hearback.figure f`, by the groups `g` of cases. */
export interface Counting {
  /** One word. */
  name: string;
  /** Kinds of figures, as `hearback.figure` numbers them; and which of these. */
  whats: readonly number[];
  which?: string;
  /** What figures differ in, besides their values: said of their columns. */
  split: string;
  /** Sums over so many (`n`) figures of each `split`, and their values together (`total`). */
  counts: readonly string[];
  /** Whether it counts how cases stand by now, too, and not only what happened. */
  isOfStanding: boolean;
  /** Which figures say how long somebody waited. */
  waits: string;
  /** What groups are told apart by: said of their columns. */
  by: string;
  /** @returns under which keys each of what they are told apart by is counted; under itself when it is not there */
  keysOf?: (sql: Sql, by: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
}

/** What happened in a step of a time, by key. */
export interface Step {
  at: Date;
  sums: Sums;
}

/**
 * Counts day by day, by the clock of the time's zone, and puts the days of each step together. What was counted of a day that is over is
 * kept for whoever sees the same groups, and what is different by cases about which groups alone do not tell for whoever has the same of those.
 * Everything has to be read as of one moment.
 */
export async function countByStep(
  sql: Sql,
  { sight, time, kept }: { sight: Sight; time: FigureTime; kept: KeptDays },
  counting: Counting,
): Promise<{ all: Sums; steps: Step[] }> {
  const days = await daysOf(sql, sight.values[0], time, counting.isOfStanding);
  const ask = { sql, sight, counting, days };
  const key = `${counting.name} ${time.timeZone} ${sight.key}`;
  const special = await specialOf(sql, sight);
  const counted = [await countMissing(ask, kept.of(key), NONE)];
  if (special.ids.length > 0)
    counted.push(await countMissing(ask, kept.of(key + digestOf(special)), special));
  const all: Sums = new Map();
  const steps: Step[] = [];
  for (const [nth, { step }] of days.entries()) {
    if (steps.at(-1)?.at.getTime() !== step.getTime()) steps.push({ at: step, sums: new Map() });
    for (const tallies of counted)
      for (const [of, tally] of tallies[nth] ?? [])
        for (const sums of [all, steps.at(-1)!.sums]) add(sumOf(sums, of), tally);
  }
  return { all, steps };
}

/** @returns what each day came to: as it was kept, or counted now and kept where the day is over */
async function countMissing(
  ask: Ask,
  look: ReturnType<KeptDays['of']>,
  special: Special,
): Promise<DayTallies[]> {
  const known = ask.days.map((day) => (day.isOver ? look.find(day, day.now) : null));
  const missing = ask.days.filter((_, nth) => !known[nth]);
  const counted = await countDays(ask, special, missing);
  return ask.days.map((day, nth) => {
    const found = known[nth];
    if (found) return found;
    const tallies = counted.get(nth) ?? new Map<string, Tally>();
    if (day.isOver) look.keep(day, day.now, tallies);
    return tallies;
  });
}

/** Cases of which groups alone do not tell whether somebody may see them, and whether they may. */
interface Special {
  ids: readonly number[];
  seen: readonly boolean[];
}
const NONE: Special = { ids: [], seen: [] };

async function specialOf(sql: Sql, { tables, values }: Sight): Promise<Special> {
  const found = await rows(
    sql,
    z.object({ id: z.number(), seen: z.boolean() }),
    `with ${tables} select case_id as id, bool_or(seen) as seen from special group by 1 order by 1`,
    values,
  );
  return { ids: found.map(({ id }) => id), seen: found.map(({ seen }) => seen) };
}

const digestOf = (special: Special): string =>
  createHash('sha256').update(JSON.stringify(special)).digest('base64');

const inPiece = ({ whats, which = 'true' }: Counting) =>
  `f.workspace_id = $1 and f.what in (${whats.join(', ')}) and f.at >= p.since and f.at < p.until and ${which}`;

/** All figures of groups that are open. */
const openIn = (counting: Counting) =>
  `select f.*, ${counting.by} as by, 1 as n from pieces p join hearback.figure f on ${inPiece(counting)} join groups using (group_id) where is_open`;

/** Up to so many days are looked through for special cases; of more, the figures of those cases are. */
const FEW_DAYS = 31;

/** Figures of special cases: one too many where the group is open and the case may not be seen, one too few the other way round. */
const specialIn = (counting: Counting, days: number) => {
  const figures =
    days <= FEW_DAYS
      ? `(select f.* from pieces p join hearback.figure f on ${inPiece(counting)} offset 0) as f join apart using (case_id)`
      : `apart join hearback.figure f using (case_id) join pieces p on ${inPiece(counting)}`;
  return `select f.*, ${counting.by} as by, seen::int - is_open::int as n from ${figures} join groups using (group_id) where seen <> is_open`;
};

const countedRow = z.object({
  day: z.number(),
  by: z.string(),
  counts: z.string().transform((said) => said.split(',').map(Number)),
  more: z.string().nullable(),
  fewer: z.string().nullable(),
});

interface Ask {
  sql: Sql;
  sight: Sight;
  counting: Counting;
  days: readonly Day[];
}

/** @returns what was counted in those of the days in which something was, by key */
async function countDays(
  { sql, sight, counting, days }: Ask,
  special: Special,
  missing: readonly Day[],
): Promise<Map<number, DayTallies>> {
  if (missing.length === 0) return new Map();
  const within = piecesOf(missing);
  const [since, until, starts, ids, seen] = [1, 2, 3, 4, 5].map((more) => `$${sight.values.length + more}`);
  const source = special === NONE ? openIn(counting) : specialIn(counting, missing.length);
  const counts = counting.counts.map((each) => `coalesce(${each}, 0)`).join(', ');
  const waits = (of: string) => `string_agg(value::text, ',') filter (where ${counting.waits} and n ${of} 0)`;
  const found = await rows(
    sql,
    countedRow,
    `with ${sight.tables},
       pieces as (select * from unnest(${since}::timestamptz[], ${until}::timestamptz[]) as p (since, until)),
       apart as (select * from unnest(${ids}::bigint[], ${seen}::boolean[]) as s (case_id, seen))
     select day, by::text, concat_ws(',', ${counts}) as counts, string_agg(more, ',') as more, string_agg(fewer, ',') as fewer from (
       select width_bucket(at, ${starts}::timestamptz[]) - 1 as day, by, ${counting.split} as split,
         sum(n) as n, sum(n * value) as total, ${waits('>')} as more, ${waits('<')} as fewer
       from (${source}) as each group by 1, 2, 3) as parts
     group by 1, 2`,
    [
      ...sight.values,
      within.map(({ from }) => from),
      within.map((each) => each.until),
      days.map(({ from }) => from),
      special.ids,
      special.seen,
    ],
  );
  const keys = await counting.keysOf?.(sql, [...new Set(found.map(({ by }) => by))]);
  const counted = new Map<number, Sums>();
  for (const { day, by, ...figures } of found) {
    const sums = counted.get(day) ?? new Map<string, Sum>();
    counted.set(day, sums);
    for (const key of keys?.get(by) ?? [by]) take(sumOf(sums, key), figures);
  }
  return new Map([...counted].map(([day, sums]) => [day, talliesOf(sums)]));
}
