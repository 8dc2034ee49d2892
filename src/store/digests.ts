import type { Pool } from 'pg';
import { z } from 'zod';
import type { Place, WorkspaceId } from '../chat/ref.ts';
import type { Period } from '../time/schedule.ts';
import { NotYet } from '../errors.ts';
import { countMuch } from './count-much.ts';
import { digestCases } from './digest-cases.ts';
import { digestFacts } from './digest-facts.ts';
import { digestPoints } from './digest-points.ts';
import type { Digest, Digests, PostedList } from './digests-port.ts';
import { addDeliveries } from './deliveries.ts';
import { addItem, decideItem, openItems } from './meeting-items.ts';
import { deliveryBody, messageIn, place } from './shapes.ts';
import { row, run, type Sql } from './sql.ts';
import { toDo, untaken } from './to-do-cases.ts';
import { askToDo, early, noteToDo, SKEW_MS } from './to-do.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source, type Work } from './work.ts';

/** How long to wait for a digest that is on its way (ms). */
const UNDER_WAY_MS = 2_000;
/** Nobody's clock is so far ahead (ms): what was noted by one that was does not count. */
const AHEAD_MS = 3_600_000;

const digestRow: z.ZodType<Digest> = z
  .object({
    digestId: z.number(),
    workspaceId: z.string(),
    key: z.string(),
    from: z.date(),
    to: z.date(),
    madeAt: z.date(),
  })
  .transform(({ from, to, ...digest }) => ({ ...digest, period: { from, to } }));

/** On a PostgreSQL database that `migrate` has brought up to date. */
export function createDigests(pool: Pool, { now }: { now: () => Date }): Digests {
  const source: Source = { pool, now };
  const look = <T>(read: (sql: Sql) => Promise<T>) => holdClient(pool, read);
  return {
    ask: (plan, period) => atomically(source, (work) => ask(work, plan, period)),
    posted: (deliveryId) => look((sql) => postedAt(sql, deliveryId)),
    digest: (digestId) => look((sql) => digestOf(sql, digestId)),
    facts: (question) => countMuch(pool, (sql) => digestFacts(sql, question)),
    points: (scope, periods) => countMuch(pool, (sql) => digestPoints(sql, scope, periods)),
    noteCases: async (digestId, caseIds) => {
      await look((sql) =>
        run(
          sql,
          `update hearback.digest set cases = array(select distinct unnest(cases || $2::bigint[])) where digest_id = $1`,
          [digestId, caseIds],
        ),
      );
    },
    cases: (scope, period, limit) => look((sql) => digestCases(sql, scope, period, limit)),
    items: async (standing, limit) => {
      const scope = { workspaceId: standing.workspaceId, eyes: standing, departments: null, kinds: null };
      return look((sql) => openItems(sql, scope, now(), limit));
    },
    addItem: (item) => atomically(source, (work) => addItem(work, item)),
    decide: (standing, wish) => atomically(source, (work) => decideItem(work, standing, wish)),
    early: (workspaceId) => look((sql) => early(sql, workspaceId)),
    askToDo: (workspaceId, userId, day, hasAny) =>
      atomically(source, (work) => askToDo(work, workspaceId, userId, day, hasAny)),
    noteToDo: (...shown) => look((sql) => noteToDo(sql, ...shown)),
    toDo: (standing, until) => look((sql) => toDo(sql, standing, until)),
    untaken: (standing, until) => look((sql) => untaken(sql, standing, until)),
  };
}

/** The row and what posts it are one transaction: whoever comes second finds the row. */
async function ask(
  work: Work,
  { workspaceId, key, place: goesTo }: { workspaceId: WorkspaceId; key: string; place: Place },
  period: Period | null,
): Promise<boolean> {
  const { sql, at } = work;
  const known = await row(
    sql,
    z.object({ isSeen: z.boolean() }),
    `select bool_or(state = 'seen' and period_to >= $3 and period_to < $4) as "isSeen"
     from hearback.digest where workspace_id = $1 and key = $2 having count(*) > 0`,
    [workspaceId, key, period?.to ?? at, new Date(at.getTime() + AHEAD_MS)],
  );
  if (!known) {
    await markSeen(sql, workspaceId, key, at);
    return false;
  }
  if (known.isSeen || period === null) return false;
  const { from, to, day } = period;
  await run(
    sql,
    `update hearback.digest set premature = true
     where workspace_id = $1 and key = $2 and day = $3::date and not premature and made_at > $4`,
    [workspaceId, key, day, new Date(at.getTime() + SKEW_MS)],
  );
  const made = await row(
    sql,
    z.object({ digestId: z.number() }),
    `insert into hearback.digest (workspace_id, key, day, period_from, period_to, made_at, state)
     values ($1, $2, $3::date, $4, $5, $6, 'asked') on conflict (workspace_id, key, day) where not premature do nothing returning digest_id as "digestId"`,
    [workspaceId, key, day, from, to, at],
  );
  if (!made) return false;
  const { digestId } = made;
  await addDeliveries(work, { workspaceId, caseId: null }, [
    { key: `digest-${digestId}`, place: goesTo, body: { type: 'digest', digestId } },
  ]);
  return true;
}

function markSeen(sql: Sql, workspaceId: WorkspaceId, key: string, at: Date): Promise<number> {
  return run(
    sql,
    `insert into hearback.digest (workspace_id, key, period_from, period_to, made_at, state) values ($1, $2, $3, $3, $3, 'seen')`,
    [workspaceId, key, at],
  );
}

/** A record that was restored: what ended until now may have been posted since the backup was taken, and is not posted again. */
export function digestsAfterRestore(sql: Sql, now: Date): Promise<number> {
  return run(
    sql,
    `insert into hearback.digest (workspace_id, key, period_from, period_to, made_at, state)
     select distinct workspace_id, key, $1::timestamptz, $1::timestamptz, $1::timestamptz, 'seen' from hearback.digest`,
    [now],
  );
}

function digestOf(sql: Sql, digestId: number): Promise<Digest | null> {
  return row(
    sql,
    digestRow,
    `select digest_id as "digestId", workspace_id as "workspaceId", key, period_from as from, period_to as to, made_at as "madeAt"
     from hearback.digest where digest_id = $1 and state = 'asked'`,
    [digestId],
  );
}

const postedRow = z.object({
  workspaceId: z.string(),
  channelId: z.string().nullable(),
  messageId: z.string().nullable(),
  isUnderWay: z.boolean(),
  place,
  body: deliveryBody,
});

async function postedAt(sql: Sql, deliveryId: number): Promise<PostedList | null> {
  const found = await row(
    sql,
    postedRow,
    `select workspace_id as "workspaceId", posted_channel as "channelId", posted_message as "messageId", state = 'sending' as "isUnderWay",
       place, body from hearback.delivery where delivery_id = $1`,
    [deliveryId],
  );
  if (found?.isUnderWay) throw new NotYet('The digest is being posted.', UNDER_WAY_MS);
  const at = found && messageIn(found.channelId, found.messageId);
  if (!at || (found.body.type !== 'digest' && found.body.type !== 'to_do')) return null;
  return { message: { workspaceId: found.workspaceId, ...at }, place: found.place, body: found.body };
}
