import { z } from 'zod';
import { whyNotTaken } from '../cases/programs/call-webhook.ts';
import { concernedBy, webhookTrouble } from '../cases/programs/program-trouble.ts';
import { mayHear, webhookPayload } from '../cases/programs/webhook-payload.ts';
import { isWorthTelling, webhookWaitMs } from '../cases/programs/webhook-waits.ts';
import { AppError, NotYet } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { WebhookPolicy, WorkspacePolicy } from '../policy/schema.ts';
import type { WebhookMessage } from '../store/webhooks-port.ts';
import { textsIn } from '../texts/index.ts';
import { defineHandler, type Context } from './handler.ts';

/** How long until a webhook is looked for again that another process has read of in the policy, and this one not yet (ms). */
const UNKNOWN_AGAIN_AFTER_MS = 15_000;

/**
 * Tells another program what happened. At least once: whoever did not say that it was taken is told again, with the same id.
 * A receiver that takes nothing makes its own messages wait, and nobody else's.
 */
export const callWebhook = defineHandler({
  name: 'call-webhook',
  lane: 'programs',
  data: z.object({ messageId: z.number() }),
  async run({ messageId }, context) {
    const { webhooks, store, policy, now } = context;
    const message = await webhooks.message(messageId);
    if (!message || message.state === 'sent' || message.state === 'left_out') return;
    // Before anything is read: when a receiver is away, thousands of these may come by.
    const pauseMs = (message.pausedUntil?.getTime() ?? 0) - now().getTime();
    if (pauseMs > 0) throw new NotYet('Its webhook takes nothing for the time being.', pauseMs);
    const plan = policy(message.workspaceId);
    const webhook = plan.webhooks.find(({ name }) => name === message.webhook);
    const workspace = workspaceOf(plan, message.workspaceId);
    if (!webhook && message.isInForce)
      throw new NotYet('Another process knows this webhook.', UNKNOWN_AGAIN_AFTER_MS);
    if (!webhook || !workspace) return webhooks.leftOut(messageId, 'not in the policy any more');
    const file = await store.read(message);
    if (!file) return;
    if (!mayHear(webhook, file, message.action)) return webhooks.leftOut(messageId, 'not for this webhook');
    const payload = webhookPayload(message, file, webhook, workspace, plan);
    await send(message, webhook, payload, concernedBy(webhook, plan), context);
  },
});

async function send(
  { messageId, mark }: WebhookMessage,
  webhook: WebhookPolicy,
  payload: unknown,
  home: WorkspacePolicy | undefined,
  context: Context,
): Promise<void> {
  const { webhooks, programs, store, now, log } = context;
  const { name, url, secretEnv } = webhook;
  const target = { name, url, private: webhook.private, secret: programs.secretOf(secretEnv) };
  const came = await programs.callWebhook(target, { mark, at: now(), payload });
  if (came.taken === 'busy') throw new NotYet('Others are being sent there.', came.waitMs);
  if (came.taken) {
    const isBack = await webhooks.sent(messageId, came.outcome);
    if (isBack) log.info({ webhook: name }, 'a webhook takes what is sent to it again');
    return;
  }
  const { waitMs } = came;
  const outcome = whyNotTaken(came, textsIn('en'));
  const { failingSince, attempts, isDead } = await webhooks.failed(messageId, { outcome, waitMs });
  log.warn({ webhook: name, messageId, outcome, attempts }, 'a webhook did not take what was sent to it');
  const isLong = isWorthTelling(failingSince, now());
  if (home && (isDead || isLong))
    // Said again by every failure until it is over: its key makes it once, also when this process ends in between.
    for (const delivery of webhookTrouble(webhook, { came, failingSince, isLong }, home))
      await store.say(home.id, delivery);
  const words = `The webhook ${name} did not take it (${outcome}).`;
  throw new AppError(
    'PROGRAM_FAILED',
    words,
    isDead ? 'never' : { afterMs: webhookWaitMs(attempts, waitMs) },
  );
}
