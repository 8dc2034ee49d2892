import type { Pool } from 'pg';
import { z } from 'zod';
import { ISSUE_STATES } from '../cases/case.ts';
import { AppError, NotYet } from '../errors.ts';
import { lockFile } from './cases.ts';
import { changeCase } from './change-case.ts';
import { followJob } from './issue-turns.ts';
import type { Issues, IssueToDo } from './issues-port.ts';
import { addJobs, hurryJobs } from './jobs.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, atomicallyWhileWaiting, type Source, type Work } from './work.ts';

/** How long to wait for whoever is making the same issue (ms). */
const WAIT_FOR_MAKER_MS = 5_000;

/** Issues on a PostgreSQL database that `migrate` has brought up to date. */
export function createIssues(pool: Pool, { now }: { now: () => Date }): Issues {
  const source: Source = { pool, now };
  return {
    issue: (issueId) => holdClient(pool, (sql) => readIssue(sql, issueId)),
    make: (issueId, make, decide) => makeOnce(source, issueId, make, decide),
    looked: (issueId, etag, decide) => atomically(source, (work) => looked(work, issueId, etag, decide)),
    wake: (tracker, name, workspaces) => atomically(source, (work) => wake(work, tracker, name, workspaces)),
  };
}

const issueRow: z.ZodType<IssueToDo> = z.object({
  issueId: z.number(),
  workspaceId: z.string(),
  caseId: z.number(),
  mark: z.string(),
  tracker: z.string(),
  state: z.enum(ISSUE_STATES),
  title: z.string(),
  body: z.string(),
  name: z.string().nullable(),
  url: z.string().nullable(),
  status: z.string().nullable(),
  etag: z.string().nullable(),
  firstTriedAt: z.date().nullable(),
  lastTriedAt: z.date().nullable(),
  changedAt: z.date().nullable(),
});

const ISSUES = `select issue_id as "issueId", c.workspace_id as "workspaceId", i.case_id as "caseId", mark, tracker, i.state, title, body, name, url,
    status, etag, first_tried_at as "firstTriedAt", last_tried_at as "lastTriedAt", changed_at as "changedAt"
  from hearback.issue i join hearback.cases c on c.case_id = i.case_id`;

function readIssue(sql: Sql, issueId: number): Promise<IssueToDo | null> {
  return row(sql, issueRow, `${ISSUES} where issue_id = $1`, [issueId]);
}

/**
 * Two transactions: the first writes the attempt down, so that whoever comes after a crash looks before making another one; the
 * second holds the issue while it is made.
 */
async function makeOnce(
  source: Source,
  issueId: number,
  make: Parameters<Issues['make']>[1],
  decide: Parameters<Issues['make']>[2],
): Promise<void> {
  const before = await atomically(source, async (work) => {
    const held = await hold(work.sql, issueId);
    if (held) await beginAttempt(work, issueId);
    return held;
  });
  if (!before) return;
  let isNothingMade = false;
  await atomicallyWhileWaiting(source, async (work) => {
    const held = await hold(work.sql, issueId);
    const issue = held && (await readIssue(work.sql, issueId));
    if (!held || !issue) return;
    // Counted now, under the hold: an attempt that began in between may have got as far as the tracker.
    const made = await make({ ...issue, lastTriedAt: before.lastTriedAt }, held.attempts > 1).catch(
      (error: unknown) => {
        isNothingMade = error instanceof AppError && error.code !== 'OUTCOME_UNKNOWN';
        throw error;
      },
    );
    const file = await lockFile(work.sql, issue);
    if (file) await changeCase(work, file, decide(file, issue, made));
  }).catch(async (error: unknown) => {
    if (isNothingMade) await takeBackAttempt(source, issueId, before);
    throw error;
  });
}

async function beginAttempt({ sql, at }: Work, issueId: number): Promise<void> {
  await run(
    sql,
    // The earlier of two clocks: with ours ahead, it would be looked for where it cannot be, and made again.
    `update hearback.issue set attempts = attempts + 1, last_tried_at = $2,
       first_tried_at = coalesce(first_tried_at, least($2::timestamptz, clock_timestamp())) where issue_id = $1`,
    [issueId, at],
  );
}

/**
 * Certainly nothing was made, so there is nothing to look for that was not there before: else whoever has to wait until a tracker
 * knows what was made would wait anew each time they look.
 */
async function takeBackAttempt(source: Source, issueId: number, { lastTriedAt }: Held): Promise<void> {
  await atomically(source, ({ sql }) =>
    run(
      sql,
      'update hearback.issue set attempts = attempts - 1, last_tried_at = $2 where issue_id = $1 and attempts > 0',
      [issueId, lastTriedAt],
    ),
  ).catch(() => null);
}

const heldRow = z.object({ attempts: z.number(), lastTriedAt: z.date().nullable() });
type Held = z.infer<typeof heldRow>;

/** @returns how often it was tried; null when it is not to be made (any more). @throws {NotYet} when somebody else holds it */
async function hold(sql: Sql, issueId: number): Promise<Held | null> {
  const found = await row(
    sql,
    heldRow,
    `select attempts, last_tried_at as "lastTriedAt" from hearback.issue where issue_id = $1 and state = 'making' for update skip locked`,
    [issueId],
  );
  if (found) return found;
  const issue = await readIssue(sql, issueId);
  if (issue?.state === 'making') throw new NotYet('Somebody else is making it.', WAIT_FOR_MAKER_MS);
  return null;
}

async function looked(
  work: Work,
  issueId: number,
  etag: string | null,
  decide: Parameters<Issues['looked']>[2],
): Promise<void> {
  const { sql, at } = work;
  const before = await readIssue(sql, issueId);
  // The case first, as everybody who changes one holds it.
  const file = before && decide ? await lockFile(sql, before) : null;
  const issue = file ? await readIssue(sql, issueId) : null;
  const change = file && issue && decide ? decide(file, issue) : null;
  if (file && change) await changeCase(work, file, change);
  await run(sql, 'update hearback.issue set looked_at = $2, etag = $3 where issue_id = $1', [
    issueId,
    at,
    etag,
  ]);
}

const idRow = z.object({ issueId: z.number() });

async function wake(
  work: Work,
  tracker: string,
  name: string,
  workspaces: readonly string[],
): Promise<boolean> {
  const known = await rows(
    work.sql,
    idRow,
    `select issue_id as "issueId" from hearback.issue i join hearback.cases c using (case_id)
     where tracker = $1 and lower(name) = lower($2) and i.state in ('open', 'closed') and c.workspace_id = any($3)`,
    [tracker, name, workspaces],
  );
  const jobs = known.map(({ issueId }) => followJob(issueId, work.at));
  await hurryJobs(
    work,
    jobs.map(({ key }) => key),
  );
  await addJobs(work, jobs);
  return known.length > 0;
}
