import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { NotPossible, NotYet } from '../errors.ts';
import { emptyAudit, eraseTraces } from './erase-traces.ts';
import { eraseLinks, eraseTracesElsewhere } from './erase-links.ts';
import { eraseGifts } from './erase-gifts.ts';
import { eraseCloseRequests } from './close-requests.ts';
import { erasePraise } from './erase-praise.ts';
import { eraseCases, eraseDeliveries, eraseMessages, holdAll, type Leaving } from './erase-words.ts';
import { ASKED_BY, type ErasureReceipt, type Member, type Privacy } from './privacy-port.ts';
import { redrawLists } from './redraw-lists.ts';
import { json, row, run, type Sql } from './sql.ts';
import { tagOf } from './tag-of.ts';
import { transaction } from './transaction.ts';
import { atomicallyWhileWaiting, WRITING_LOCK, type Source, type Work } from './work.ts';
import { textsIn } from '../texts/index.ts';

type By = Parameters<Privacy['erase']>[1];

/** How long an erasure waits for something of the person's that is being sent (ms); meanwhile nobody else writes. */
const WAIT_FOR_SENDERS_MS = 1_500;
/** How long the caller should wait before it asks again (ms). */
const TRY_AGAIN_MS = 500;
/** PostgreSQL's code for a lock that was not to be had in time. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * One attempt. Holding the lock of the writers alone, it sees all that was written before it, and all that is written
 * after it sees the erasure.
 * @param isLast flags of theirs that are still to be recorded are let go, in place of waiting for them
 * @throws {NotYet} when something of theirs is being sent, or a flag of theirs recorded
 */
export async function erase(
  source: Source,
  member: Member,
  by: By,
  isLast: boolean,
): Promise<ErasureReceipt> {
  try {
    return await atomicallyWhileWaiting(source, async (work) => {
      await run(work.sql, `set local lock_timeout = ${WAIT_FOR_SENDERS_MS}`);
      await run(work.sql, 'select pg_advisory_xact_lock($1)', [WRITING_LOCK]);
      return (await receiptOf(work.sql, by.request)) ?? eraseNow(work, member, by, isLast);
    });
  } catch (error) {
    if ((error as { code?: unknown }).code === LOCK_NOT_AVAILABLE)
      throw new NotYet('Something of theirs is being sent at this moment.', TRY_AGAIN_MS);
    throw error;
  }
}

async function eraseNow(work: Work, member: Member, by: By, isLast: boolean): Promise<ErasureReceipt> {
  const { workspaceId, userId } = member;
  if (by.askedBy === 'admin') await assertNotKeptOut(work.sql, member, by.actorId);
  if (!isLast && (await hasFlagsWaiting(work.sql, member)))
    throw new NotYet('A flag of theirs is being recorded at this moment.', TRY_AGAIN_MS);
  const flags = isLast ? await dropWaitingFlags(work.sql, member) : 0;
  const tag = await tagOf(work.sql, workspaceId, userId);
  const leaving: Leaving = {
    workspaceId,
    userId,
    texts: by.texts ?? textsIn('en'),
    pseudonym: `erased-${randomBytes(8).toString('hex')}`,
    ...(await holdAll(work, workspaceId, userId)),
  };
  await redrawLists(work, leaving);
  await erasePraise(work, leaving);
  await eraseCloseRequests(work, leaving.caseIds);
  await eraseLinks(work, leaving);
  const elsewhere = await eraseTracesElsewhere(work, leaving);
  const counts = {
    ...(await eraseDeliveries(work, leaving)),
    ...(await eraseMessages(work, leaving)),
    // Before their answers go: whether one was on its way decides about its gift.
    ...(await eraseGifts(work, leaving)),
    ...(await eraseCases(work, leaving)),
    ...plus(elsewhere, await eraseTraces(work, leaving)),
    flags,
    audit: await emptyAudit(work, workspaceId, userId),
  };
  return keepReceipt(work, member, tag, by, counts);
}

