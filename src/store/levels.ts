import { z } from 'zod';
import { LEVELS, RAISED_BECAUSE, type Raised } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { run } from './sql.ts';
import type { Work } from './work.ts';

/** A column of `hearback.cases c`: how it got to each of its levels, lowest first. */
export const RAISED_COLUMN = `(select coalesce(jsonb_agg(jsonb_build_object('level', l.level, 'why', why, 'reason', reason, 'by', raised_by, 'at', l.at)
    order by l.level), '[]') from hearback.case_level l where l.case_id = c.case_id) as raised`;

/** As it gives them. */
export const raisedShape: z.ZodType<Raised[]> = z.array(
  z.object({
    level: z.literal(LEVELS),
    why: z.enum(RAISED_BECAUSE),
    reason: z.string(),
    by: z.string().nullable(),
    at: z.coerce.date(),
  }),
);

/** A case got to a level. The first to take it there counts. */
export async function keepLevel(
  { sql, at }: Work,
  caseId: number,
  { level, why, reason, by }: NonNullable<Change['raise']>,
): Promise<void> {
  await run(
    sql,
    `insert into hearback.case_level (case_id, level, why, reason, raised_by, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (case_id, level) do nothing`,
    [caseId, level, why, reason, by, at],
  );
}
