import { join } from 'node:path';
import { clockTimesOf } from './cases/clock-times.ts';
import type { Config } from './config.ts';
import { AppError } from './errors.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Log } from './log.ts';
import { loadPolicies, policiesOf, type Policies } from './policy/policies.ts';
import { watchPolicies } from './policy/watch.ts';
import { createComposer } from './replies/create-composer.ts';
import { checkTemplates, loadTemplates, type Templates } from './replies/templates.ts';
import type { Record } from './store/index.ts';
import { tellPolicy } from './tell-policy.ts';
import { tellWebhooks } from './tell-webhooks.ts';

/** How often it is looked whether something is still to be told of the policy (ms). */
const LOOK_MS = 600_000;

/** The templates in `root`, and what writes with them. @throws {AppError} TEMPLATE_INVALID */
export function openTemplates(root: string) {
  const templates = loadTemplates(join(root, 'templates'));
  const faults = checkTemplates(templates).map(
    ({ file, line, column, message }) => `${file}:${line}:${column}  ${message}`,
  );
  if (faults.length > 0) throw new AppError('TEMPLATE_INVALID', faults.join('\n'), 'never');
  return { templates, compose: createComposer(templates) };
}

/**
 * Reads the policies, and again whenever a file of theirs changes.
 * @returns those in force
 * @throws {AppError} CONFIG_INVALID
 */
export function openPolicies(
  { policyPath: path, mail }: Pick<Config, 'policyPath' | 'mail'>,
  templates: Templates,
  root: string,
  log: Log,
  life: Lifecycle,
  onNews: () => void,
): () => Policies {
  const around = {
    names: { templates: templates.names(), details: templates.details() },
    playbooksDir: join(root, 'playbooks'),
    canMail: mail !== null,
  };
  let running = loadPolicies(path, around);
  const stop = watchPolicies(
    path,
    (next) => {
      running = policiesOf(next, running.isOne);
      log.info('the policy was read again and is in force');
      onNews();
    },
    (error) => log.error({ err: error }, 'the policy has faults; what that file said before stays in force'),
    around,
  );
  life.add('policy', stop);
  return () => running;
}

/** Clocks that run follow the policy, and other programs are told what it says. @returns what is called when there is another one */
export async function followPolicy(
  { store, webhooks }: Record,
  policies: () => Policies,
  log: Log,
  life: Lifecycle,
): Promise<() => void> {
  const clocks = tellPolicy(store, () => clockTimesOf(policies().all), LOOK_MS, log);
  life.add('clocks', clocks.stop);
  const programs = await tellWebhooks(webhooks, policies, LOOK_MS, log);
  life.add('webhooks', programs.stop);
  return () => {
    clocks.again();
    programs.again();
  };
}
