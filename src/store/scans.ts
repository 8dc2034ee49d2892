import { z } from 'zod';
import type { ThreadRoot, WorkspaceId } from '../chat/ref.ts';
import { takeIn } from './intake.ts';
import { addDeliveries } from './deliveries.ts';
import { addJobs } from './jobs.ts';
import type { BlindWarning, Scan, ScanPlan, ScanStep } from './scan-port.ts';
import { prepared, row, rows, run, type Sql } from './sql.ts';
import type { NewIntake } from './store.ts';
import type { Work } from './work.ts';

/** Stands for the list of the channels itself. */
const LIST = '*';

/** How long flags that were missed are given to become cases, found by us or sent again, before their threads are looked into (ms). */
const CASES_OPEN_WITHIN_MS = 60_000;

const scanRow = z
  .object({
    scanId: z.number(),
    workspaceId: z.string(),
    channelId: z.string(),
    threadMessage: z.string(),
    cursor: z.string().nullable(),
    since: z.date(),
    limit: z.number(),
    again: z.boolean(),
    problem: z.string().nullable(),
  })
  .transform(({ threadMessage, ...rest }) => ({
    ...rest,
    root: threadMessage === '' ? null : { channelId: rest.channelId, messageId: threadMessage },
  }));

type ScanRow = z.infer<typeof scanRow>;

const UNDER_WAY = `select scan_id as "scanId", workspace_id as "workspaceId", channel_id as "channelId", thread_message as "threadMessage",
  cursor, since, message_limit as "limit", again, problem
  from hearback.scan where scan_id = $1 and started_at is not null and finished_at is null`;

/** Null when it has been looked through. */
export function readScan(sql: Sql, scanId: number): Promise<Scan | null> {
  return row(sql, scanRow, prepared(UNDER_WAY), [scanId]);
}

/**
 * Begins to look through all of it. What is being looked through already is so once more when it is done: it may have got
 * past the place where something was missed.
 */
export async function beginScans(
  work: Work,
  workspaceId: WorkspaceId,
  plan: ScanPlan,
  warn: BlindWarning,
): Promise<void> {
  const { channels, threads, since, limit, problem } = plan;
  if (problem === null && plan.isWhole) await clearedOf(work, workspaceId, LIST);
  if (problem !== null) await blindIn(work, { workspaceId, channelId: LIST, since, limit }, problem, warn);
  const targets = [
    ...[...new Set(channels)].map((channelId) => ({ channelId, messageId: '', since })),
    ...threads.map(({ root, since: from }) => ({ ...root, since: from })),
  ];
  const found = await locked(work.sql, workspaceId, targets, limit);
  const idle = found.filter(({ isUnderWay }) => !isUnderWay).map(({ scanId }) => scanId);
  const busy = found.filter(({ isUnderWay }) => isUnderWay).map(({ scanId }) => scanId);
  await run(work.sql, 'update hearback.scan set again = true where scan_id = any($1)', [busy]);
  await start(work, idle);
  if (plan.isWhole) await lookAtNewCasesLater(work, workspaceId);
}

/** So many messages of one thread. */
const THREAD_MESSAGES = 200;

/** Looks once into a thread that has just become one of a case: whoever was quicker than we were is heard as well. */
export async function scanThread(
  work: Work,
  workspaceId: WorkspaceId,
  root: ThreadRoot,
  since: Date,
): Promise<void> {
  const plan = { channels: [], threads: [{ root, since }], since, limit: THREAD_MESSAGES };
  await beginScans(work, workspaceId, { ...plan, isWhole: false, problem: null }, () => {
    throw new Error('nobody has looked yet, so nothing can be hidden');
  });
}

/** What was said meanwhile under a message that is about to become a case belongs to it. */
async function lookAtNewCasesLater(work: Work, workspaceId: WorkspaceId): Promise<void> {
  const last = await row(
    work.sql,
    z.object({ caseId: z.number() }),
    'select coalesce(max(case_id), 0)::bigint as "caseId" from hearback.cases where workspace_id = $1',
    [workspaceId],
  );
  const data = { workspaceId, part: 'threads', afterCase: last?.caseId ?? 0 };
  const runAt = new Date(work.at.getTime() + CASES_OPEN_WITHIN_MS);
  await addJobs(work, [{ kind: 'catch-up', data, runAt }]);
}

