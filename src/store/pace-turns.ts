import { z } from 'zod';
import type { Budget, Toll } from '../chat/pace.ts';
import {
  furthest,
  heldAt,
  HELD_MAX_MS,
  KEPT_MS,
  lock,
  look,
  slotInLine,
  slotUnder,
  type Clock,
  type Seen,
} from './pace-line.ts';
import { row, run, type Sql } from './sql.ts';

/** The share of a limit a patient caller uses at once; beyond it, it comes at the pace of that share. */
const PATIENT_SHARE = 0.5;
/** Turns are of no interest after this long (ms): no limit has a longer span. */
const TIDY_AFTER_MS = 3_600_000;

/**
 * Goes through when the ticket's moment has come or there is room now; else keeps a moment for the ticket.
 * @param isAhead the call comes later: its moment is still kept then
 * @returns how long to wait (ms); 0: the call is counted and may be made.
 */
export async function takeTurn(
  sql: Sql,
  ticket: string,
  toll: Toll,
  clock: Clock,
  isAhead = false,
): Promise<number> {
  const { line, ceiling } = toll;
  const heldUntil = await lock(sql, toll);
  const seen = await look(sql, ticket, line, clock);
  const { now } = seen;
  const held = heldAt(heldUntil, now);
  if (seen.own !== null) {
    const waitMs = seen.own - now;
    if (waitMs > 0 && seen.own <= furthest(seen, line, held)) return waitMs;
    if (waitMs <= 0 && waitMs > -KEPT_MS && held <= now) return comeForIt(sql, ticket, seen, line, isAhead);
    await run(sql, 'delete from hearback.pace_turn where ticket = $1', [ticket]);
  }
  const inLine = await slotInLine(sql, seen, line, held);
  const at = ceiling ? await slotUnder(sql, ceiling, inLine) : inLine;
  await keep(sql, toll, at, at <= now && !isAhead ? null : ticket);
  return at <= now ? 0 : at - now;
}

/** Takes a turn only while there is room to spare. @returns how long to wait before asking again (ms); 0: go. */
export async function patientTurn(sql: Sql, toll: Toll, clock: Clock): Promise<number> {
  const { line, ceiling } = toll;
  const heldUntil = await lock(sql, toll);
  const share = Math.max(1, Math.floor(line.calls * PATIENT_SHARE));
  const { now, ahead } = await look(sql, null, line, clock);
  const held = heldAt(heldUntil, now);
  if (held > now) return held - now;
  const everyMs = line.perMs / share;
  if (ahead > 0) return everyMs;
  const recent = await row(
    sql,
    z.object({ count: z.number(), last: z.number().nullable() }),
    `select count(*) as count, extract(epoch from max(at))::float8 * 1000 as last
     from hearback.pace_turn where key = $1 and at > $2`,
    [line.key, new Date(now - line.perMs)],
  );
  const { count = 0, last = null } = recent ?? {};
  const sinceMs = last === null ? Infinity : now - last;
  if (count >= line.calls - 1 && line.calls > 1) return everyMs;
  if (count >= share && sinceMs < everyMs) return everyMs - sinceMs;
  const at = ceiling ? await slotUnder(sql, ceiling, now) : now;
  if (at > now) return at - now;
  await keep(sql, toll, now, null);
  return 0;
}

/** Counts a call that is made whatever the budgets say. */
export async function charge(sql: Sql, { line, ceiling }: Toll, clock: Clock): Promise<void> {
  await run(
    sql,
    `insert into hearback.pace_turn (key, at) select key, coalesce($2::timestamptz, clock_timestamp()) from unnest($1::text[]) as key`,
    [[line.key, ...(ceiling ? [ceiling.key] : [])], clock()],
  );
}

/** Nobody calls for so long. Moments kept in between are given up; whoever comes for one gets a later one. */
export async function holdBack(sql: Sql, key: string, forMs: number, clock: Clock): Promise<void> {
  const held = await row(
    sql,
    z.object({ until: z.date() }),
    `insert into hearback.pace as pace (key, held_until)
     values ($1, coalesce($3::timestamptz, clock_timestamp()) + $2 * interval '1 millisecond')
     on conflict (key) do update set held_until = case
       when pace.held_until < excluded.held_until + ($4 - $2) * interval '1 millisecond' then greatest(pace.held_until, excluded.held_until)
       else excluded.held_until end
     returning held_until as until`,
    [key, forMs, clock(), HELD_MAX_MS],
  );
  await run(
    sql,
    `delete from hearback.pace_turn where ticket in
       (select ticket from hearback.pace_turn where key = $1 and ticket is not null and at < $2)`,
    [key, held?.until],
  );
}

/** Removes what no budget counts any more. */
export async function tidyPace(sql: Sql, clock: Clock): Promise<number> {
  const old = `coalesce($1::timestamptz, clock_timestamp()) - interval '${TIDY_AFTER_MS} milliseconds'`;
  const turns = await run(sql, `delete from hearback.pace_turn where at < ${old}`, [clock()]);
  const keys = await run(
    sql,
    `delete from hearback.pace where coalesce(held_until, 'epoch') < ${old}
       and not exists (select from hearback.pace_turn turn where turn.key = pace.key)`,
    [clock()],
  );
  return turns + keys;
}

async function keep(sql: Sql, { line, ceiling }: Toll, at: number, ticket: string | null): Promise<void> {
  await run(
    sql,
    `insert into hearback.pace_turn (key, at, ticket) select key, $2, $3 from unnest($1::text[]) as key
     on conflict (ticket, key) where ticket is not null do update set at = excluded.at`,
    [[line.key, ...(ceiling ? [ceiling.key] : [])], moment(at), ticket],
  );
}

/** The kept moment has come: it becomes a call made now, or moves on a little when those before it came late. */
async function comeForIt(
  sql: Sql,
  ticket: string,
  { now, lastUsed }: Seen,
  line: Budget,
  isAhead: boolean,
): Promise<number> {
  const at = Math.max(now, lastUsed === null ? now : lastUsed + line.perMs);
  await run(sql, 'update hearback.pace_turn set at = $2, ticket = $3 where ticket = $1', [
    ticket,
    moment(at),
    at > now || isAhead ? ticket : null,
  ]);
  return at - now;
}

/** Rounded up: a moment may come later, never earlier. */
function moment(ms: number): Date {
  return new Date(Math.ceil(ms));
}
