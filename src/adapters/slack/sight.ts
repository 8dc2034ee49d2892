import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Pace } from '../../chat/pace.ts';
import { createMemo } from '../../net/memo.ts';
import type { Clients } from './clients.ts';
import { asking, slackCode } from './errors.ts';
import type { Identities } from './identity.ts';
import type { People } from './people.ts';

/** Most members Slack gives at once. */
const PAGE = 1_000;
/** Members of a private channel larger than this many pages are looked for no further: it is not one where secrets are kept. */
const PAGES_MAX = 20;

/** How long what Slack said of a channel and who is in it holds (ms). Rights hang on it. */
const FRESH_MS = 60_000;
/** The same where a person waits for the answer (ms). */
const FRESH_FOR_CLICKS_MS = 5_000;
/** So many channels, and pages of their members, are remembered. */
const REMEMBERED = 200;

/** What Slack says of a channel that is none, another workspace's, or private without the bot. */
const HIDDEN = new Set(['channel_not_found', 'not_in_channel', 'access_denied', 'team_not_found']);

/** Who reads which channel. Everybody of the workspace reads its public channels; guests only those they are in. */
export function createSight({
  clients: { read },
  identities,
  people,
  pace,
}: {
  clients: Pick<Clients, 'read'>;
  identities: Identities;
  people: Pick<People, 'reach'>;
  pace: Pick<Pace, 'isUrgent'>;
}): Pick<ChatAdapter, 'canSee'> & { forget(): void } {
  const memo = createMemo(REMEMBERED);
  const recent: Recent = (key, ask) => memo(key, pace.isUrgent() ? FRESH_FOR_CLICKS_MS : FRESH_MS, ask);
  return {
    forget: () => memo.forget(),
    canSee: async (workspaceId, channelId, userId) => {
      await identities.check(workspaceId);
      // Nobody reads somebody else's direct messages, and the app may not even ask about its own.
      if (!/^[CG][A-Z0-9]+$/.test(channelId)) return false;
      const isPublic = await hiddenIsNull(() => recent(channelId, () => isPublicChannel(read, channelId)));
      if (isPublic === null) return false;
      const reach = await people.reach(userId);
      if (reach === 'none') return false;
      if (isPublic && reach === 'all') return true;
      return (await hiddenIsNull(() => isIn(read, recent, channelId, userId))) === true;
    },
  };
}

/** What was answered under this key a moment ago, or what is answered now. */
type Recent = <T>(key: string, ask: () => Promise<T>) => Promise<T>;

async function isPublicChannel(read: Clients['read'], channel: string): Promise<boolean> {
  const found = (await read.conversations.info({ channel })).channel;
  return found?.is_channel === true && found.is_private !== true;
}

async function isIn(
  read: Clients['read'],
  recent: Recent,
  channel: string,
  userId: string,
): Promise<boolean> {
  let cursor: string | undefined;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const page = await recent(`${channel} ${cursor ?? ''}`, () => pageOf(read, channel, cursor));
    if (page.members.has(userId)) return true;
    cursor = page.next;
    if (!cursor) break;
  }
  return false;
}

async function pageOf(read: Clients['read'], channel: string, cursor: string | undefined) {
  const page = await read.conversations.members({ channel, limit: PAGE, ...(cursor && { cursor }) });
  return { members: new Set(page.members), next: page.response_metadata?.next_cursor };
}

async function hiddenIsNull<T>(look: () => Promise<T>): Promise<T | null> {
  return asking('read', async () => {
    try {
      return await look();
    } catch (error) {
      if (HIDDEN.has(slackCode(error) ?? '')) return null;
      throw error;
    }
  });
}
