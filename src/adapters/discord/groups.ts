import { Routes, type APIRole } from 'discord.js';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Group } from '../../chat/group.ts';
import { nativeId } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import { PermissionMissing, PlatformRefused, TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';
import type { Communities } from './communities.ts';

/** Roles of a server, and how many have each. @everyone is none that anything hangs on. */
export function createGroups({
  api,
  communities,
}: {
  api: Pick<Api, 'get'>;
  communities: Pick<Communities, 'forget'>;
}): Pick<ChatAdapter, 'fetchGroups' | 'forgetRoles'> {
  return {
    fetchGroups: async (workspaceId) => {
      const guildId = nativeId(workspaceId);
      const where = `server ${guildId}`;
      const [roles, counts] = await Promise.all([
        api.get<APIRole[]>({ route: Routes.guildRoles(guildId), where }),
        countsOf(api, guildId),
      ]);
      return roles
        .filter(({ id }) => id !== guildId)
        .map(({ id, name }): Group => ({
          groupId: id,
          name: storable(name),
          members: counts?.[id] ?? null,
          people: null,
        }));
    },
    forgetRoles: ({ workspaceId, people }) => communities.forget(nativeId(workspaceId), people),
  };
}

/** https://docs.discord.com/developers/resources/guild#get-guild-role-member-counts. Null where Discord does not tell it. */
async function countsOf(api: Pick<Api, 'get'>, guildId: string): Promise<Record<string, number> | null> {
  try {
    return await api.get<Record<string, number>>({
      route: `${Routes.guildRoles(guildId)}/member-counts`,
      where: `server ${guildId}`,
    });
  } catch (error) {
    if (error instanceof PermissionMissing || error instanceof PlatformRefused || error instanceof TargetGone)
      return null;
    throw error;
  }
}
