import type { Pool } from 'pg';
import { z } from 'zod';
import type { HeldShard, Lease, Shard, ShardSeat, ShardSession, Shards } from '../chat/shards.ts';
import { keepListening } from './listen.ts';
import { json, prepared, row, rows, run, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';

/** The name under which PostgreSQL tells that shards are free, or others than there were. */
const SHARDS_CHANGED = 'hearback_shards';

/** The first half of the lock each process holds for as long as it lives; the other half is its number. As in 0046-shards.sql. */
const PRESENT = 4_332_246;

/** How often a process says that it is there (ms), and how long one that says nothing counts as there (ms). */
const BEAT_MS = 4_000;
const LEASE_MS = 12_000;

export interface ShardTimings {
  beatMs: number;
  leaseMs: number;
}

/** What the record knows of shards. */
export interface ShardFigures {
  /** Those whose events arrive in this process. */
  held: number;
  /** How many there are to be; 0 before anybody has listened. */
  shards: number;
  /** Those whose events arrive nowhere: nobody holds them, or whoever does is not connected. */
  unheard: number[];
}

export interface StoredShards extends Shards {
  figures(): Promise<ShardFigures>;
}

/** On a PostgreSQL database that `migrate` has brought up to date. */
export function createShards(
  pool: Pool,
  { beatMs = BEAT_MS, leaseMs = LEASE_MS }: Partial<ShardTimings> = {},
): StoredShards {
  let me: number | null = null;
  return {
    beatMs,
    leaseMs,
    join: async (news) => {
      me = await holdClient(pool, newNumber);
      return join(pool, me, leaseMs, news);
    },
    figures: () => holdClient(pool, (sql) => shardFigures(sql, me)),
  };
}

/** By the database's clock, which is the same for all. */
async function join(pool: Pool, me: number, leaseMs: number, news: () => void): Promise<ShardSeat> {
  const stopListening = await keepListening(pool, SHARDS_CHANGED, {
    heard: news,
    mayHaveMissed: news,
    // Shared with ourselves: a connection that was lost may still hold it when the next one is there.
    connected: (sql) => run(sql, 'select pg_advisory_lock_shared($1, $2)', [PRESENT, me]),
  });
  return {
    beat: (wanted, held) => holdClient(pool, (sql) => beat(sql, me, leaseMs, wanted, held)),
    release: (shard, session) => holdClient(pool, (sql) => release(sql, me, shard, session)),
    leave: async () => {
      await stopListening();
      await holdClient(pool, (sql) => leave(sql, me));
    },
  };
}

async function newNumber(sql: Sql): Promise<number> {
  const drawn = await row(
    sql,
    z.object({ me: z.number() }),
    "select nextval(pg_get_serial_sequence('hearback.gateway', 'gateway_id'))::int as me",
  );
  return drawn?.me ?? 0;
}

const leaseRow = z.object({
  count: z.number(),
  shard: z.number(),
  sessionId: z.string().nullable(),
  sequence: z.number().nullable(),
  resumeUrl: z.string().nullable(),
  isToGo: z.boolean(),
  gateways: z.number(),
});

const BEAT = prepared(
  `select shard_count as count, shard, session_id as "sessionId", sequence, resume_url as "resumeUrl",
     is_to_go as "isToGo", gateways from hearback.gateway_beat($1, $2, $3, $4) order by count, shard`,
);

async function beat(
  sql: Sql,
  me: number,
  leaseMs: number,
  wanted: number | null,
  held: readonly HeldShard[],
): Promise<{ leases: Lease[]; isOnly: boolean }> {
  const said = held.map(({ session, ...shard }) => ({ ...shard, ...session }));
  const found = await rows(sql, leaseRow, BEAT, [me, leaseMs, wanted, json(said)]);
  return {
    leases: found.map(({ count, shard, isToGo, sessionId, sequence, resumeUrl }) => ({
      count,
      shard,
      isToGo,
      session:
        sessionId === null || sequence === null || resumeUrl === null
          ? null
          : { sessionId, sequence, resumeUrl },
    })),
    isOnly: found.every(({ gateways }) => gateways === 1),
  };
}

async function release(sql: Sql, me: number, { count, shard }: Shard, session: ShardSession | null) {
  await run(
    sql,
    `with released as (
       update hearback.gateway_shard set gateway_id = null, is_heard = false, session_id = $4, sequence = $5, resume_url = $6
       where shard_count = $2 and shard = $3 and gateway_id = $1 returning 1)
     select pg_notify($7, '') from released`,
    [
      me,
      count,
      shard,
      session?.sessionId ?? null,
      session?.sequence ?? null,
      session?.resumeUrl ?? null,
      SHARDS_CHANGED,
    ],
  );
}

async function leave(sql: Sql, me: number): Promise<void> {
  await run(
    sql,
    `with gone as (delete from hearback.gateway where gateway_id = $1 returning 1) select pg_notify($2, '') from gone`,
    [me, SHARDS_CHANGED],
  );
}

/** Shards nobody hears while others listen; none where nobody listens at all. */
export async function unheardShards(sql: Sql): Promise<readonly number[]> {
  const { shards, unheard } = await shardFigures(sql, null);
  return unheard.length < shards ? unheard : [];
}

/** As of this moment: whose lease is over, is not there. @param me the number of this process; null: it does not listen */
async function shardFigures(sql: Sql, me: number | null): Promise<ShardFigures> {
  const all = await rows(
    sql,
    z.object({ shard: z.number(), isHeard: z.boolean(), isOurs: z.boolean() }),
    `select s.shard, s.gateway_id is not distinct from $1 as "isOurs", s.is_heard and coalesce(g.until > clock_timestamp(), false) as "isHeard"
     from hearback.gateway_plan p join hearback.gateway_shard s using (shard_count)
     left join hearback.gateway g using (gateway_id) order by s.shard`,
    [me],
  );
  const heard = all.filter(({ isHeard }) => isHeard);
  return {
    held: heard.filter(({ isOurs }) => isOurs).length,
    shards: all.length,
    unheard: all.filter(({ isHeard }) => !isHeard).map(({ shard }) => shard),
  };
}
