import { z } from 'zod';
import { rows, type Sql } from './sql.ts';
import type { WebhookState } from './webhooks-port.ts';

const stateRow: z.ZodType<WebhookState> = z.object({
  name: z.string(),
  isInForce: z.boolean(),
  pending: z.number(),
  dead: z.number(),
  lastSentAt: z.date().nullable(),
  failingSince: z.date().nullable(),
  pausedUntil: z.date().nullable(),
  outcome: z.string().nullable(),
});

/** How each webhook stands, those of an earlier policy too. */
export function listWebhooks(sql: Sql): Promise<WebhookState[]> {
  return rows(
    sql,
    stateRow,
    `select name, ended_at is null as "isInForce", last_sent_at as "lastSentAt", failing_since as "failingSince", paused_until as "pausedUntil",
       (select count(*) from hearback.webhook_message m where m.webhook = name and state = 'pending') as pending,
       (select count(*) from hearback.webhook_message m where m.webhook = name and state = 'dead') as dead,
       (select outcome from hearback.webhook_message m where m.webhook = name and outcome is not null order by message_id desc limit 1) as outcome
     from hearback.webhook order by name`,
  );
}
