import type { Command } from 'commander';
import { WEBHOOK_VERSION } from '../cases/programs/webhook-payload.ts';
import { secretsOf } from '../config.ts';
import { NotPossible } from '../errors.ts';
import { whyNotTaken, type WebhookOutcome } from '../cases/programs/call-webhook.ts';
import { createCallWebhook } from '../net/call-webhook.ts';
import { packageRoot } from '../package-root.ts';
import { loadPolicies } from '../policy/policies.ts';
import type { WebhookState } from '../store/webhooks-port.ts';
import { textsIn } from '../texts/index.ts';
import { playbooksIn } from './check/plan.ts';
import type { CliCommand, CliContext } from './command.ts';
import { settingsOf, withRecord } from './frame/with-record.ts';
import { count, table, time } from './frame/table.ts';

/** Most messages `replay` takes at a time. */
const REPLAY_MAX = 10_000;

interface Json {
  json?: true;
}

/** Programs that are told what happens: how each stands, what it would not take, and whether it answers. */
export const webhooks: CliCommand = {
  name: 'webhooks',
  summary: 'Show how the webhooks stand; try one, or send again what was given up',
  define(command, context) {
    command
      .command('list', { isDefault: true })
      .description('How each stands, and what waits for it')
      .option('--json', 'the answer as JSON')
      .action((options: Json) => list(context, options));
    command
      .command('replay')
      .description('Send again what was given up')
      .argument('[name]', 'one webhook; without it, all')
      .option('--json', 'the answer as JSON')
      .action((name: string | undefined, options: Json) => replay(context, name ?? null, options));
    command
      .command('test')
      .description('Send one message that is about nothing, and see what comes of it')
      .argument('<name>', 'as hearback.yaml calls it')
      .option('--json', 'the answer as JSON')
      .action((name: string, _: Json, self: Command) => test(context, name, self.optsWithGlobals<Json>()));
  },
};

function list(context: CliContext, { json }: Json): Promise<void> {
  return withRecord(context, async (record) => {
    const states = await record.webhooks.list();
    if (json) return context.out(JSON.stringify({ webhooks: states }));
    if (states.length === 0)
      return context.out(
        'There are no webhooks yet. They are listed under "webhooks" in hearback.yaml; see docs/webhooks.md.',
      );
    const lines = states.map(asLine);
    for (const line of table([
      ['NAME', 'STATE', 'WAITING', 'GIVEN UP', 'LAST SENT', 'LAST OUTCOME'],
      ...lines,
    ]))
      context.out(line);
    if (states.some(({ dead }) => dead > 0))
      context.out('\nSend again what was given up: hearback webhooks replay');
  });
}

function asLine({
  name,
  isInForce,
  failingSince,
  pending,
  dead,
  lastSentAt,
  outcome,
}: WebhookState): string[] {
  const state = !isInForce
    ? 'not in the policy'
    : failingSince
      ? `failing since ${time(failingSince)}`
      : 'well';
  return [name, state, String(pending), String(dead), lastSentAt ? time(lastSentAt) : 'never', outcome ?? ''];
}

function replay(context: CliContext, name: string | null, { json }: Json): Promise<void> {
  return withRecord(context, async (record) => {
    const known = await record.webhooks.list();
    if (name !== null && !known.some((each) => each.name === name))
      throw new NotPossible(`There is no webhook "${name.slice(0, 40)}". hearback webhooks list shows them.`);
    const dead = await record.webhooks.dead(name, REPLAY_MAX);
    const replayed = await record.webhooks.replay(dead.map(({ messageId }) => messageId));
    context.out(
      json
        ? JSON.stringify({ replayed })
        : `${count(replayed, 'message')} sent again, with the ids they had.`,
    );
  });
}

/** Asks the receiver directly: nothing of it is in the record. */
async function test(context: CliContext, name: string, { json }: Json): Promise<void> {
  const { config } = settingsOf(context);
  const { all } = loadPolicies(config.policyPath, { playbooksDir: playbooksIn(packageRoot()) });
  const known = all.flatMap((policy) => policy.webhooks);
  const webhook = known.find((each) => each.name === name);
  if (!webhook)
    throw new NotPossible(
      `There is no webhook "${name.slice(0, 40)}" in ${config.policyPath}. ${known.length > 0 ? `There are: ${known.map((each) => each.name).join(', ')}.` : 'There are none.'}`,
    );
  const at = new Date();
  const { call, close } = createCallWebhook();
  const target = { ...webhook, secret: secretsOf(context.env)(webhook.secretEnv) };
  const mark = `msg_test_${at.getTime()}`;
  const payload = { type: 'ping', version: WEBHOOK_VERSION, timestamp: at.toISOString(), data: {} };
  const came = await call(target, { mark, at, payload }).finally(() => void close());
  const outcome = outcomeOf(came);
  const isTaken = came.taken === true;
  if (json) context.out(JSON.stringify({ webhook: name, taken: isTaken, outcome }));
  else if (isTaken) context.out(`${name} took it (${outcome}).`);
  if (!isTaken)
    throw new NotPossible(
      `${name} did not take it: ${outcome}. ${came.taken === false && came.why.startsWith('secret') ? `Set ${webhook.secretEnv}.` : 'See docs/webhooks.md.'}`,
    );
}

function outcomeOf(came: WebhookOutcome): string {
  if (came.taken === 'busy') return '';
  return came.taken ? came.outcome : whyNotTaken(came, textsIn('en'));
}
