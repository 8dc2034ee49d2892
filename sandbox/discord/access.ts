import type { Faults } from './faults.ts';
import { PERMISSION, type Permission } from './permissions.ts';
import { ApiRefusal, invalidField } from './refusal.ts';
import type { Channel, StoredMessage } from './types.ts';
import { permissionsIn } from './wire.ts';
import type { World } from './world.ts';

/** What the app may reach and do, refused with Discord's codes. */
export interface Access {
  missing(): ReadonlySet<string>;
  /** @throws {ApiRefusal} 10003, 50001, or 50035 for what is not an id. */
  channel(id: string | undefined): Channel;
  may(channel: Channel, permission: Permission): boolean;
  /** @throws {ApiRefusal} 50013 */
  require(channel: Channel, ...permissions: Permission[]): void;
  /** @throws {ApiRefusal} 10008, also for ephemerals: they are reached by their interaction only. */
  message(channel: Channel, id: string | undefined): StoredMessage;
  /** @throws {ApiRefusal} 50083 */
  requireActive(channel: Channel): void;
}

export function createAccess(world: World, faults: Faults): Access {
  const bot = world.seed.bot.id;
  const bits = (channel: Channel) => permissionsIn(world, bot, channel, faults.missingScopes());
  const access: Access = {
    missing: () => faults.missingScopes(),
    channel(id) {
      const channel = world.channel(snowflake('channel_id', id));
      if (!channel) throw new ApiRefusal(10003);
      if (!world.canView(bot, channel) || !access.may(channel, 'VIEW_CHANNEL')) throw new ApiRefusal(50001);
      return channel;
    },
    may: (channel, permission) => channel.type === 1 || (bits(channel) & PERMISSION[permission]) !== 0n,
    require(channel, ...permissions) {
      if (!permissions.every((permission) => access.may(channel, permission))) throw new ApiRefusal(50013);
    },
    message(channel, id) {
      const message = world.messages.get(snowflake('message_id', id));
      if (!message || message.channel !== channel.id || message.ephemeralFor) throw new ApiRefusal(10008);
      return message;
    },
    requireActive({ stored }) {
      if (stored?.type === 11 && world.isArchived(stored)) throw new ApiRefusal(50083);
    },
  };
  return access;
}

/** @throws {ApiRefusal} 50035 when it is not a decimal id. */
export function snowflake(name: string, value: unknown): string {
  if (typeof value === 'string' && /^\d{1,20}$/.test(value)) return value;
  throw invalidField([name], 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`);
}
