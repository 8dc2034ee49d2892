import { ChannelType, Routes, type APIChannel, type APIGuildMember } from 'discord.js';
import type { ChatAdapter } from '../../chat/adapter.ts';
import { nativeId } from '../../chat/ref.ts';
import { PermissionMissing, PlatformRefused, TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';
import { isDirect, isThread } from './channels.ts';
import type { Communities } from './communities.ts';
import { fetchRoles, mayView, permissionsIn, type Guarded } from './permissions.ts';
import { fetchGuarded } from './reading.ts';

type Fetched = APIChannel & Guarded;

type Asking = Pick<Api, 'get'>;

interface Parts {
  api: Pick<Api, 'recent'>;
  communities: Communities;
}

/**
 * Who reads which channel, by roles and the overwrites of channels. The owner of a server reads everything.
 * A message may mention many people: what was asked for one of them holds for the next.
 */
export function createSight({ api: { recent }, communities }: Parts): Pick<ChatAdapter, 'canSee'> {
  const api: Asking = { get: recent };
  return {
    canSee: async (workspaceId, channelId, userId) => {
      const guildId = nativeId(workspaceId);
      const [place, member] = await Promise.all([
        placeOf(api, guildId, channelId),
        hiddenIsNull(communities.member(guildId, userId)),
      ]);
      if (!place || !member) return false;
      if (!(await reads(api, place.channel, guildId, userId, member))) return false;
      return place.privateThread === null || isInThread(api, place.privateThread, userId);
    },
  };
}

/** The channel whose rights decide, and the private thread in it, if it is about one. Null: none of this server's. */
async function placeOf(
  api: Asking,
  guildId: string,
  channelId: string,
): Promise<{ channel: Guarded; privateThread: string | null } | null> {
  // The list has channels in it that the bot itself cannot see, but no threads.
  const all = await api.get<Guarded[]>({
    route: Routes.guildChannels(guildId),
    where: `server ${guildId}`,
  });
  const listed = (id: string | null | undefined) => all.find((each) => each.id === id);
  const channel = listed(channelId);
  if (channel) return { channel, privateThread: null };
  const found: Fetched | null = await hiddenIsNull(fetchGuarded(api, channelId));
  if (!found || isDirect(found) || !isThread(found) || !('parent_id' in found)) return null;
  const parent = listed(found.parent_id);
  if (!parent) return null;
  return { channel: parent, privateThread: found.type === ChannelType.PrivateThread ? channelId : null };
}

async function reads(
  api: Asking,
  channel: Guarded,
  guildId: string,
  userId: string,
  { roles: held }: Pick<APIGuildMember, 'roles'>,
): Promise<boolean> {
  const roles = await fetchRoles(api, guildId);
  if (mayView(permissionsIn(channel, guildId, roles, { userId, roles: held }))) return true;
  const { owner_id: owner } = await api.get<{ owner_id: string }>({
    route: Routes.guild(guildId),
    where: `server ${guildId}`,
  });
  return owner === userId;
}

/** Those who may manage threads see private ones too; of them it is not known here, and they are refused. */
async function isInThread(api: Asking, threadId: string, userId: string): Promise<boolean> {
  const route = Routes.threadMembers(threadId, userId);
  return (await hiddenIsNull(api.get({ route, where: `thread ${threadId}` }))) !== null;
}

/** Null for what does not exist, or is not shown to the bot. */
async function hiddenIsNull<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof TargetGone || error instanceof PermissionMissing || error instanceof PlatformRefused)
      return null;
    throw error;
  }
}
