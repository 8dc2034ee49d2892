import { z } from 'zod';
import type { NextCall, Toll } from '../chat/pace.ts';
import { prepared, row, run, type Sql } from './sql.ts';

/** Null: the database's own, which is the same for all processes. */
export type Clock = () => Date | null;

/** Turns are of no interest after this long (ms): no limit has a longer span. */
const TIDY_AFTER_MS = 3_600_000;
/** The longest a platform can have held us back (ms). */
const HELD_MAX_MS = 3_600_000;

const waitRow = z.object({ waitMs: z.number() });

/** Who asks for a turn. */
export interface Asked {
  ticket: string;
  toll: Toll;
  /** The same moment is kept for it. */
  next?: NextCall | undefined;
  /** The call comes later: its moment is still kept then. */
  isAhead: boolean;
}

/**
 * Goes through when the ticket's moment has come or there is room now; else keeps a moment for the ticket.
 * @returns how long to wait (ms); 0: the call is counted and may be made.
 */
export async function takeTurn(
  sql: Sql,
  { ticket, toll, next, isAhead }: Asked,
  clock: Clock,
): Promise<number> {
  const turn = await row(
    sql,
    waitRow,
    prepared('select hearback.take_turn($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as "waitMs"'),
    [
      ticket,
      ...lineOf(toll),
      toll.line.drips ?? false,
      ...ceilingOf(toll),
      next?.ticket ?? null,
      next?.line ?? null,
      isAhead,
      clock(),
    ],
  );
  return waitRow.parse(turn).waitMs;
}

/** Takes a turn only while there is room to spare. @returns how long to wait before asking again (ms); 0: go. */
export async function patientTurn(sql: Sql, toll: Toll, clock: Clock): Promise<number> {
  const turn = await row(
    sql,
    waitRow,
    prepared('select hearback.take_spare_turn($1, $2, $3, $4, $5, $6, $7) as "waitMs"'),
    [...lineOf(toll), ...ceilingOf(toll), clock()],
  );
  return waitRow.parse(turn).waitMs;
}

function lineOf({ line }: Toll): unknown[] {
  return [line.key, line.calls, line.perMs];
}

function ceilingOf({ ceiling }: Toll): unknown[] {
  return [ceiling?.key ?? null, ceiling?.calls ?? null, ceiling?.perMs ?? null];
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
