import { ChannelType, Routes, type APIChannel } from 'discord.js';
import { storable } from '../../chat/text.ts';
import { TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';

/** Channels and roles remembered at most; the oldest are forgotten and looked up again. */
const REMEMBERED = 20_000;

/** What has to be known about a channel to place a message. */
export interface KnownChannel {
  id: string;
  type: ChannelType;
  /** Null for a direct message. */
  guildId: string | null;
  /** The channel a thread belongs to, or a channel's category. */
  parentId: string | null;
  name: string;
  /** Who a direct message is with. */
  personId: string | null;
}

export interface Channels {
  /** From the gateway, so that most messages need no look-up. */
  learn: (channel: Partial<APIChannel> & { id: string; type: ChannelType }, guildId?: string) => KnownChannel;
  learnRole: (roleId: string, name: string) => void;
  forget: (channelId: string) => void;
  known: (channelId: string) => KnownChannel | null;
  roleName: (roleId: string) => string | null;
  /** @param withPerson of a direct message, who it is with. @throws {AppError} as a reading call does */
  find: (channelId: string, withPerson?: boolean) => Promise<KnownChannel>;
  /** Like `find`, and refuses a channel of another server: a link or id from a person must not open a foreign one. */
  findIn: (guildId: string, channelId: string) => Promise<KnownChannel>;
}

const THREADS = new Set<ChannelType>([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);
const FORUMS = new Set<ChannelType>([ChannelType.GuildForum, ChannelType.GuildMedia]);

export const isThread = (channel: { type: ChannelType }): boolean => THREADS.has(channel.type);
export const isForum = (channel: { type: ChannelType }): boolean => FORUMS.has(channel.type);
export const isDirect = (channel: { type: ChannelType }): boolean =>
  channel.type === ChannelType.DM || channel.type === ChannelType.GroupDM;

export function createChannels(api: Api): Channels {
  const channels = new Map<string, KnownChannel>();
  const roles = new Map<string, string>();

  const learn: Channels['learn'] = (raw, guildId) => {
    const { id, type } = raw;
    const channel: KnownChannel = {
      id,
      type,
      guildId: guildId ?? (('guild_id' in raw && raw.guild_id) || null),
      parentId: ('parent_id' in raw && raw.parent_id) || null,
      name: storable(raw.name ?? ''),
      personId: ('recipients' in raw && raw.recipients?.[0]?.id) || null,
    };
    remember(channels, id, channel);
    return channel;
  };
  const find: Channels['find'] = async (channelId, withPerson = false) => {
    const known = channels.get(channelId);
    if (known && !(withPerson && known.personId === null)) return known;
    return learn(
      await api.get<APIChannel>({ route: Routes.channel(channelId), where: `channel ${channelId}` }),
    );
  };

  return {
    learn,
    learnRole: (roleId, name) => remember(roles, roleId, name),
    forget: (channelId) => void channels.delete(channelId),
    known: (channelId) => channels.get(channelId) ?? null,
    roleName: (roleId) => roles.get(roleId) ?? null,
    find,
    findIn: async (guildId, channelId) => {
      const channel = await find(channelId);
      if (channel.guildId !== null && channel.guildId !== guildId)
        throw new TargetGone('Discord', 'other_server', null);
      return channel;
    },
  };
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= REMEMBERED) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
