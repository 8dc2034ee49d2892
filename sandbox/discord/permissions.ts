import type { Seed } from '../seed.ts';
import type { Json } from './types.ts';

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const PERMISSION = {
  ADMINISTRATOR: 1n << 3n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_EXTERNAL_EMOJIS: 1n << 18n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const;

export type Permission = keyof typeof PERMISSION;

const P = PERMISSION;

/** What everybody on the server may do. */
const EVERYONE =
  P.ADD_REACTIONS |
  P.VIEW_CHANNEL |
  P.SEND_MESSAGES |
  P.EMBED_LINKS |
  P.ATTACH_FILES |
  P.READ_MESSAGE_HISTORY |
  P.USE_APPLICATION_COMMANDS |
  P.CREATE_PUBLIC_THREADS |
  P.SEND_MESSAGES_IN_THREADS;

/** What the app was invited with. It may mention everyone, so that a text that should not becomes seen. */
const BOT = EVERYONE | P.MENTION_EVERYONE | P.USE_EXTERNAL_EMOJIS | P.MANAGE_MESSAGES | P.MANAGE_THREADS;

/** Every bit there is, for the owner of the server. */
const ALL = (1n << 53n) - 1n;

/** Id of the role that came with the app: one above the app's own id, like no other id of the seed. */
export const botRoleId = (seed: Seed): string => String(BigInt(seed.bot.id) + 9_000n);

/** The last person in the seed owns the server. */
export const ownerId = (seed: Seed): string => seed.people.at(-1)?.id ?? seed.bot.id;

/** @param missing permissions taken away from the app by a fault. */
export function roles(seed: Seed, missing: ReadonlySet<string>): Json[] {
  const taken = bits(missing);
  const role = (id: string, name: string, position: number, permissions: bigint, managed: boolean): Json => ({
    id,
    name,
    position,
    permissions: String(permissions & ~taken),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed,
    mentionable: id !== seed.id && !managed,
    flags: 0,
    ...(managed ? { tags: { bot_id: seed.bot.id } } : {}),
  });
  return [
    role(seed.id, '@everyone', 0, EVERYONE, false),
    ...seed.groups.map((group, index) => role(group.id, group.name, index + 1, EVERYONE, false)),
    role(botRoleId(seed), seed.bot.name, seed.groups.length + 1, BOT, true),
  ];
}

/** What `userId` may do where they can see; seeing is a matter of the channel's members. */
export function basePermissions(seed: Seed, userId: string, missing: ReadonlySet<string>): bigint {
  if (userId === ownerId(seed)) return ALL;
  return userId === seed.bot.id ? BOT & ~bits(missing) : EVERYONE;
}

/** Overwrites that say the same as the list of members. */
export function overwrites(
  seed: Seed,
  channel: { isPrivate: boolean; members: 'everyone' | string[] },
): Json[] {
  const { members } = channel;
  if (members === 'everyone') return [];
  const view = String(P.VIEW_CHANNEL);
  if (channel.isPrivate) {
    const seen = members.map((id) => ({ id, type: 1, allow: view, deny: '0' }));
    return [{ id: seed.id, type: 0, allow: '0', deny: view }, ...seen];
  }
  const others = [seed.bot, ...seed.people].filter(({ id }) => !members.includes(id));
  return others.map(({ id }) => ({ id, type: 1, allow: '0', deny: view }));
}

function bits(names: ReadonlySet<string>): bigint {
  return [...names].reduce((sum, name) => sum | (PERMISSION[name as Permission] ?? 0n), 0n);
}
