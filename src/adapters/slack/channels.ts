import type { ConversationsInfoResponse } from '@slack/web-api';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { ChannelInfo } from '../../chat/message.ts';
import { storable } from '../../chat/text.ts';
import type { Clients } from './clients.ts';
import { asking } from './errors.ts';
import type { Identities } from './identity.ts';

type Native = Pick<
  NonNullable<ConversationsInfoResponse['channel']>,
  'id' | 'name' | 'is_private' | 'is_im' | 'is_mpim' | 'is_ext_shared'
>;

/** Most channels Slack gives at once. */
const PAGE = 1_000;

/** Which channels there are. */
export function createChannels(deps: {
  clients: Clients;
  identities: Identities;
}): Pick<ChatAdapter, 'fetchChannel' | 'fetchChannels'> {
  const { read } = deps.clients;
  return {
    fetchChannel: async (workspaceId, channelId) => {
      await deps.identities.check(workspaceId);
      const { channel } = await asking('read', () => read.conversations.info({ channel: channelId }));
      return { ...infoOf(channel ?? {}), channelId };
    },
    fetchChannels: async (workspaceId) => {
      await deps.identities.check(workspaceId);
      const found: ChannelInfo[] = [];
      let cursor: string | undefined;
      do {
        const query = { types: 'public_channel,private_channel', exclude_archived: true, limit: PAGE };
        const page = await asking('read', () =>
          read.conversations.list({ ...query, ...(cursor && { cursor }) }),
        );
        found.push(...(page.channels ?? []).filter((channel) => channel.is_member).map(infoOf));
        cursor = page.response_metadata?.next_cursor;
      } while (cursor);
      return found;
    },
  };
}

/** Direct messages have no name, and only those in them read them. */
function infoOf(native: Native): ChannelInfo {
  const { id = '', name = '', is_private: closed, is_im: im, is_mpim: group, is_ext_shared: shared } = native;
  return {
    channelId: id,
    name: storable(name),
    isPrivate: closed === true || im === true || group === true,
    ...(shared && { isShared: true as const }),
  };
}
