import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { clocksWithoutJob, ringJob } from './clocks.ts';
import { gathered } from './gathered.ts';
import { countAdded, markDone, tellAdded } from './jobs.ts';
import { listenForJobs } from './listen.ts';
import type { Outbox, OutboxRow, Setback } from './outbox.ts';
import { prepared, row, rows, run } from './sql.ts';
import { holdClient, holdClientByKey } from './transaction.ts';
import { atomically, atomicallyWhileWaiting, atomicallyWithoutDisk, type Source, type Work } from './work.ts';

const COLUMNS =
  'outbox_id as "outboxId", workspace_id as "workspaceId", kind, data, run_at as "runAt", generation';

const outboxRow: z.ZodType<OutboxRow> = z.object({
  outboxId: z.number(),
  workspaceId: z.string(),
  kind: z.string(),
  // One row in another shape must not hold up the others: its handler refuses it, and it is given up with that reason.
  data: z.record(z.string(), z.union([z.number(), z.string()])).catch({}),
  runAt: z.date(),
  generation: z.number(),
});

/** Neither done nor given up. */
const OPEN = 'done_at is null and failed_at is null';

/** The outbox on a PostgreSQL database that `migrate` has brought up to date. */
export function createOutbox(pool: Pool, { now }: { now: () => Date }): Outbox {
  const source: Source = { pool, now };
  const open = gathered((outboxIds: readonly number[]) => openRows(pool, outboxIds));
  const done = gathered(async (outboxIds: readonly number[]) => {
    // Its handler is safe to run twice.
    await atomicallyWithoutDisk(source, (work) => markDone(work, outboxIds, null));
    return outboxIds.map(() => {});
  });
  return {
    dispatch: (horizon, limit, publish) => dispatch(source, horizon, limit, publish),
    open: async (outboxId, generation) => {
      const found = await open(outboxId);
      return found?.generation === generation ? found : null;
    },
    done,
    postpone: (outboxId, runAt, why) => atomically(source, (work) => postpone(work, outboxId, runAt, why)),
    fail: (outboxId, { code, message, tries = 1 }) =>
      holdClient(pool, async (sql) => {
        await run(
          sql,
          `update hearback.outbox set failed_at = $2, failure_code = $3, failure_message = $4, attempts = attempts + $5
           where outbox_id = $1 and done_at is null`,
          [outboxId, now(), code, message, tries],
        );
      }),
    underWay: (horizon) => holdClient(pool, (sql) => underWay(sql, horizon)),
    undone: (dueBefore, limit) =>
      holdClient(pool, (sql) =>
        rows(
          sql,
          outboxRow,
          `select ${COLUMNS} from hearback.outbox where dispatched_at is not null and run_at < $1 and ${OPEN} order by run_at, outbox_id limit $2`,
          [dueBefore, limit],
        ),
      ),
    ringDueClocks: (due) =>
      atomically(source, async (work) => {
        const clocks = await clocksWithoutJob(work.sql, due);
        return clocks.length > 0 ? countAdded(work, clocks.map(ringJob)) : 0;
      }),
    backlog: () => holdClient(pool, (sql) => backlog(sql, now())),
    onAdded: (wake) => listenForJobs(pool, wake),
  };
}

/** @returns one for each id, null where it is not open. */
async function openRows(pool: Pool, outboxIds: readonly number[]): Promise<(OutboxRow | null)[]> {
  const found = await holdClientByKey(pool, (sql) =>
    rows(
      sql,
      outboxRow,
      prepared(`select ${COLUMNS} from hearback.outbox where outbox_id = any($1) and ${OPEN}`),
      [outboxIds],
    ),
  );
  const byId = new Map(found.map((each) => [each.outboxId, each]));
  return outboxIds.map((outboxId) => byId.get(outboxId) ?? null);
}

const WAITING = `dispatched_at is null and ${OPEN}`;

/** So many relays find rows of their own at the same time. */
const RELAYS = 3;

/**
 * The oldest row of each community, then the second of each, and so on: a thousand rows of one are in nobody else's way. Only as many of
 * each are looked at as can be among those handed out, so it costs the same however many wait.
 */
