import { secretsOf } from '../../config.ts';
import type { Policy } from '../../policy/schema.ts';
import type { Check, Finding } from './finding.ts';
import { policiesIn } from './plan.ts';

/** The secrets of webhooks and trackers that the policy names: without them nothing is sent there. */
export const programs: Check = {
  name: 'programs',
  run: (looked, { env }) => {
    const secretOf = secretsOf(env);
    return (policiesIn(looked)?.all ?? [])
      .flatMap(named)
      .flatMap((each) => (secretOf(each.secret) === null ? [missing(each)] : []));
  },
};

interface Named {
  secret: string;
  what: string;
}

function named({ webhooks, issues }: Policy): Named[] {
  return [
    ...webhooks.map(({ name, secretEnv }) => ({ secret: secretEnv, what: `the webhook ${name}` })),
    ...Object.entries(issues).flatMap(([key, tracker]) =>
      [
        tracker.tokenEnv,
        tracker.webhookSecretEnv,
        tracker.type === 'jira' ? tracker.userEnv : undefined,
      ].flatMap((secret) => (secret === undefined ? [] : [{ secret, what: `the issues of ${key}` }])),
    ),
  ];
}

function missing({ secret, what }: Named): Finding {
  const message = `${secret}: missing; ${what} cannot work without it. Put it into the environment or .env, or a file with it into ${secret}_FILE`;
  return { level: 'fault', file: 'settings', line: null, column: null, message };
}
