import { z } from 'zod';
import type { Budget, Toll } from '../chat/pace.ts';
import { row, rows, run, type Sql } from './sql.ts';

/** Null: the database's own, which is the same for all processes. */
export type Clock = () => Date | null;

/** A moment is kept this long for who is late (ms); then it goes to the end of the line. */
export const KEPT_MS = 60_000;
/** Clocks within this (ms) agree. */
const SKEW_MS = 1_000;
/** The longest a platform can have held us back (ms); what lies further ahead comes from a clock that was put back. */
export const HELD_MAX_MS = 3_600_000;
/** A wider limit is kept in so many parts of its span. */
const PARTS = 10;
/** How far ahead room in a wider limit is looked for (parts). */
const PARTS_AHEAD = 36_000;

/** Locks what the call is counted by, always in one order. @returns until when it is held back (ms since 1970); 0 when it is not. */
export async function lock(sql: Sql, { line, ceiling }: Toll): Promise<number> {
  const keys = [line.key, ...(ceiling ? [ceiling.key] : [])];
  const take = () =>
    rows(
      sql,
      z.object({ until: z.number() }),
      `select coalesce(extract(epoch from held_until)::float8 * 1000, 0) as until
       from hearback.pace where key = any($1) order by key for update`,
      [keys],
    );
  let locked = await take();
  while (locked.length < keys.length) {
    await run(
      sql,
      'insert into hearback.pace (key) select key from unnest($1::text[]) as key order by key on conflict do nothing',
      [keys],
    );
    locked = await take();
  }
  return Math.max(...locked.map(({ until }) => until));
}

/** Until when it is really held back (ms since 1970): now, when it is not, or when a clock that was put back says so. */
export function heldAt(until: number, now: number): number {
  return until > now && until <= now + HELD_MAX_MS + SKEW_MS ? until : now;
}

/** A line as it stands; moments in ms since 1970. */
const seenRow = z.object({
  now: z.number(),
  /** Kept for this ticket. */
  own: z.number().nullable(),
  /** How many moments are kept for others, from now on. */
  ahead: z.number(),
  /** The call that must be `perMs` ago: as many back as the limit allows. */
  lastUsed: z.number().nullable(),
  /** The same with the moments kept, those of others that nobody came for left out. */
  last: z.number().nullable(),
});
export type Seen = z.infer<typeof seenRow>;

/** @param ticket whose moment is looked for */
export async function look(sql: Sql, ticket: string | null, line: Budget, clock: Clock): Promise<Seen> {
  const seen = await row(
    sql,
    seenRow,
    `with moment as (select coalesce($4::timestamptz, clock_timestamp()) as now),
     -- Made in the future: the clock was put back.
     forgotten as (delete from hearback.pace_turn using moment
       where key = $1 and ticket is null and at > now + $5 * interval '1 millisecond' returning at)
     select extract(epoch from now)::float8 * 1000 as now,
       (select extract(epoch from at)::float8 * 1000 from hearback.pace_turn where key = $1 and ticket = $2) as own,
       (select count(*) from hearback.pace_turn where key = $1 and at > now and ticket is not null and ticket is distinct from $2) as ahead,
       (select extract(epoch from at)::float8 * 1000 from hearback.pace_turn
        where key = $1 and ticket is null and at <= now + $5 * interval '1 millisecond' order by at desc offset $3 limit 1) as "lastUsed",
       (select extract(epoch from at)::float8 * 1000 from hearback.pace_turn
        where key = $1 and ticket is distinct from $2 and (at <= now + $5 * interval '1 millisecond' or ticket is not null)
          and (ticket is null or at > now - $6 * interval '1 millisecond') order by at desc offset $3 limit 1) as last
     from moment`,
    [line.key, ticket, line.calls - 1, clock(), SKEW_MS, KEPT_MS],
  );
  return seenRow.parse(seen);
}

/** No moment can lie further ahead than those kept before it need. */
export function furthest({ ahead }: Seen, { calls, perMs }: Budget, held: number): number {
  return held + (Math.floor(ahead / calls) + 1) * (perMs + spare(perMs)) + SKEW_MS;
}

/** Between two spans (ms), so that small delays of those who come for their moment do not add up. */
function spare(perMs: number): number {
  return perMs / 100;
}

/** The first moment at the end of the line. */
export async function slotInLine(sql: Sql, seen: Seen, line: Budget, held: number): Promise<number> {
  if (seen.last === null) return held;
  const limit = furthest(seen, line, held);
  const at = seen.last + line.perMs + spare(line.perMs);
  if (at <= limit) return Math.max(held, at);
  // Kept by a clock that was put back since then.
  await run(sql, 'delete from hearback.pace_turn where key = $1 and at > $2', [line.key, new Date(limit)]);
  return held;
}

/** The first moment from `from` on with room under a wider limit. */
export async function slotUnder(sql: Sql, { key, calls, perMs }: Budget, from: number): Promise<number> {
  const parts = Math.max(1, Math.min(PARTS, Math.floor(calls / 4)));
  const widthMs = perMs / parts;
  // Any span touches one part more than it is long.
  const each = Math.max(1, Math.floor(calls / (parts + 1)));
  const first = Math.floor(from / widthMs);
  const found = await row(
    sql,
    z.object({ part: z.number() }),
    // In the select list a series is made one by one, as far as it is needed.
    `select part from (select generate_series($2::bigint, $2::bigint + ${PARTS_AHEAD}) as part) as ahead
     where (select count(*) from hearback.pace_turn where key = $1
       and at >= to_timestamp(part * $3::float8 / 1000) and at < to_timestamp((part + 1) * $3::float8 / 1000)) < $4 limit 1`,
    [key, first, widthMs, each],
  );
  return Math.max(from, (found?.part ?? first) * widthMs);
}
