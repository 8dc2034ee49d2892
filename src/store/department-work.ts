import { z } from 'zod';
import { DEPARTMENT_STATES } from '../cases/case.ts';
import type { DepartmentTurn } from '../cases/change.ts';
import { run } from './sql.ts';
import type { Work } from './work.ts';

/** As `DEPARTMENT_WORK` gives it. */
export const departmentWorkShape = z.array(
  z.object({
    department: z.string(),
    state: z.enum(DEPARTMENT_STATES),
    question: z.string(),
    by: z.string().nullable(),
    at: z.coerce.date().nullable(),
    words: z.string(),
    link: z.string().nullable(),
  }),
);

/** A column of `hearback.cases c`: its departments in the order they were routed to, with what each has made of it. */
export const DEPARTMENT_WORK = `(select coalesce(jsonb_agg(jsonb_build_object('department', department, 'state', d.state,
    'question', question, 'by', said_by, 'at', said_at, 'words', words, 'link', link) order by position), '[]')
  from hearback.case_department d where d.case_id = c.case_id) as "departmentWork"`;

/** What departments make of a case now. One that it never was brought to is left out. */
export async function turnDepartments(
  { sql, at }: Work,
  caseId: number,
  turns: readonly DepartmentTurn[],
): Promise<void> {
  for (const { department, state, question, by = null, words = '', link = null } of turns)
    await run(
      sql,
      `update hearback.case_department set state = $3, question = coalesce($4, question), said_by = $5, said_at = $6, words = $7, link = $8
       where case_id = $1 and department = $2`,
      [caseId, department, state, question ?? null, by, at, words, link],
    );
}
