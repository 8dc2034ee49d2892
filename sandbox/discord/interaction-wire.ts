import { messageWire, type Reader } from './message-wire.ts';
import { PERMISSION } from './permissions.ts';
import type { Json, StoredInteraction } from './types.ts';
import { channelWire, fullMemberWire, memberWire, permissionsIn, userWire } from './wire.ts';
import type { World } from './world.ts';

/** Largest file (bytes) that may be sent in answer. */
const ATTACHMENT_MAX = 10 * 1_024 * 1_024;

/** INTERACTION_CREATE. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function interactionWire(
  world: World,
  interaction: StoredInteraction,
  data: Json,
  missing: ReadonlySet<string>,
  reader: Reader,
): Json {
  const channel = world.channel(interaction.channel)!;
  const { seed } = world;
  const direct = channel.type === 1;
  const locale = seed.people.find(({ id }) => id === interaction.person)?.locale ?? 'en-US';
  const permissions = String(permissionsIn(world, interaction.person, channel, missing));
  // The app hears of commands in channels it cannot see; what it may do there is then little.
  const appPermissions = String(
    permissionsIn(world, seed.bot.id, channel, missing) | PERMISSION.EMBED_LINKS | PERMISSION.ATTACH_FILES,
  );
  const source = interaction.source === null ? undefined : world.messages.get(interaction.source);
  return {
    id: interaction.id,
    application_id: seed.bot.appId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...channelWire(world, channel), ...(direct ? {} : { permissions }) },
    locale,
    app_permissions: appPermissions,
    entitlements: [],
    authorizing_integration_owners: { '0': direct ? '0' : seed.id },
    context: direct ? 1 : 0,
    attachment_size_limit: ATTACHMENT_MAX,
    ...(direct
      ? { user: userWire(world, interaction.person) }
      : {
          guild_id: seed.id,
          guild: { id: seed.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: { ...fullMemberWire(world, interaction.person), permissions },
        }),
    ...(source ? { message: messageWire(world, source, reader) } : {}),
  };
}

/** People as commands and selects carry them. */
export function resolvedPeople(world: World, ids: string[], inGuild: boolean): Json {
  const users = Object.fromEntries(ids.map((id) => [id, userWire(world, id)]));
  const members = Object.fromEntries(ids.map((id) => [id, { ...memberWire(world, id), permissions: '0' }]));
  return inGuild ? { users, members } : { users };
}
