import { z } from 'zod';
import type { Recommendation, Tick } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { listColumn } from './list-column.ts';
import { run } from './sql.ts';
import type { Work } from './work.ts';

// What staff have done about a case and recommend for it.

/** The ticks of a case `c`, in the order they were done. */
export const TICKS_COLUMN = listColumn(
  'ticks',
  'select item, ticked_by as by, at from hearback.tick where tick.case_id = c.case_id order by position',
);

/** As it gives them. */
export const ticksShape: z.ZodType<Tick[]> = z.array(
  z.object({ item: z.string(), by: z.string(), at: z.coerce.date() }),
);

/** Whoever ticked a line first stays noted for it. */
export async function tick(
  { sql, at }: Work,
  caseId: number,
  ticks: NonNullable<Change['ticks']>,
): Promise<void> {
  for (const { item, by, done } of ticks) {
    if (!done) {
      await run(sql, 'delete from hearback.tick where case_id = $1 and item = $2', [caseId, item]);
      continue;
    }
    await run(
      sql,
      'insert into hearback.tick (case_id, item, ticked_by, at) values ($1, $2, $3, $4) on conflict do nothing',
      [caseId, item, by, at],
    );
  }
}

/** What is recommended for a case `c`: one, or none. */
export const RECOMMENDATION_COLUMN = listColumn(
  'recommendation',
  'select choice, reason, recommended_by as by, at from hearback.recommendation where recommendation.case_id = c.case_id',
);

/** As it gives it. */
export const recommendationShape: z.ZodType<Recommendation | null> = z
  .array(z.object({ choice: z.string(), reason: z.string(), by: z.string(), at: z.coerce.date() }))
  .transform(([found]) => found ?? null);

export async function recommend(
  { sql, at }: Work,
  caseId: number,
  { choice, reason, by }: NonNullable<Change['recommend']>,
): Promise<void> {
  await run(
    sql,
    `insert into hearback.recommendation (case_id, choice, reason, recommended_by, at) values ($1, $2, $3, $4, $5)
     on conflict (case_id) do update set choice = excluded.choice, reason = excluded.reason,
       recommended_by = excluded.recommended_by, at = excluded.at`,
    [caseId, choice, reason, by, at],
  );
}
