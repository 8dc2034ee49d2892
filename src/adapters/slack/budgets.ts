import { createHash } from 'node:crypto';
import type { Limit, Toll } from '../../chat/pace.ts';

/** A minute (ms) and a little more: calls do not all take the same time on the way. */
const MINUTE_MS = 60_500;

/** https://docs.slack.dev/apis/web-api/rate-limits, per method, workspace and app. */
const TIER: Readonly<Record<2 | 3 | 4, Limit>> = {
  2: { calls: 20, perMs: MINUTE_MS },
  3: { calls: 50, perMs: MINUTE_MS },
  4: { calls: 100, perMs: MINUTE_MS },
};

/** "Several hundred a minute" for posts, and what is said of other methods without a tier. */
const SPECIAL: Limit = { calls: 300, perMs: MINUTE_MS };

/** One message a second and channel, with short bursts. Long ones may lose messages unseen, so ours are very short. */
const CHANNEL: Limit = { calls: 3, perMs: 1_020, drips: true };

/** Tier of each method we call on our own account; one that is missing counts as tier 2. https://docs.slack.dev/reference/methods */
const METHODS: Readonly<Record<string, Limit>> = {
  'chat.postMessage': SPECIAL,
  'chat.getPermalink': SPECIAL,
  'chat.postEphemeral': TIER[4],
  'chat.update': TIER[3],
  'conversations.history': TIER[3],
  'conversations.info': TIER[3],
  'conversations.list': TIER[2],
  'conversations.members': TIER[4],
  'conversations.open': TIER[3],
  'conversations.replies': TIER[3],
  'files.completeUploadExternal': TIER[4],
  'files.delete': TIER[3],
  'files.getUploadURLExternal': TIER[4],
  'files.info': TIER[4],
  'reactions.add': TIER[3],
  'reactions.get': TIER[3],
  'reactions.remove': TIER[2],
  'team.info': TIER[3],
  'usergroups.list': TIER[2],
  'users.info': TIER[4],
  'views.publish': TIER[4],
};

type Args = Readonly<Record<string, unknown>>;

/** What a call to Slack uses up. A post stands in its channel's line, any other call in its method's. */
export function tollOf(method: string, args: Args, workspace: string): Toll {
  const ofMethod = { key: methodKey(method, workspace), ...(METHODS[method] ?? TIER[2]) };
  if (method !== 'chat.postMessage') return { line: ofMethod };
  return { line: { key: `${ofMethod.key} ${String(args['channel'])}`, ...CHANNEL }, ceiling: ofMethod };
}

/** What a rate limit of Slack's holds back: the method, in this workspace. */
export function methodKey(method: string, workspace: string): string {
  return `${workspace} ${method}`;
}

/** The same for every attempt at the same thing, whatever its words are by then. No words are in it. */
export function ticketOf(method: string, args: Args, workspace: string): string {
  const { channel, ts, metadata, ...others } = args;
  const what =
    method === 'views.publish'
      ? [args['user_id']]
      : method === 'chat.postMessage' && metadata
        ? [metadata]
        : method === 'chat.update'
          ? [channel, ts]
          : [channel, ts, others];
  const hash = createHash('sha256').update(JSON.stringify([method, ...what]));
  return `${workspace} ${hash.digest('base64url').slice(0, 22)}`;
}
