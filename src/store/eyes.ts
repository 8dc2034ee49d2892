import { z } from 'zod';
import { isStaff, type Eyes, type Guarded } from '../cases/access.ts';
import { byKey } from './case-key.ts';
import { row, type Sql } from './sql.ts';
import type { CaseKey } from './store.ts';

/** A condition on `hearback.cases c`, with the values of its placeholders. */
export interface Condition {
  where: string;
  values: unknown[];
}

const NOBODY_OUT = 'not exists (select from hearback.case_exclusion e where e.case_id = c.case_id)';

/**
 * The cases `eyes` may see, as a condition: what `maySee` of cases/access answers for one case. A test compares the two.
 * @param from the number of its first placeholder
 */
export function visibleTo(eyes: Eyes, from: number): Condition {
  if (eyes === 'program') return { where: 'true', values: [] };
  if (eyes === 'channel') return { where: NOBODY_OUT, values: [] };
  const [workspace, user, colleagues, departments] = [from, from + 1, from + 2, from + 3];
  return {
    where: `c.workspace_id = $${workspace}
       and not exists (select from hearback.case_exclusion e where e.case_id = c.case_id and e.user_id = $${user})
       and (c.member_id <> $${user} or $${colleagues}::text[] is not null and not exists (
         select from unnest($${colleagues}::text[]) as colleague (user_id) where not exists (
           select from hearback.case_exclusion e where e.case_id = c.case_id and e.user_id = colleague.user_id)))
       and ($${departments}::text[] is null or exists (
         select from hearback.case_department d where d.case_id = c.case_id and d.department = any($${departments}::text[])))`,
    values: [
      eyes.workspaceId,
      eyes.userId,
      eyes.colleagues === 'uncounted' ? null : eyes.colleagues,
      isStaff(eyes) ? null : [...eyes.departments],
    ],
  };
}

const guardRow = z
  .object({
    workspaceId: z.string(),
    memberId: z.string(),
    departments: z.array(z.string()),
    excluded: z.array(z.string()),
  })
  .transform(({ workspaceId, memberId, departments, excluded }): Guarded => ({
    case: { workspaceId, member: { userId: memberId } },
    departments,
    excluded: excluded.map((userId) => ({ userId })),
  }));

/** What decides who may see a case. */
export function readGuard(sql: Sql, key: CaseKey): Promise<Guarded | null> {
  const { where, values } = byKey(key);
  return row(
    sql,
    guardRow,
    `select workspace_id as "workspaceId", member_id as "memberId",
       array(select department from hearback.case_department d where d.case_id = c.case_id) as departments,
       array(select user_id from hearback.case_exclusion e where e.case_id = c.case_id) as excluded
     from hearback.cases c where ${where}`,
    values,
  );
}
