import type { Pool } from 'pg';
import { z } from 'zod';
import { hurryJobs, markDone, addJobs } from './jobs.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';
import { listWebhooks } from './webhook-states.ts';
import type {
  WebhookFailed,
  WebhookFailure,
  WebhookInForce,
  WebhookMessage,
  Webhooks,
} from './webhooks-port.ts';
import { atomically, type Source, type Work } from './work.ts';

const HOUR_MS = 3_600_000;
/** After this long of failing a message is given up (ms): a weekend with a holiday behind it passes. */
const GIVEN_UP_AFTER_MS = 5 * 24 * HOUR_MS;
/** Where this many messages in a row were not taken, it is the receiver and not a message: everything for it waits. */
const PAUSES_AFTER = 3;
/** How long such a pause is at first, and at most (ms). */
const PAUSE_MS = 30_000;
const PAUSE_MAX_MS = 0.5 * HOUR_MS;
/** When a receiver is back, so many of those that wait for it go at once. */
const HURRIED_MAX = 500;

/** What other programs are told, on a PostgreSQL database that `migrate` has brought up to date. */
export function createWebhooks(pool: Pool, { now }: { now: () => Date }): Webhooks {
  const source: Source = { pool, now };
  return {
    inForce: (webhooks) => atomically(source, (work) => inForce(work, webhooks)),
    message: (messageId) => holdClient(pool, (sql) => readMessage(sql, messageId)),
    sent: (messageId, outcome) => atomically(source, (work) => sent(work, messageId, outcome)),
    leftOut: (messageId, outcome) =>
      atomically(source, async ({ sql, at }) => {
        await run(
          sql,
          `update hearback.webhook_message set state = 'left_out', outcome = $2, settled_at = $3 where message_id = $1 and state <> 'sent'`,
          [messageId, outcome, at],
        );
      }),
    failed: (messageId, failure) => atomically(source, (work) => failed(work, messageId, failure)),
    list: () => holdClient(pool, listWebhooks),
    dead: (webhook, limit) =>
      holdClient(pool, (sql) =>
        messagesWhere(
          sql,
          `m.state = 'dead' and ($1::text is null or m.webhook = $1) order by message_id limit $2`,
          [webhook, limit],
        ),
      ),
    replay: (messageIds) => atomically(source, (work) => replay(work, messageIds)),
  };
}

async function inForce({ sql, at }: Work, webhooks: readonly WebhookInForce[]): Promise<void> {
  for (const { name, workspaces, types } of webhooks)
    await run(
      sql,
      `insert into hearback.webhook (name, workspaces, types) values ($1, $2, $3)
       on conflict (name) do update set workspaces = excluded.workspaces, types = excluded.types, ended_at = null,
         failures = case when hearback.webhook.ended_at is null then hearback.webhook.failures else 0 end,
         failing_since = case when hearback.webhook.ended_at is null then hearback.webhook.failing_since end,
         paused_until = null`,
      [name, workspaces, types],
    );
  await run(sql, 'update hearback.webhook set ended_at = $2 where ended_at is null and not name = any($1)', [
    webhooks.map(({ name }) => name),
    at,
  ]);
}

const messageRow: z.ZodType<WebhookMessage> = z.object({
  messageId: z.number(),
  webhook: z.string(),
  workspaceId: z.string(),
  caseId: z.number(),
  type: z.string(),
  action: z.string(),
  actorId: z.string().nullable(),
  detail: z.record(z.string(), z.string()),
  mark: z.string(),
  at: z.date(),
  state: z.enum(['pending', 'sent', 'left_out', 'dead']),
  isInForce: z.boolean(),
  pausedUntil: z.date().nullable(),
});

function messagesWhere(sql: Sql, where: string, values: readonly unknown[]): Promise<WebhookMessage[]> {
  return rows(
    sql,
    messageRow,
    `select message_id as "messageId", webhook, workspace_id as "workspaceId", case_id as "caseId", type, action, actor_id as "actorId",
       detail, mark, at, state, w.ended_at is null as "isInForce", w.paused_until as "pausedUntil"
     from hearback.webhook_message m join hearback.webhook w on w.name = m.webhook where ${where}`,
    values,
  );
}

async function readMessage(sql: Sql, messageId: number): Promise<WebhookMessage | null> {
  const [found] = await messagesWhere(sql, 'message_id = $1', [messageId]);
  return found ?? null;
}

