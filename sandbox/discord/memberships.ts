import type { Membership } from '../membership.ts';
import type { SandboxPlatform } from '../platform.ts';
import { INTENT, type Events } from './events.ts';
import type { Faults } from './faults.ts';
import { roles } from './permissions.ts';
import type { Json } from './types.ts';
import { fullMemberWire, userWire } from './wire.ts';
import type { World } from './world.ts';

type Memberships = Pick<SandboxPlatform, 'belong' | 'renameGroup' | 'removeGroup' | 'leave'>;

/** What admins do with roles and members, told as Discord tells it. https://docs.discord.com/developers/events/gateway-events#guild-member-update */
export function createMemberships(
  world: World,
  membership: Membership,
  { events, faults, changed }: { events: Events; faults: Faults; changed: () => void },
): Memberships {
  const { seed } = world;
  const tell = (name: string, intent: number, data: () => Json) =>
    events.emit({ name, intent, channel: null, byBot: false, data });
  const memberUpdated = (person: string) =>
    tell('GUILD_MEMBER_UPDATE', INTENT.guildMembers, () => ({
      ...fullMemberWire(world, person),
      guild_id: seed.id,
    }));
  return {
    belong: (input) => {
      if (!membership.belong(input)) return;
      memberUpdated(input.person);
      changed();
    },
    renameGroup: ({ group, name }) => {
      membership.rename(group, name);
      const role = roles(seed, faults.missingScopes()).find((each) => each['id'] === group);
      tell('GUILD_ROLE_UPDATE', INTENT.guilds, () => ({ guild_id: seed.id, role }));
      changed();
    },
    removeGroup: ({ group }) => {
      const { members } = membership.remove(group);
      tell('GUILD_ROLE_DELETE', INTENT.guilds, () => ({ guild_id: seed.id, role_id: group }));
      for (const person of members) memberUpdated(person);
      changed();
    },
    leave: ({ person }) => {
      membership.leave(person);
      tell('GUILD_MEMBER_REMOVE', INTENT.guildMembers, () => ({
        guild_id: seed.id,
        user: userWire(world, person),
      }));
      changed();
    },
  };
}