/** The rows of all targets, made where there were none, held until the transaction ends. */
async function locked(
  sql: Sql,
  workspaceId: WorkspaceId,
  targets: readonly { channelId: string; messageId: string; since: Date }[],
  limit: number,
): Promise<{ scanId: number; isUnderWay: boolean }[]> {
  await run(
    sql,
    // In one order everywhere: two of them at once must not hold each other up.
    `insert into hearback.scan (workspace_id, channel_id, thread_message, since, message_limit)
     select $1, channel_id, thread_message, since, $5
     from unnest($2::text[], $3::text[], $4::timestamptz[]) as target (channel_id, thread_message, since)
     order by channel_id, thread_message
     on conflict (workspace_id, channel_id, thread_message) do update set since = excluded.since, message_limit = excluded.message_limit`,
    [
      workspaceId,
      targets.map(({ channelId }) => channelId),
      targets.map(({ messageId }) => messageId),
      targets.map(({ since }) => since),
      limit,
    ],
  );
  return rows(
    sql,
    z.object({ scanId: z.number(), isUnderWay: z.boolean() }),
    `select scan_id as "scanId", scan_id in (
       select (data ->> 'scanId')::bigint from hearback.outbox
       where kind = 'scan-channel' and done_at is null and failed_at is null) as "isUnderWay"
     from hearback.scan join unnest($2::text[], $3::text[]) as target (channel, thread)
       on workspace_id = $1 and channel_id = channel and thread_message = thread`,
    [workspaceId, targets.map(({ channelId }) => channelId), targets.map(({ messageId }) => messageId)],
  );
}

async function start(work: Work, scanIds: readonly number[]): Promise<void> {
  await run(
    work.sql,
    `update hearback.scan set cursor = null, again = false, problem = null, started_at = $2, finished_at = null
     where scan_id = any($1)`,
    [scanIds, work.at],
  );
  await addJobs(
    work,
    scanIds.map((scanId) => ({ kind: 'scan-channel', data: { scanId } })),
  );
}

/** A step was made: what it found is taken in, and the next one queued, in one transaction. */
export async function scanned(
  work: Work,
  scanId: number,
  captured: readonly NewIntake[],
  step: ScanStep,
  warn: BlindWarning,
): Promise<void> {
  const scan = await row(work.sql, scanRow, prepared(`${UNDER_WAY} for update`), [scanId]);
  if (!scan) return;
  for (const intake of captured) await takeIn(work, intake);
  if (step.problem !== null) {
    await run(work.sql, 'update hearback.scan set problem = $2 where scan_id = $1', [scanId, step.problem]);
    await blindIn(work, scan, step.problem, warn);
  }
  if (step.next === null) return ended(work, scan, scan.problem ?? step.problem);
  await run(work.sql, 'update hearback.scan set cursor = $2 where scan_id = $1', [scanId, step.next]);
  const runAt = new Date(work.at.getTime() + step.afterMs);
  await addJobs(work, [{ kind: 'scan-channel', data: { scanId }, runAt }]);
}

async function ended(work: Work, scan: ScanRow, problem: string | null): Promise<void> {
  const { scanId, workspaceId, channelId, root } = scan;
  if (problem === null) await clearedOf(work, workspaceId, channelId, root !== null);
  if (scan.again) return start(work, [scanId]);
  const sql = root
    ? 'delete from hearback.scan where scan_id = $1'
    : 'update hearback.scan set finished_at = $2, cursor = null where scan_id = $1';
  await run(work.sql, sql, root ? [scanId] : [scanId, work.at]);
}

/** Told once, until it is seen to be repaired. A thread's blindness is its channel's. */
async function blindIn(
  work: Work,
  scan: Pick<ScanRow, 'workspaceId' | 'channelId' | 'since' | 'limit'>,
  problem: string,
  warn: BlindWarning,
): Promise<void> {
  const { workspaceId, channelId, since, limit } = scan;
  const fresh = await row(
    work.sql,
    z.object({ scanId: z.number() }),
    `insert into hearback.scan as known (workspace_id, channel_id, since, message_limit, blind_since) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, channel_id, thread_message) do update set blind_since = excluded.blind_since
     where known.blind_since is null returning scan_id as "scanId"`,
    [workspaceId, channelId, since, limit, work.at],
  );
  if (!fresh) return;
  const episode = `${fresh.scanId}-${work.at.getTime()}`;
  const told = warn({ channelId: channelId === LIST ? null : channelId, problem, episode });
  await addDeliveries(work, { workspaceId, caseId: null }, [told]);
}

/** @param byThread a thread that could be read says nothing of a channel that is looked through itself. */
async function clearedOf(
  work: Work,
  workspaceId: WorkspaceId,
  channelId: string,
  byThread = false,
): Promise<void> {
  await run(
    work.sql,
    `update hearback.scan set blind_since = null
     where workspace_id = $1 and channel_id = $2 and thread_message = '' and blind_since is not null and (not $3 or started_at is null)`,
    [workspaceId, channelId, byThread],
  );
}
