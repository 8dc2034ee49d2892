import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Clients } from './clients.ts';
import { asking, slackCode } from './errors.ts';
import type { Identities } from './identity.ts';
import type { People } from './people.ts';

/** Most members Slack gives at once. */
const PAGE = 1_000;
/** Members of a private channel larger than this many pages are looked for no further: it is not one where secrets are kept. */
const PAGES_MAX = 20;

/** What Slack says of a channel that is none, another workspace's, or private without the bot. */
const HIDDEN = new Set(['channel_not_found', 'not_in_channel', 'access_denied', 'team_not_found']);

/** Who reads which channel. Everybody of the workspace reads its public channels; guests only those they are in. */
export function createSight({
  clients,
  identities,
  people,
}: {
  clients: Clients;
  identities: Identities;
  people: People;
}): Pick<ChatAdapter, 'canSee'> {
  return {
    canSee: async (workspaceId, channelId, userId) => {
      await identities.check(workspaceId);
      // Nobody reads somebody else's direct messages, and the app may not even ask about its own.
      if (!/^[CG][A-Z0-9]+$/.test(channelId)) return false;
      const isPublic = await hiddenIsNull(() => isPublicChannel(clients, channelId));
      if (isPublic === null) return false;
      const reach = await people.reach(userId);
      if (reach === 'none') return false;
      if (isPublic && reach === 'all') return true;
      return (await hiddenIsNull(() => isIn(clients, channelId, userId))) === true;
    },
  };
}

async function isPublicChannel({ ask }: Clients, channel: string): Promise<boolean> {
  const found = (await ask.conversations.info({ channel })).channel;
  return found?.is_channel === true && found.is_private !== true;
}

async function isIn({ ask }: Clients, channel: string, userId: string): Promise<boolean> {
  let cursor: string | undefined;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const page = await ask.conversations.members({ channel, limit: PAGE, ...(cursor && { cursor }) });
    if (page.members?.includes(userId)) return true;
    cursor = page.response_metadata?.next_cursor;
    if (!cursor) break;
  }
  return false;
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
