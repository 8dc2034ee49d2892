import type { Log } from './log.ts';
import type { Policies } from './policy/policies.ts';
import { repeat } from './queue/repeat.ts';
import type { WebhookInForce, Webhooks } from './store/webhooks-port.ts';

interface Telling {
  /** Another policy is in force. */
  again: () => void;
  stop: () => Promise<void>;
}

/**
 * The record knows which webhooks there are, since it writes down what happens for each: at the start, before anything can happen,
 * and with every change of the policy. Only where that did not succeed it is told again.
 * @param everyMs how often it looks whether something is still to be told (ms)
 */
export async function tellWebhooks(
  webhooks: Pick<Webhooks, 'inForce'>,
  policies: () => Policies,
  everyMs: number,
  log: Log,
): Promise<Telling> {
  let told = JSON.stringify(webhooksIn(policies()));
  await webhooks.inForce(webhooksIn(policies()));
  const telling = repeat(everyMs, async () => {
    const next = webhooksIn(policies());
    if (JSON.stringify(next) === told) return;
    try {
      await webhooks.inForce(next);
      told = JSON.stringify(next);
    } catch (error) {
      log.warn({ err: error }, 'webhooks could not be told of the policy yet');
    }
  });
  return { again: () => telling.wake(), stop: () => telling.stop() };
}

/** Where each file is a policy, a webhook hears of the communities of its own alone. */
function webhooksIn({ all, isOne }: Policies): WebhookInForce[] {
  return all.flatMap(({ webhooks, workspaces: own }) =>
    webhooks.map(({ name, workspaces, events }) => ({
      name,
      workspaces: workspaces ?? (isOne ? null : own.map(({ id }) => id)),
      types: events === 'all' ? null : events,
    })),
  );
}
