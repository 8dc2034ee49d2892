import type { Left, Limits } from '../../limits.ts';
import type { Args } from './args.ts';

const MINUTE_MS = 60_000;

/** Tiers of the methods, in calls a minute. https://docs.slack.dev/apis/web-api/rate-limits and each method's page */
const TIER: Readonly<Record<string, number>> = {
  'chat.delete': 50,
  'chat.postEphemeral': 100,
  'chat.update': 50,
  'conversations.history': 50,
  'conversations.info': 50,
  'conversations.list': 20,
  'conversations.members': 100,
  'conversations.open': 50,
  'conversations.replies': 50,
  'files.completeUploadExternal': 100,
  'files.delete': 50,
  'files.getUploadURLExternal': 100,
  'files.info': 100,
  'reactions.add': 50,
  'reactions.get': 50,
  'reactions.remove': 20,
  'usergroups.list': 20,
  'users.info': 100,
  'views.open': 100,
  'views.publish': 100,
  'views.update': 100,
};

/** "1 per second, short bursts allowed": so many at once in a channel. "A workspace-wide limit" of several hundred a minute. */
export const POSTS = { burst: 4, everyMs: 1_000, inAll: 300, perMs: MINUTE_MS } as const;

/** Counts the call. @returns the limit it hits; null when it may be carried out. */
export function limitHit(limits: Limits, team: string, method: string, args: Args): Left | null {
  const key = `${team} ${method}`;
  const counted =
    method === 'chat.postMessage'
      ? [
          limits.dripping(`channel ${args.text('channel') ?? ''}`, POSTS.burst, POSTS.everyMs),
          limits.sliding(key, POSTS.inAll, POSTS.perMs),
        ]
      : TIER[method]
        ? [limits.sliding(key, TIER[method], MINUTE_MS)]
        : [];
  return counted.find(({ isAllowed }) => !isAllowed) ?? null;
}
