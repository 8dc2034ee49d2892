import { z } from 'zod';
import type { Recommendation, Tick } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { prepared, row, rows, run, type Sql } from './sql.ts';
import type { Work } from './work.ts';

// What staff have done about a case and recommend for it.

const tickRow: z.ZodType<Tick> = z.object({ item: z.string(), by: z.string(), at: z.date() });

/** In the order they were done. */
export function ticksOf(sql: Sql, caseId: number): Promise<Tick[]> {
  return rows(
    sql,
    tickRow,
    prepared('select item, ticked_by as by, at from hearback.tick where case_id = $1 order by position'),
    [caseId],
  );
}

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

const recommendationRow: z.ZodType<Recommendation> = z.object({
  choice: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.date(),
});

export function recommendationOf(sql: Sql, caseId: number): Promise<Recommendation | null> {
  return row(
    sql,
    recommendationRow,
    prepared(
      'select choice, reason, recommended_by as by, at from hearback.recommendation where case_id = $1',
    ),
    [caseId],
  );
}

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
