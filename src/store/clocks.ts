import { z } from 'zod';
import type { Change, Clock } from '../cases/case.ts';
import { addJobs, type Job } from './jobs.ts';
import { clockKind } from './shapes.ts';
import { row, rows, run, type Sql } from './sql.ts';
import type { Work } from './work.ts';

const COLUMNS = 'clock_id as "clockId", kind, due_at as "dueAt", generation, step';

const clockRow = z.object({
  clockId: z.number(),
  kind: clockKind,
  dueAt: z.date(),
  generation: z.number(),
  step: z.number(),
});

export function runningClocks(sql: Sql, caseId: number): Promise<Clock[]> {
  return rows(
    sql,
    clockRow,
    `select ${COLUMNS} from hearback.clock where case_id = $1 and state = 'running' order by due_at, clock_id`,
    [caseId],
  );
}

/** The clock, when it still runs and was not moved since. */
export async function runningClock(
  sql: Sql,
  clockId: number,
  generation: number,
): Promise<{ clock: Clock; key: { workspaceId: string; caseId: number } } | null> {
  const found = await row(
    sql,
    clockRow.extend({ workspaceId: z.string(), caseId: z.number() }),
    `select clock_id as "clockId", clock.kind, due_at as "dueAt", generation, step, workspace_id as "workspaceId", case_id as "caseId"
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
  const started: Clock[] = [];
  for (const step of steps) {
    if (step.op === 'stop') await stop(work.sql, caseId, step.kind);
    else if (step.op === 'start') started.push(...(await start(work.sql, caseId, step.kind, step.dueAt)));
    else started.push(...(await again(work.sql, caseId, step.clockId, step.dueAt)));
  }
  await addJobs(work, started.map(ringJob));
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

async function start(sql: Sql, caseId: number, kind: Clock['kind'], dueAt: Date): Promise<Clock[]> {
  await stop(sql, caseId, kind);
  return rows(
    sql,
    clockRow,
    `insert into hearback.clock (case_id, kind, due_at) values ($1, $2, $3) returning ${COLUMNS}`,
    [caseId, kind, dueAt],
  );
}

async function stop(sql: Sql, caseId: number, kind: Clock['kind']): Promise<void> {
  await run(
    sql,
    `update hearback.clock set state = 'stopped' where case_id = $1 and kind = $2 and state = 'running'`,
    [caseId, kind],
  );
}

function again(sql: Sql, caseId: number, clockId: number, dueAt: Date): Promise<Clock[]> {
  return rows(
    sql,
    clockRow,
    `update hearback.clock set due_at = $3, generation = generation + 1, step = step + 1
     where case_id = $1 and clock_id = $2 and state = 'running' returning ${COLUMNS}`,
    [caseId, clockId, dueAt],
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