const takenRow = z.object({ webhook: z.string(), wasFailing: z.boolean() });
const idRow = z.object({ messageId: z.number() });

async function sent(work: Work, messageId: number, outcome: string): Promise<boolean> {
  const { sql, at } = work;
  await run(
    sql,
    `update hearback.webhook_message set state = 'sent', outcome = $2, settled_at = $3, attempts = attempts + 1 where message_id = $1`,
    [messageId, outcome, at],
  );
  const taken = await row(
    sql,
    takenRow,
    `update hearback.webhook w set failures = 0, failing_since = null, paused_until = null, last_sent_at = $2
     from (select name, failing_since is not null as was_failing from hearback.webhook
           where name = (select webhook from hearback.webhook_message where message_id = $1) for no key update) before
     where w.name = before.name returning w.name as webhook, before.was_failing as "wasFailing"`,
    [messageId, at],
  );
  if (!taken?.wasFailing) return false;
  const waiting = await rows(
    sql,
    idRow,
    `select message_id as "messageId" from hearback.webhook_message where webhook = $1 and state = 'pending' order by message_id limit $2`,
    [taken.webhook, HURRIED_MAX],
  );
  await hurryJobs(
    work,
    waiting.map((each) => jobKey(each.messageId)),
  );
  return true;
}

const failedRow = z.object({ attempts: z.number(), firstFailedAt: z.date() });
const failingRow = z.object({ failingSince: z.date() });

/** A message that only one receiver's bad hour keeps back is not given up while everything for it waits. */
async function failed(
  { sql, at }: Work,
  messageId: number,
  { outcome, waitMs }: WebhookFailure,
): Promise<WebhookFailed> {
  const message = await row(
    sql,
    failedRow,
    `update hearback.webhook_message set attempts = attempts + 1, outcome = $2, first_failed_at = coalesce(first_failed_at, $3),
       state = 'pending' where message_id = $1 and state in ('pending', 'dead') returning attempts, first_failed_at as "firstFailedAt"`,
    [messageId, outcome, at],
  );
  const webhook = await row(
    sql,
    failingRow,
    `update hearback.webhook set failures = failures + 1, failing_since = coalesce(failing_since, $2),
       paused_until = case when failures + 1 >= $3 or $6::bigint is not null then $2::timestamptz + make_interval(secs =>
         greatest(coalesce($6::bigint, 0), least($5::bigint, $4::bigint * power(2, least(failures + 1 - $3, 10))::bigint)) / 1000.0) end
     where name = (select webhook from hearback.webhook_message where message_id = $1) returning failing_since as "failingSince"`,
    [messageId, at, PAUSES_AFTER, PAUSE_MS, PAUSE_MAX_MS, waitMs],
  );
  const isDead = message !== null && at.getTime() - message.firstFailedAt.getTime() >= GIVEN_UP_AFTER_MS;
  if (isDead)
    await run(
      sql,
      `update hearback.webhook_message set state = 'dead', settled_at = $2 where message_id = $1`,
      [messageId, at],
    );
  return { failingSince: webhook?.failingSince ?? at, attempts: message?.attempts ?? 1, isDead };
}

const jobRow = z.object({ outboxId: z.number() });

/** The job that gave up is done: another one tries again, and the list of what was given up is true. */
async function replay(work: Work, messageIds: readonly number[]): Promise<number> {
  const { sql } = work;
  const again = await rows(
    sql,
    idRow,
    `update hearback.webhook_message set state = 'pending', first_failed_at = null, settled_at = null, attempts = 0
     where message_id = any($1) and state = 'dead' returning message_id as "messageId"`,
    [messageIds],
  );
  const keys = again.map(({ messageId }) => jobKey(messageId));
  const givenUp = await rows(
    sql,
    jobRow,
    'select outbox_id as "outboxId" from hearback.outbox where key = any($1) and done_at is null and failed_at is not null for update',
    [keys],
  );
  await markDone(
    work,
    givenUp.map(({ outboxId }) => outboxId),
    null,
  );
  await addJobs(
    work,
    again.map(({ messageId }) => ({ kind: 'call-webhook', data: { messageId }, key: jobKey(messageId) })),
  );
  return again.length;
}

function jobKey(messageId: number): string {
  return `webhook-${messageId}`;
}
