import type { Pool } from 'pg';
import { z } from 'zod';
import type { Learned, Pace } from '../chat/pace.ts';
import { prepared, row, run } from './sql.ts';
import { holdClient } from './transaction.ts';

/** How long what was read of a limit is believed (ms): another process may have learned better. */
const BELIEVED_MS = 60_000;

const limitRow = z.object({
  calls: z.number(),
  perMs: z.number(),
  bucket: z.string(),
  sharedName: z.string(),
});

/**
 * What the platforms say of their limits with their answers, kept for all processes.
 * @param speed a platform that a test makes quicker says so itself; what is kept is as in life
 */
export function createLearning(
  pool: Pool,
  speed: number,
  quietly: (what: string, work: () => Promise<unknown>) => Promise<void>,
): Pick<Pace, 'learned' | 'learn'> {
  const known = new Map<string, { limit: z.infer<typeof limitRow> | null; at: number }>();

  /** Limits with one bucket are one: they go by the name of whichever was learned first. */
  const read = async (name: string) => {
    const limit = await holdClient(pool, (sql) =>
      row(
        sql,
        limitRow,
        prepared(`select calls, per_ms as "perMs", bucket,
           (select name from hearback.pace_limit first where first.bucket = own.bucket order by learned_at, name limit 1) as "sharedName"
         from hearback.pace_limit own where name = $1`),
        [name],
      ),
    );
    known.set(name, { limit, at: performance.now() });
    return limit;
  };

  return {
    learned: async (name) => {
      const before = known.get(name);
      const isFresh = before && performance.now() - before.at < BELIEVED_MS;
      return isFresh ? before.limit : read(name);
    },
    learn: async (name, { bucket, calls, perMs }) => {
      const before = known.get(name)?.limit;
      const learned: Learned = { bucket, calls, perMs: Math.ceil(perMs * speed) };
      if (before && isSame(before, learned)) return;
      await quietly('a limit', async () => {
        await holdClient(pool, (sql) =>
          run(
            sql,
            `insert into hearback.pace_limit (name, bucket, calls, per_ms, learned_at) values ($1, $2, $3, $4, clock_timestamp())
             on conflict (name) do update set bucket = excluded.bucket, calls = excluded.calls, per_ms = excluded.per_ms`,
            [name, learned.bucket, learned.calls, learned.perMs],
          ),
        );
        await read(name);
      });
    },
  };
}

/** A span is measured by the platform's "so long until it begins anew", which is never twice the same. */
function isSame(before: Learned, now: Learned): boolean {
  const differsBy = Math.abs(before.perMs - now.perMs) / Math.max(before.perMs, now.perMs);
  return before.bucket === now.bucket && before.calls === now.calls && differsBy < 0.1;
}
