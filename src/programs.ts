import type { Programs } from './cases/programs/programs.ts';
import type { WorkspaceId } from './chat/ref.ts';
import { PermissionMissing, TargetGone } from './errors.ts';
import { createCallWebhook } from './net/call-webhook.ts';
import type { Policy, TrackerPolicy } from './policy/schema.ts';
import { createGithub } from './trackers/github.ts';
import { createJira } from './trackers/jira.ts';

interface Around {
  policy(workspaceId: WorkspaceId): Policy;
  /** A secret by the name of its environment variable; null when it is not set. */
  secretOf(name: string): string | null;
  now(): Date;
}

/** Other programs, made anew for each use: the policy and what it names may have changed since. */
export function createPrograms({ policy, secretOf, now }: Around): Programs & { close(): Promise<void> } {
  const webhooks = createCallWebhook();
  return {
    callWebhook: webhooks.call,
    secretOf,
    tracker: (workspaceId, key) => {
      const trackers = policy(workspaceId).issues;
      const tracker = Object.hasOwn(trackers, key) ? trackers[key] : undefined;
      if (!tracker) throw new TargetGone(key, ({ says }) => says.advice.noTracker, null);
      return trackerOf(tracker, secretOf, now);
    },
    close: webhooks.close,
  };
}

function trackerOf(tracker: TrackerPolicy, secretOf: Around['secretOf'], now: () => Date) {
  const secret = (name: string): string => {
    const found = secretOf(name);
    if (found === null)
      throw new PermissionMissing(
        tracker.type === 'github' ? 'GitHub' : 'Jira',
        ({ says }) => says.advice.unset(name),
        null,
      );
    return found;
  };
  const token = secret(tracker.tokenEnv);
  if (tracker.type === 'github') return createGithub({ ...tracker, token, now });
  return createJira({ ...tracker, user: tracker.userEnv ? secret(tracker.userEnv) : null, token, now });
}
