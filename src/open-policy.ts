import { join } from 'node:path';
import { clockTimes } from './cases/clock-times.ts';
import type { Config } from './config.ts';
import { AppError } from './errors.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Log } from './log.ts';
import { loadPolicy } from './policy/load.ts';
import type { Policy } from './policy/schema.ts';
import { watchPolicy } from './policy/watch.ts';
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
 * Reads the policy, and again whenever its file changes.
 * @returns the one in force
 * @throws {AppError} CONFIG_INVALID
 */
export async function openPolicy(
  { policyPath: path, mail }: Pick<Config, 'policyPath' | 'mail'>,
  templates: Templates,
  root: string,
  log: Log,
  life: Lifecycle,
  onNews: () => void,
): Promise<() => Policy> {
  const around = {
    names: { templates: templates.names(), details: templates.details() },
    playbooksDir: join(root, 'playbooks'),
    canMail: mail !== null,
  };
  let running = await loadPolicy(path, around);
  const stop = watchPolicy(
    path,
    (next) => {
      running = next;
      log.info('hearback.yaml was read again and is in force');
      onNews();
    },
    (error) => log.error({ err: error }, 'hearback.yaml has faults; the policy read before stays in force'),
    around,
  );
  life.add('policy', stop);
  return () => running;
}

/** Clocks that run follow the policy, and other programs are told what it says. @returns what is called when there is another one */
export async function followPolicy(
  { store, webhooks }: Record,
  policy: () => Policy,
  log: Log,
  life: Lifecycle,
): Promise<() => void> {
  const clocks = tellPolicy(store, () => clockTimes(policy()), LOOK_MS, log);
  life.add('clocks', clocks.stop);
  const programs = await tellWebhooks(webhooks, policy, LOOK_MS, log);
  life.add('webhooks', programs.stop);
  return () => {
    clocks.again();
    programs.again();
  };
}
