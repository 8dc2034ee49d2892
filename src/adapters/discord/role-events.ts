import type {
  GatewayGuildMemberRemoveDispatchData,
  GatewayGuildMemberUpdateDispatchData,
  GatewayGuildRoleDeleteDispatchData,
} from 'discord.js';

/** Members whose roles are remembered at most. */
const REMEMBERED = 20_000;

/** Told of a server and the people whose roles may be others now; null: anybody's. */
type Changed = (guildId: string, people: readonly string[] | null) => Promise<boolean>;

/**
 * What Discord tells of roles. Members only where the app has the Server Members Intent: with every other change of a member, so
 * what leaves their roles as they were is no news.
 */
export function createRoleEvents(changed: Changed) {
  const known = new Map<string, string>();
  const remember = (key: string, roles: string) => {
    known.delete(key);
    known.set(key, roles);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  };
  return {
    GUILD_ROLE_UPDATE: ({ guild_id: guildId }: { guild_id: string }) => changed(guildId, null),
    GUILD_ROLE_DELETE: ({ guild_id: guildId }: GatewayGuildRoleDeleteDispatchData) => changed(guildId, null),
    GUILD_MEMBER_UPDATE: (data: GatewayGuildMemberUpdateDispatchData) => {
      const key = `${data.guild_id} ${data.user.id}`;
      const roles = data.roles.toSorted().join(' ');
      if (known.get(key) === roles) return undefined;
      remember(key, roles);
      return changed(data.guild_id, [data.user.id]);
    },
    GUILD_MEMBER_REMOVE: (data: GatewayGuildMemberRemoveDispatchData) => {
      known.delete(`${data.guild_id} ${data.user.id}`);
      return changed(data.guild_id, [data.user.id]);
    },
  };
}