const IN_TURN = `with recursive community as (
    (select workspace_id from hearback.outbox where ${WAITING} and run_at <= $1 order by workspace_id limit 1)
    union all
    select (select workspace_id from hearback.outbox later
      where ${WAITING} and run_at <= $1 and later.workspace_id > community.workspace_id order by workspace_id limit 1)
    from community where workspace_id is not null),
  share as (select ceil($2 * ${RELAYS}.0 / nullif(count(workspace_id), 0)) as most from community),
  first as (
    select outbox_id, turn, turn = most or count(*) over () > $2 as "isMore" from community, share, lateral (
      select outbox_id, row_number() over (order by run_at, outbox_id) as turn from hearback.outbox own
      where ${WAITING} and run_at <= $1 and own.workspace_id = community.workspace_id
      order by run_at, outbox_id limit (select most from share)) oldest
    order by turn, outbox_id limit $2 * ${RELAYS})
  select ${COLUMNS}, "isMore" from hearback.outbox join first using (outbox_id)
  where outbox_id = any(array(select outbox_id from first)) and ${WAITING}
  order by turn, run_at, outbox_id limit $2 for update of outbox skip locked`;

const waitingRow = z
  .object({ isMore: z.boolean() })
  .loose()
  .transform(({ isMore, ...each }) => ({ isMore, row: outboxRow.parse(each) }));

/** A row leaves the transaction dispatched or untouched: when the queue refuses it, the next dispatch finds it again. */
function dispatch(
  source: Source,
  horizon: Date,
  limit: number,
  publish: (waiting: OutboxRow[]) => Promise<void>,
): Promise<{ moved: number; isMore: boolean }> {
  return atomicallyWhileWaiting(source, async ({ sql, at }) => {
    const given = await rows(sql, waitingRow, prepared(IN_TURN), [horizon, limit]);
    if (given.length === 0) return { moved: 0, isMore: false };
    const waiting = given.map(({ row: each }) => each);
    await publish(waiting);
    await run(sql, prepared('update hearback.outbox set dispatched_at = $2 where outbox_id = any($1)'), [
      waiting.map(({ outboxId }) => outboxId),
      at,
    ]);
    return { moved: waiting.length, isMore: given.some(({ isMore }) => isMore) };
  });
}

const underWayRow = z.object({ workspaceId: z.string(), kind: z.string(), count: z.number() });

function underWay(sql: PoolClient, horizon: Date): Promise<z.infer<typeof underWayRow>[]> {
  return rows(
    sql,
    underWayRow,
    prepared(`select workspace_id as "workspaceId", kind, count(*) as count from hearback.outbox
     where dispatched_at is not null and run_at <= $1 and ${OPEN} group by workspace_id, kind`),
    [horizon],
  );
}

/** Also a row that was given up goes on again. */
async function postpone(
  { sql, at }: Work,
  outboxId: number,
  runAt: Date,
  why: Setback | undefined,
): Promise<void> {
  const moved = await run(
    sql,
    `update hearback.outbox set run_at = $2, generation = generation + 1, dispatched_at = null, failed_at = null,
       failure_code = $3, failure_message = $4, attempts = attempts + $5,
       held_since = case when $3::text is not null then coalesce(held_since, $6) end
     where outbox_id = $1 and done_at is null`,
    [outboxId, runAt, why?.code ?? null, why?.message ?? null, why ? (why.tries ?? 1) : 0, at],
  );
  if (moved > 0) await tellAdded(sql);
}

async function backlog(
  sql: PoolClient,
  at: Date,
): Promise<{ waiting: number; dead: number; oldestWaitingS: number }> {
  const counted = await row(
    sql,
    z.object({ waiting: z.number(), dead: z.number(), oldestWaitingS: z.number() }),
    `select count(*) filter (where failed_at is null) as waiting, count(*) filter (where failed_at is not null) as dead,
       coalesce(extract(epoch from $1 - min(run_at) filter (where failed_at is null)), 0)::float8 as "oldestWaitingS"
     from hearback.outbox where done_at is null and run_at <= $1`,
    [at],
  );
  return counted ?? { waiting: 0, dead: 0, oldestWaitingS: 0 };
}
