import type pg from 'pg';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { ADDED } from '../../src/store/jobs.ts';
import type { Outbox, OutboxRow } from '../../src/store/outbox.ts';

/** The outbox, and what a test adds and looks at past its port. */
export interface OutboxRows {
  outbox: Outbox;
  /** Commits a row the way the store does. */
  add(row: { kind: string; data?: OutboxRow['data']; runAt?: Date }): Promise<number>;
  find(outboxId: number): Promise<{
    dispatched: boolean;
    done: boolean;
    code: string | null;
    message: string | null;
    generation: number;
  }>;
  undoneCount(): Promise<number>;
}

export function outboxRows(pool: pg.Pool): OutboxRows {
  return {
    outbox: createOutbox(pool, { now: () => new Date() }),
    async add({ kind, data = {}, runAt = new Date() }) {
      const { rows } = await pool.query<{ id: number }>(
        `with added as (insert into hearback.outbox (kind, data, run_at, added_at) values ($1, $2, $3, now()) returning outbox_id)
         select outbox_id as id, pg_notify($4, '') from added`,
        [kind, data, runAt, ADDED],
      );
      return rows[0]?.id ?? 0;
    },
    async find(outboxId) {
      const { rows } = await pool.query<Awaited<ReturnType<OutboxRows['find']>>>(
        `select dispatched_at is not null as dispatched, done_at is not null as done, failure_code as code, failure_message as message, generation
         from hearback.outbox where outbox_id = $1`,
        [outboxId],
      );
      if (!rows[0]) throw new Error(`There is no row ${outboxId}.`);
      return rows[0];
    },
    async undoneCount() {
      const { rows } = await pool.query<{ left: number }>(
        'select count(*) as left from hearback.outbox where done_at is null',
      );
      return rows[0]?.left ?? 0;
    },
  };
}
