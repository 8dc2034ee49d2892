import { z } from 'zod';
import type { Clock } from '../cases/case.ts';
import type { Change, ClockChange } from '../cases/change.ts';
import { addJobs, type Job } from './jobs.ts';
import { listColumn } from './list-column.ts';
import { clockKind } from './shapes.ts';
import { row, rows, type Sql } from './sql.ts';
import type { Work } from './work.ts';

const COLUMNS = `clock_id as "clockId", clock.kind, subject, started_at as "startedAt", deadline, set_by as "setBy", due_at as "dueAt",
  generation, step, rested_generation as "restedGeneration", is_put_off as "isPutOff"`;

const clockRow = z.object({
  clockId: z.number(),
  kind: clockKind,
  subject: z.string(),
  startedAt: z.coerce.date(),
  deadline: z.coerce.date(),
  setBy: z.enum(['policy', 'person']),
  dueAt: z.coerce.date(),
  generation: z.number(),
  step: z.number(),
  restedGeneration: z.number(),
  isPutOff: z.boolean(),
});

/** The running clocks of a case `c`, the next one first. */
export const CLOCKS_COLUMN = listColumn(
  'clocks',
  `select ${COLUMNS} from hearback.clock where clock.case_id = c.case_id and clock.state = 'running' order by due_at, clock_id`,
);

/** As it gives them. */
export const clocksShape = z.array(clockRow);

/** The clock, when it still runs and was not moved since. */
export async function runningClock(
  sql: Sql,
  clockId: number,
  generation: number,
): Promise<{ clock: Clock; key: { workspaceId: string; caseId: number } } | null> {
  const found = await row(
    sql,
    clockRow.extend({ workspaceId: z.string(), caseId: z.number() }),
    `select ${COLUMNS}, workspace_id as "workspaceId", case_id as "caseId"
     from hearback.clock join hearback.cases using (case_id)
     where clock_id = $1 and generation = $2 and clock.state = 'running'`,
    [clockId, generation],
  );
  if (!found) return null;
  const { workspaceId, caseId, ...clock } = found;
  return { clock, key: { workspaceId, caseId } };
}

/** Starts, stops and moves clocks of a case that is locked. Each new moment gets its job; jobs of stopped or moved clocks find nothing to do. */
export async function turnClocks(
  work: Work,
  caseId: number,
  steps: NonNullable<Change['clocks']>,
): Promise<void> {
  // In their order: each is on its way before the next.
  const started = await Promise.all(steps.map((step) => turn(work, caseId, step)));
  await addJobs(work, started.flat().map(ringJob));
}

async function turn(work: Work, caseId: number, step: ClockChange): Promise<Clock[]> {
  if (step.op === 'start') return start(work, caseId, step);
  if (step.op !== 'stop') return move(work.sql, caseId, step);
  stop(work, caseId, step);
  return [];
}

/** The job that rings it. One at a time for each moment it was set to. */
export function ringJob({
  clockId,
  generation,
  dueAt,
}: Pick<Clock, 'clockId' | 'generation' | 'dueAt'>): Job {
  return {
    kind: 'ring-clock',
    data: { clockId, generation },
    key: `ring-${clockId}-${generation}`,
    runAt: dueAt,
  };
}

function start(
  work: Work,
  caseId: number,
  {
    met,
    at,
    kind,
    subject = '',
    dueAt,
    deadline = dueAt,
    setBy = 'policy',
  }: Extract<ClockChange, { op: 'start' }>,
): Promise<Clock[]> {
  stop(work, caseId, { kind, subject, ...(met !== undefined && { met }), ...(at && { at }) });
  return rows(
    work.sql,
    clockRow,
    `insert into hearback.clock (case_id, kind, subject, started_at, deadline, set_by, due_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
    [caseId, kind, subject, work.at, deadline, setBy, dueAt],
  );
}

function stop(
  { sql, at: now }: Work,
  caseId: number,
  { kind, subject, met = false, at = now }: Omit<Extract<ClockChange, { op: 'stop' }>, 'op'>,
): void {
  sql.later(
    `update hearback.clock set state = 'stopped', stopped_at = $4, met = $5
     where case_id = $1 and kind = $2 and subject = coalesce($3, subject) and state = 'running'`,
    [caseId, kind, subject ?? null, at, met],
  );
}

/** A job of the moment before finds nothing to do. */
function move(
  sql: Sql,
  caseId: number,
  change: Extract<ClockChange, { op: 'again' | 'rest' | 'move' }>,
): Promise<Clock[]> {
  const isRest = change.op === 'rest' || (change.op === 'move' && change.rest === true);
  const step = isRest
    ? 'coalesce($6, 0)'
    : change.op === 'again'
      ? 'coalesce($6, step + 1)'
      : 'coalesce($6, step)';
  return rows(
    sql,
    clockRow,
    `update hearback.clock set due_at = $3, deadline = coalesce($4, deadline), generation = generation + 1, step = ${step},
       is_put_off = is_put_off or $5, rested_generation = case when $7 then generation + 1 else rested_generation end
     where case_id = $1 and clock_id = $2 and state = 'running' returning ${COLUMNS}`,
    [
      caseId,
      change.clockId,
      change.dueAt,
      change.op === 'move' ? change.deadline : null,
      change.op !== 'move',
      change.op === 'again' ? (change.step ?? null) : null,
      isRest,
    ],
  );
}

/** Running clocks due by `now` that no job under way is going to ring. */
export function clocksWithoutJob(sql: Sql, now: Date): Promise<Clock[]> {
  return rows(
    sql,
    clockRow,
    `select ${COLUMNS} from hearback.clock where state = 'running' and due_at <= $1 and not exists (
       select from hearback.outbox where key = 'ring-' || clock_id || '-' || clock.generation and done_at is null)
     order by due_at`,
    [now],
  );
}
