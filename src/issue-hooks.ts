import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { HttpRoute } from './chat/adapter.ts';
import type { Log } from './log.ts';
import type { Policy, TrackerPolicy } from './policy/schema.ts';
import type { Issues } from './store/issues-port.ts';

/** Where GitHub and Jira tell us that something happened to an issue. */
const ISSUE_HOOKS_PATH = '/hooks/issues';

interface Around {
  policies(): readonly Policy[];
  /** A secret by the name of its environment variable; null when it is not set. */
  secretOf(name: string): string | null;
  issues: Pick<Issues, 'wake'>;
  log: Log;
}

const said = z.union([
  z
    .object({ issue: z.object({ number: z.int() }), repository: z.object({ full_name: z.string() }) })
    .transform(({ issue, repository }) => `${repository.full_name}#${issue.number}`),
  z.object({ issue: z.object({ key: z.string() }) }).transform(({ issue }) => issue.key),
]);

/**
 * A signed word of GitHub or Jira only makes us look: how an issue stands is asked of its tracker, so nothing that is written there
 * is believed. Whose word it is, its signature says.
 * https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function createIssueHooks({ policies, secretOf, issues, log }: Around): HttpRoute {
  return {
    path: ISSUE_HOOKS_PATH,
    handle: async ({ rawBody, headers }) => {
      const signature = headers['x-hub-signature-256'] ?? headers['x-hub-signature'] ?? '';
      const trackers = policies().flatMap(({ issues: all, workspaces }) =>
        Object.entries(all)
          .filter(([, tracker]) => isSigned(rawBody, signature, tracker, secretOf))
          .map(([key]) => ({ key, workspaces: workspaces.map(({ id }) => id) })),
      );
      if (trackers.length === 0)
        return answer(401, 'The signature is wrong, or no tracker has a webhookSecretEnv.');
      const name = nameIn(rawBody);
      if (name === null) return answer(202, 'This is about no issue.');
      // Two trackers may share a secret; only one of them has this issue.
      const known = await Promise.all(
        trackers.map(({ key, workspaces }) => issues.wake(key, name, workspaces)),
      );
      if (known.includes(true))
        log.debug({ trackers: trackers.map(({ key }) => key) }, 'an issue has changed');
      return answer(202, 'Thank you.');
    },
  };
}

function isSigned(
  rawBody: string,
  signature: string,
  { webhookSecretEnv }: TrackerPolicy,
  secretOf: Around['secretOf'],
): boolean {
  const secret = webhookSecretEnv === undefined ? null : secretOf(webhookSecretEnv);
  if (secret === null) return false;
  const own = Buffer.from(`sha256=${createHmac('sha256', secret).update(rawBody).digest('hex')}`);
  const theirs = Buffer.from(signature);
  return own.length === theirs.length && timingSafeEqual(own, theirs);
}

function nameIn(rawBody: string): string | null {
  try {
    const parsed = said.safeParse(JSON.parse(rawBody));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function answer(status: number, words: string) {
  return { status, body: `${words}\n`, contentType: 'text/plain; charset=utf-8' };
}
