import { Redis } from 'ioredis';
import type pg from 'pg';
import type { Started } from '../program/started.ts';

/** What must not grow while as much comes in as goes out. */
export interface Look {
  /** In use after what nobody needs any more has been collected (MB). */
  heapMb: number;
  rssMb: number;
  handles: number;
  /** Of all processes to the database. */
  connections: number;
  /** Rows of the outbox that are due and not done. */
  waiting: number;
  /** Rows of the queue's tables without its stream of events, of which BullMQ keeps the last ten thousand; or keys in Redis. */
  queued: number;
  /** Rows of the outbox that are done: they are kept for a week, so these do grow. */
  kept: number;
}

/** @param redisUrl where the queue is; null: next to the record */
export async function look(program: Started, pool: pg.Pool, redisUrl: string | null): Promise<Look> {
  const { heapMb, rssMb, handles } = await program.ask('settle');
  const { rows } = await pool.query<{ waiting: number; kept: number; connections: number }>(
    `select (select count(*) from hearback.outbox where done_at is null and run_at <= now())::int as waiting,
       (select count(*) from hearback.outbox where done_at is not null)::int as kept,
       (select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid())::int as connections`,
  );
  const found = rows[0] ?? { waiting: Number.NaN, kept: Number.NaN, connections: Number.NaN };
  return {
    heapMb,
    rssMb,
    handles,
    ...found,
    queued: redisUrl ? await keys(redisUrl) : await queueRows(pool),
  };
}

async function keys(redisUrl: string): Promise<number> {
  const redis = new Redis(redisUrl);
  const count = await redis.dbsize();
  redis.disconnect();
  return count;
}

/** In all tables of BullMQ's, whichever they are in this version. */
async function queueRows(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select coalesce(sum((xpath('/row/n/text()', query_to_xml(format('select count(*) as n from bullmq.%I', tablename), false, true, '')))[1]::text::bigint), 0)::int as count
     from pg_tables where schemaname = 'bullmq' and tablename <> 'event'`,
  );
  return rows[0]?.count ?? Number.NaN;
}