/** Nobody makes a complaint about themselves disappear. The sentence does not say that there is one. @throws {NotPossible} */
async function assertNotKeptOut(
  sql: Sql,
  { workspaceId, userId }: Member,
  actorId: string | null,
): Promise<void> {
  const keptOut = await row(
    sql,
    z.object({}),
    `select 1 from hearback.case_exclusion e join hearback.cases c using (case_id)
     where c.workspace_id = $1 and c.member_id = $2 and hearback.person_key(c.workspace_id, $3) in (select hearback.account_keys(c.workspace_id, e.user_id)) limit 1`,
    [workspaceId, userId, actorId],
  );
  if (keptOut) throw new NotPossible(({ rules }) => rules.kept.eraseElsewhere(workspaceId, userId));
}

const WAITING_FLAGS = `from hearback.intake where workspace_id = $1 and user_id = $2 and exists (
  select from hearback.outbox where key = 'intake-' || intake_id and done_at is null and failed_at is null)`;

function plus(elsewhere: number, { traces = 0, ...others }: Record<string, number>): Record<string, number> {
  return { ...others, traces: traces + elsewhere };
}

async function hasFlagsWaiting(sql: Sql, { workspaceId, userId }: Member): Promise<boolean> {
  const waiting = await row(sql, z.object({}), `select 1 ${WAITING_FLAGS} limit 1`, [workspaceId, userId]);
  return waiting !== null;
}

/** Their jobs find nothing to do then. */
function dropWaitingFlags(sql: Sql, { workspaceId, userId }: Member): Promise<number> {
  return run(sql, `delete ${WAITING_FLAGS}`, [workspaceId, userId]);
}

const receiptRow: z.ZodType<ErasureReceipt> = z.object({
  number: z.number(),
  workspaceId: z.string(),
  at: z.date(),
  askedBy: z.enum(ASKED_BY),
  counts: z.record(z.string(), z.number()),
});

const RECEIPT = 'erasure_id as number, workspace_id as "workspaceId", at, asked_by as "askedBy", counts';

function receiptOf(sql: Sql, request: string | undefined): Promise<ErasureReceipt | null> {
  if (request === undefined) return Promise.resolve(null);
  return row(sql, receiptRow, `select ${RECEIPT} from hearback.erasure where request = $1`, [request]);
}

async function keepReceipt(
  { sql, at, noted }: Work,
  { workspaceId, userId }: Member,
  tag: string,
  { askedBy, actorId, request }: By,
  counts: Record<string, number>,
): Promise<ErasureReceipt> {
  const receipt = await row(
    sql,
    receiptRow,
    `insert into hearback.erasure (workspace_id, tag, at, asked_by, request, counts) values ($1, $2, $3, $4, $5, $6) returning ${RECEIPT}`,
    [workspaceId, tag, at, askedBy, request ?? null, json(counts)],
  );
  if (!receipt) throw new Error('the receipt of an erasure is not there');
  noted.push({
    workspaceId,
    // Whoever asks for themselves is not written down at the very moment they are erased.
    actorId: actorId === userId ? null : actorId,
    action: 'member_erased',
    facts: { receipt: receipt.number, emptied: counts['audit'] ?? 0 },
  });
  return receipt;
}

/** Tags of erasures that a backup had not seen yet, found among the people who are in the record. */
export function findPeople(source: Source): Promise<Member[]> {
  return transaction(source.pool, async (sql) => {
    const found = await sql.query<Member>(
      `select distinct workspace_id as "workspaceId", user_id as "userId" from (
         select workspace_id, member_id as user_id from hearback.cases
         union select workspace_id, author_id from hearback.message
         union select workspace_id, unnest(mentions) from hearback.message
         union select workspace_id, handler_id from hearback.cases
         union select workspace_id, user_id from hearback.case_reporter join hearback.cases using (case_id)
         union select cases.workspace_id, note.author_id from hearback.note join hearback.cases using (case_id)
         union select workspace_id, actor_id from hearback.history join hearback.cases using (case_id)
         union select workspace_id, user_id from hearback.intake
         union select workspace_id, event #>> '{message,author,userId}' from hearback.intake where meaning = 'message'
         union select workspace_id, place ->> 'userId' from hearback.delivery
         union select workspace_id, unnest(array[member_id, proposed_by, decided_by]) from hearback.gift
         union select workspace_id, actor_id from hearback.audit) known
       where user_id <> ''`,
    );
    return found.rows;
  });
}
