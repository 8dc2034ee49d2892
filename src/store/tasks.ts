import { z } from 'zod';
import type { Standing } from '../cases/access.ts';
import { OPEN_STATES } from '../cases/states.ts';
import { casesWhere } from './cases.ts';
import type { Task } from './duty-port.ts';
import { visibleTo } from './eyes.ts';
import { clockKind } from './shapes.ts';
import { rows, type Sql } from './sql.ts';

/** So many cases of one person are read; nobody looks after more. */
const CASES_MAX = 200;

const clockRow = z.object({
  caseId: z.number(),
  kind: clockKind,
  dueAt: z.date(),
  deadline: z.date(),
  step: z.number(),
});
const draftsRow = z.object({ caseId: z.number(), drafts: z.number() });

/** See `Duty.tasks`. */
export async function tasksOf(sql: Sql, eyes: Standing): Promise<Task[]> {
  const visible = visibleTo(eyes, 5);
  const cases = await casesWhere(
    sql,
    `workspace_id = $1 and state = any($2)
     and (handler_id = $3 or exists (
       select from hearback.reply r where r.case_id = c.case_id and r.author_id = $3 and r.state = 'draft'))
     and ${visible.where}
     order by opened_at, case_id limit $4`,
    [eyes.workspaceId, OPEN_STATES, eyes.userId, CASES_MAX, ...visible.values],
  );
  const ids = cases.map(({ caseId }) => caseId);
  const clocks = await rows(
    sql,
    clockRow,
    `select case_id as "caseId", kind, due_at as "dueAt", deadline, step from hearback.clock
     where case_id = any($1) and state = 'running' order by due_at, clock_id`,
    [ids],
  );
  const drafts = await rows(
    sql,
    draftsRow,
    `select case_id as "caseId", count(*) as drafts from hearback.reply
     where case_id = any($1) and author_id = $2 and state = 'draft' group by case_id`,
    [ids, eyes.userId],
  );
  return cases.map((found) => ({
    case: found,
    clocks: clocks
      .filter(({ caseId }) => caseId === found.caseId)
      .map(({ kind, dueAt, deadline, step }) => ({ kind, dueAt, deadline, step })),
    drafts: drafts.find(({ caseId }) => caseId === found.caseId)?.drafts ?? 0,
  }));
}
