import { z } from 'zod';
import { isStaff, type Standing } from '../cases/access.ts';
import type { MyWeek } from '../cases/my-cases.ts';
import { OPEN_STATES } from '../cases/states.ts';
import { casesWhere } from './cases.ts';
import type { Task, UntakenTask } from './duty-port.ts';
import { visibleTo } from './eyes.ts';
import { clockKind } from './shapes.ts';
import { row, rows, type Sql } from './sql.ts';

/** So many cases of one person, or of nobody, are read; nobody looks after more. */
const CASES_MAX = 200;

const clockRow = z.object({
  caseId: z.number(),
  kind: clockKind,
  dueAt: z.date(),
  deadline: z.date(),
  step: z.number(),
});
const draftsRow = z.object({ caseId: z.number(), drafts: z.number(), draftId: z.number() });

const excludedRow = z.object({ caseId: z.number(), userId: z.string() });

/** A case in which somebody has begun an answer. */
const BEGUN = `exists (
  select from hearback.reply r where r.case_id = c.case_id and r.author_id = $3 and r.state = 'draft')`;

/** An index finds the one, another the other; said in one condition, all open cases would be looked through. */
const OWN = `case_id in (
  select case_id from hearback.cases where workspace_id = $1 and handler_id = $3 and state = any($2)
  union all select case_id from hearback.reply where author_id = $3 and state = 'draft')`;

/** Few cases, whichever way somebody came to read them. */
const ALONGSIDE = `case_id in (
  select case_id from hearback.follower where user_id = $3
  union all select case_id from hearback.case_cc where hearback.person_key($1, user_id) = hearback.person_key($1, $3))`;

/** See `Duty.tasks`. */
export function tasksOf(sql: Sql, eyes: Standing): Promise<Task[]> {
  return openWhere(sql, eyes, OWN);
}

/** See `Duty.untaken`. */
export async function untakenFor(sql: Sql, eyes: Standing): Promise<UntakenTask[]> {
  const tasks = await openWhere(sql, eyes, `handler_id is null and not ${BEGUN}`);
  const excluded = await rows(
    sql,
    excludedRow,
    `select case_id as "caseId", hearback.accounts(workspace_id, user_id) as "userId"
     from hearback.case_exclusion join hearback.cases using (case_id) where case_id = any($1)`,
    [tasks.map((task) => task.case.caseId)],
  );
  return tasks.map((task) => ({
    ...task,
    guard: { case: task.case, excluded: excluded.filter(({ caseId }) => caseId === task.case.caseId) },
  }));
}

/** See `Duty.alongside`. */
export function alongsideOf(sql: Sql, eyes: Standing): Promise<Task[]> {
  const others = `handler_id is distinct from $3 and not ${BEGUN}`;
  return openWhere(sql, eyes, isStaff(eyes) ? `${others} and ${ALONGSIDE}` : others);
}

const weekRow = z.object({ answered: z.number(), ended: z.number() });

/** See `Duty.week`. */
export async function weekOf(sql: Sql, eyes: Standing, now: Date): Promise<MyWeek> {
  const visible = visibleTo(eyes, 4);
  const found = await row(
    sql,
    weekRow,
    `select (select count(*) from hearback.history h join hearback.cases c using (case_id)
         where c.workspace_id = $1 and h.actor_id = $2 and h.action = 'replied'
           and h.at > $3::timestamptz - interval '7 days' and ${visible.where})::int as answered,
       (select count(*) from hearback.cases c
         where c.workspace_id = $1 and c.handler_id = $2 and c.state in ('closed', 'closed_unconfirmed')
           and c.closed_at > $3::timestamptz - interval '7 days' and ${visible.where})::int as ended`,
    [eyes.workspaceId, eyes.userId, now, ...visible.values],
  );
  return found ?? { answered: 0, ended: 0 };
}

async function openWhere(sql: Sql, eyes: Standing, whose: string): Promise<Task[]> {
  const visible = visibleTo(eyes, 5);
  const cases = await casesWhere(
    sql,
    `workspace_id = $1 and state = any($2) and ${whose} and ${visible.where}
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
    `select case_id as "caseId", count(*) as drafts, max(reply_id) as "draftId" from hearback.reply
     where case_id = any($1) and author_id = $2 and state = 'draft' group by case_id`,
    [ids, eyes.userId],
  );
  return cases.map((found) => ({
    case: found,
    clocks: clocks
      .filter(({ caseId }) => caseId === found.caseId)
      .map(({ kind, dueAt, deadline, step }) => ({ kind, dueAt, deadline, step })),
    drafts: drafts.find(({ caseId }) => caseId === found.caseId)?.drafts ?? 0,
    draftId: drafts.find(({ caseId }) => caseId === found.caseId)?.draftId ?? null,
  }));
}
