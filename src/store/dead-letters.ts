import type { Pool } from 'pg';
import { z } from 'zod';
import { addHistory } from './case-lists.ts';
import { raiseVersion } from './change-case.ts';
import type { DeadLetters, LetterId, Refusal } from './dead-letters-port.ts';
import { deliverJob, UNFAILED } from './deliveries.ts';
import { addJobs, markDone, tellAdded } from './jobs.ts';
import { countLetters, findLetter, listLetters } from './letters.ts';
import { refuseReplay, type FailedDelivery } from './replayable.ts';
import { failDelivery } from './say.ts';
import { deliveryBody } from './shapes.ts';
import { row, run } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source, type Work } from './work.ts';

/** What waits and what was given up, on a PostgreSQL database that `migrate` has brought up to date. */
export function createDeadLetters(pool: Pool, { now }: { now: () => Date }): DeadLetters {
  const source: Source = { pool, now };
  return {
    counts: () => holdClient(pool, (sql) => countLetters(sql, now())),
    list: (filter) => holdClient(pool, (sql) => listLetters(sql, filter, now())),
    find: (id) => holdClient(pool, (sql) => findLetter(sql, id, now())),
    replay: (id) => act(source, id, 'replayed', replayJob, replayDelivery),
    drop: (id, reason) =>
      act(
        source,
        id,
        'dropped',
        (work, number) => dropJob(work, number, reason),
        (work, failed) => dropDelivery(work, failed.deliveryId, reason),
      ),
  };
}

/** One transaction about one letter, with its line in the audit log when something came of it. */
function act(
  source: Source,
  id: LetterId,
  action: 'replayed' | 'dropped',
  onJob: (work: Work, outboxId: number) => Promise<Refusal | null>,
  onDelivery: (work: Work, delivery: FailedDelivery) => Promise<Refusal | null>,
): Promise<Refusal | null> {
  return atomically(source, async (work) => {
    const letter = await findLetter(work.sql, id, work.at);
    if (!letter) return 'unknown';
    const refusal =
      id.type === 'job'
        ? await onJob(work, id.number)
        : await withFailed(work, id.number, (delivery) => onDelivery(work, delivery));
    if (refusal === null && letter.workspaceId !== null) {
      const { workspaceId, kind, code } = letter;
      work.noted.push({
        workspaceId,
        actorId: null,
        action: `job_${action}`,
        detail: { kind, code: code ?? '' },
      });
    }
    return refusal;
  });
}

/** The row is locked by the update: of two who replay at once the second finds nothing given up. */
async function replayJob({ sql, at }: Work, outboxId: number): Promise<Refusal | null> {
  const replayed = await run(
    sql,
    `update hearback.outbox set run_at = $2, generation = generation + 1, dispatched_at = null, failed_at = null,
       failure_code = null, failure_message = null, held_since = null
     where outbox_id = $1 and done_at is null and failed_at is not null`,
    [outboxId, at],
  );
  if (replayed === 0) return 'not_given_up';
  await tellAdded(sql);
  return null;
}

const failedRow: z.ZodType<FailedDelivery> = z.object({
  deliveryId: z.number(),
  workspaceId: z.string(),
  caseId: z.number().nullable(),
  key: z.string(),
  body: deliveryBody,
  failedAt: z.date(),
});

/** Holds the case first and then the delivery, as every change of a case does. */
async function withFailed(
  { sql }: Work,
  deliveryId: number,
  work: (delivery: FailedDelivery) => Promise<Refusal | null>,
): Promise<Refusal | null> {
  await run(
    sql,
    `select from hearback.cases where case_id = (select case_id from hearback.delivery where delivery_id = $1) for update`,
    [deliveryId],
  );
  const failed = await row(
    sql,
    failedRow,
    `select delivery_id as "deliveryId", workspace_id as "workspaceId", case_id as "caseId", key, body,
       coalesce(failed_at, added_at) as "failedAt"
     from hearback.delivery where delivery_id = $1 and state = 'failed' and dropped_at is null for update`,
    [deliveryId],
  );
  return failed ? work(failed) : 'not_given_up';
}

async function replayDelivery(work: Work, failed: FailedDelivery): Promise<Refusal | null> {
  const refusal = await refuseReplay(work.sql, failed);
  if (refusal) return refusal;
  const { deliveryId, caseId, body } = failed;
  await run(work.sql, `update hearback.delivery set state = 'pending', ${UNFAILED} where delivery_id = $1`, [
    deliveryId,
  ]);
  await addJobs(work, [deliverJob(deliveryId)]);
  if (body.type === 'reply' && caseId !== null) {
    await run(work.sql, `update hearback.reply set state = 'queued' where case_id = $1 and reply_id = $2`, [
      caseId,
      body.replyId,
    ]);
    await addHistory(work, caseId, [{ action: 'reply_queued_again', actorId: null }]);
    raiseVersion(work, caseId);
  }
  return null;
}

const droppedJob = z.object({
  deliveryId: z.number().nullable(),
  clockId: z.number().nullable(),
  clockGeneration: z.number().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  failedAt: z.date(),
});

async function dropJob(work: Work, outboxId: number, reason: string): Promise<Refusal | null> {
  const job = await row(
    work.sql,
    droppedJob,
    `select case when kind = 'deliver' then (data ->> 'deliveryId')::bigint end as "deliveryId",
       case when kind = 'ring-clock' then (data ->> 'clockId')::bigint end as "clockId",
       case when kind = 'ring-clock' then (data ->> 'generation')::bigint end as "clockGeneration",
       failure_code as code, failure_message as message, failed_at as "failedAt"
     from hearback.outbox where outbox_id = $1 and done_at is null and failed_at is not null for update`,
    [outboxId],
  );
  if (!job) return 'not_given_up';
  if (await runs(work, job)) return 'clock_runs';
  if (job.deliveryId !== null) {
    const why = { code: job.code ?? 'UNKNOWN', message: job.message ?? '' };
    await failDelivery(work, job.deliveryId, why, []);
    await dropDelivery(work, job.deliveryId, reason);
  }
  await markDone(work, [outboxId], null);
  await run(
    work.sql,
    `update hearback.outbox set dropped_at = $2, drop_reason = $3, failed_at = $4, failure_code = $5, failure_message = $6
     where outbox_id = $1`,
    [outboxId, work.at, reason, job.failedAt, job.code, job.message],
  );
  return null;
}

/** A clock that still runs would only be rung by a new job: the case has to be followed up. */
async function runs(
  { sql }: Work,
  { clockId, clockGeneration }: z.infer<typeof droppedJob>,
): Promise<boolean> {
  if (clockId === null) return false;
  const running = await row(
    sql,
    z.object({}),
    `select from hearback.clock where clock_id = $1 and generation = $2 and state = 'running'`,
    [clockId, clockGeneration],
  );
  return running !== null;
}

async function dropDelivery({ sql, at }: Work, deliveryId: number, reason: string): Promise<null> {
  await run(
    sql,
    `update hearback.delivery set dropped_at = $2, drop_reason = $3 where delivery_id = $1 and state = 'failed'`,
    [deliveryId, at, reason],
  );
  return null;
}
