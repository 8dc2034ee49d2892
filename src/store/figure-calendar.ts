import { z } from 'zod';
import type { FigureTime } from './figures-port.ts';
import { rows, type Sql } from './sql.ts';

const dayRow = z.object({
  from: z.date(),
  until: z.date(),
  step: z.date(),
  isOver: z.boolean(),
  mark: z.string(),
  now: z.date(),
});
/** A day of a time, and what had changed of it by now. */
export type Day = z.infer<typeof dayRow>;

/** The last change of a day that leaves no mark may be committed so much later than it was made. */
const COMMITTED_WITHIN = '10 minutes';

/** The days of a time: the first and the last one may be parts of a day. */
export function daysOf(
  sql: Sql,
  workspaceId: unknown,
  { from, until, step, timeZone }: FigureTime,
  isOfStanding: boolean,
): Promise<Day[]> {
  return rows(
    sql,
    dayRow,
    `with marks as materialized (
       select day, count(*) || ' ' || sum(changed_by::text::numeric) as mark from hearback.figure_past
       where workspace_id = $1 and (not is_standing or $6) and day between ($2::timestamptz at time zone 'UTC')::date - 1 and ($3::timestamptz at time zone 'UTC')::date + 1 group by 1),
     days as (
       select (date_trunc('day', $2::timestamptz at time zone $5) + nth * interval '1 day') at time zone $5 as starts,
         (date_trunc('day', $2::timestamptz at time zone $5) + (nth + 1) * interval '1 day') at time zone $5 as ends
       from generate_series(0, 800) as nth)
     select greatest(starts, $2) as from, least(ends, $3) as until, date_trunc($4, starts at time zone $5) at time zone $5 as step, now() as now,
       starts >= $2 and ends <= $3 and ends < now() - interval '1 day' - interval '${COMMITTED_WITHIN}' as "isOver",
       coalesce((select string_agg(mark, ',' order by day) from marks
         where day between (starts at time zone 'UTC')::date and (ends at time zone 'UTC')::date), '') as mark
     from days where starts < $3 order by starts`,
    [workspaceId, from, until, step, timeZone, isOfStanding],
  );
}

/** Days that follow each other are one piece. */
export function piecesOf(days: readonly { from: Date; until: Date }[]): { from: Date; until: Date }[] {
  const pieces: { from: Date; until: Date }[] = [];
  for (const { from, until } of days) {
    const last = pieces.at(-1);
    if (last && last.until.getTime() === from.getTime()) last.until = until;
    else pieces.push({ from, until });
  }
  return pieces;
}
