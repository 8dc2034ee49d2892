import { ChannelType, MessageType, Routes, type APIChannel, type APIMessage } from 'discord.js';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { MessageSnapshot } from '../../chat/message.ts';
import { nativeId, type MessageRef, type ThreadRoot } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import { TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';
import { isDirect, isThread, type Channels } from './channels.ts';
import type { Communities } from './communities.ts';
import type { MessageReader } from './message-reader.ts';
import { fetchRoles, mayView, permissionsIn, type Guarded } from './permissions.ts';
import { isWritten, toSnapshot } from './snapshot.ts';
import { displayName } from './text.ts';
import { TALKED_IN } from './talked-in.ts';

/** Messages Discord returns at most. */
const PAGE = 100;

export type Reading = Pick<
  ChatAdapter,
  'fetchMessage' | 'fetchContext' | 'fetchPerson' | 'fetchChannel' | 'fetchChannels'
>;

export interface ReadingParts {
  api: Api;
  channels: Channels;
  communities: Communities;
  reader: MessageReader;
}

export function createReading(parts: ReadingParts): Reading {
  const { api, communities } = parts;
  return {
    fetchMessage: (ref) => fetchMessage(parts, ref),
    fetchContext: ({ ref, threadRoot }, limit) => fetchContext(parts, ref, threadRoot ?? null, limit),
    fetchPerson: async (workspaceId, userId) => {
      const member = await communities.member(nativeId(workspaceId), userId);
      const user = member?.user ?? (await communities.user(userId));
      const [name, isBot, groups] = [displayName(user, member), user.bot === true, member?.roles ?? []];
      const isMember = member !== null;
      return { workspaceId, userId, name, isBot, isMember, groups, timeZone: null, locale: null };
    },
    fetchChannel: async (workspaceId, channelId) => {
      const guildId = nativeId(workspaceId);
      const channel = await fetchGuarded(api, channelId);
      parts.channels.learn(channel);
      if (isDirect(channel)) return { channelId, name: nameOf(channel), isPrivate: true };
      if (channel.guild_id !== guildId) throw new TargetGone('Discord', 'other_server', null);
      return { channelId, name: nameOf(channel), isPrivate: await isPrivate(api, channel, guildId) };
    },
    fetchChannels: (workspaceId) => fetchChannels(api, nativeId(workspaceId)),
  };
}

async function fetchMessage(
  { api, channels, reader }: ReadingParts,
  ref: MessageRef,
): Promise<MessageSnapshot> {
  const { workspaceId, channelId, messageId } = ref;
  const channel = await channels.findIn(nativeId(workspaceId), channelId);
  const message = await api.get<APIMessage>({
    route: Routes.channelMessage(channelId, messageId),
    needs: ['READ_MESSAGE_HISTORY'],
    where: `channel ${channelId}`,
  });
  return toSnapshot(await reader.source(message, { workspaceId, channel }));
}

async function fetchContext(
  parts: ReadingParts,
  ref: MessageRef,
  threadRoot: ThreadRoot | null,
  limit: number,
): Promise<MessageSnapshot[]> {
  if (limit <= 0) return [];
  const found = await before(parts, ref, limit);
  // A thread's first message stands in the channel above; in a forum it is in the thread itself and found already.
  const rootIsThere = [ref, ...found.map((one) => one.ref)].some(
    ({ messageId }) => messageId === threadRoot?.messageId,
  );
  if (!threadRoot || rootIsThere) return found;
  const root = await fetchMessage(parts, { workspaceId: ref.workspaceId, ...threadRoot }).catch(goneIsNull);
  return root ? [root, ...found.slice(found.length < limit ? 0 : 1)] : found;
}

async function before(
  { api, channels, reader }: ReadingParts,
  ref: MessageRef,
  limit: number,
): Promise<MessageSnapshot[]> {
  const { workspaceId, channelId, messageId } = ref;
  const channel = await channels.findIn(nativeId(workspaceId), channelId);
  const messages = await api.get<APIMessage[]>({
    route: Routes.channelMessages(channelId),
    query: { before: messageId, limit: Math.min(PAGE, limit + 1) },
    needs: ['READ_MESSAGE_HISTORY'],
    where: `channel ${channelId}`,
  });
  const written = messages.filter((one) => isWritten(one) && one.type !== MessageType.ThreadStarterMessage);
  const sources = await Promise.all(
    written.map((message) => reader.source(message, { workspaceId, channel })),
  );
  return sources.slice(0, limit).map(toSnapshot).toReversed();
}

function goneIsNull(error: unknown): null {
  if (error instanceof TargetGone) return null;
  throw error;
}

/** Those the bot can see; what was written in them before it came takes a permission more. */
async function fetchChannels(api: Api, guildId: string): ReturnType<ChatAdapter['fetchChannels']> {
  const where = `server ${guildId}`;
  const userId = await api.self();
  const [all, roles, me] = await Promise.all([
    api.get<Fetched[]>({ route: Routes.guildChannels(guildId), where }),
    fetchRoles(api, guildId),
    api.get<{ roles: string[] }>({ route: Routes.guildMember(guildId, userId), where }),
  ]);
  const readable = all.filter((channel) => {
    const permissions = permissionsIn(channel, guildId, roles, { userId, roles: me.roles });
    return TALKED_IN.has(channel.type) && mayView(permissions);
  });
  return readable.map((channel) => {
    const isOpen = mayView(permissionsIn(channel, guildId, roles, null));
    return { channelId: channel.id, name: nameOf(channel), isPrivate: !isOpen };
  });
}

type Fetched = APIChannel & Guarded;

/** A channel as it is now, with its overwrites. */
export function fetchGuarded(api: Pick<Api, 'get'>, channelId: string): Promise<Fetched> {
  return api.get<Fetched>({ route: Routes.channel(channelId), where: `channel ${channelId}` });
}

/** Private is what @everyone cannot see. Read anew each time: internal words may go there. */
async function isPrivate(api: Api, channel: Fetched, guildId: string): Promise<boolean> {
  if (channel.type === ChannelType.PrivateThread) return true;
  const parentId = isThread(channel) && 'parent_id' in channel ? channel.parent_id : null;
  const [guarded, roles] = await Promise.all([
    parentId ? fetchGuarded(api, parentId) : channel,
    fetchRoles(api, guildId),
  ]);
  return !mayView(permissionsIn(guarded, guildId, roles, null));
}

function nameOf(channel: Fetched): string {
  if ('recipients' in channel) return (channel.recipients ?? []).map((user) => displayName(user)).join(', ');
  return storable(channel.name ?? '');
}
