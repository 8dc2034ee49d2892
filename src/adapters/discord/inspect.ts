import {
  type ChannelType,
  OverwriteType,
  PermissionFlagsBits,
  Routes,
  type APIGuild,
  type APIGuildMember,
} from 'discord.js';
import type { Around, ChannelUse, Inspector, Trouble } from '../../chat/inspector.ts';
import { faultOf } from '../../chat/inspector.ts';
import { nativeId, type WorkspaceId } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import { AppError } from '../../errors.ts';
import { createApi, DISCORD_API, type Api } from './api.ts';
import { textsIn } from '../../texts/index.ts';
import { CODE, discordCode, howToGrant } from './errors.ts';
import type { DiscordOptions } from './index.ts';
import { lookAtApp } from './inspect-app.ts';
import { bitOf, type Permission } from './invite.ts';
import { fetchRoles, mayView, permissionsIn, type Guarded } from './permissions.ts';
import { displayName } from './text.ts';
import { TALKED_IN } from './talked-in.ts';

const english = textsIn('en');

/** What the bot has to be allowed in a channel it uses so; what it can do without is said of `ATTACH_FILES` alone. */
const NEEDED: Readonly<Record<ChannelUse, readonly Permission[]>> = {
  internal: ['VIEW_CHANNEL', 'SEND_MESSAGES', 'EMBED_LINKS', 'ATTACH_FILES', 'READ_MESSAGE_HISTORY'],
  helpers: ['VIEW_CHANNEL', 'SEND_MESSAGES', 'SEND_MESSAGES_IN_THREADS', 'READ_MESSAGE_HISTORY'],
  watched: [
    'VIEW_CHANNEL',
    'READ_MESSAGE_HISTORY',
    'ADD_REACTIONS',
    'CREATE_PUBLIC_THREADS',
    'SEND_MESSAGES_IN_THREADS',
  ],
};

/** Looks at a Discord application and the channels it is used in. */
export function createDiscordInspector({ token, apiUrl = DISCORD_API }: DiscordOptions): Inspector {
  const api = createApi(token, apiUrl);
  return {
    platform: 'discord',
    lookAtApp: () => lookAtApp(api),
    lookAtChannel: (workspaceId, channelId, use) => lookAtChannel(api, nativeId(workspaceId), channelId, use),
    around: (workspaceId, channelId) => around(api, workspaceId, channelId),
  };
}

async function lookAtChannel(
  api: Api,
  guildId: string,
  channelId: string,
  use: ChannelUse,
): Promise<Trouble[]> {
  try {
    const channel = await api.get<Guarded & { name?: string | null }>({
      route: Routes.channel(channelId),
      where: `channel ${channelId}`,
    });
    if (channel.guild_id !== guildId) return [fault(elsewhere(channelId, guildId))];
    const where = `server ${guildId}`;
    const [self, roles] = [await api.self(), await fetchRoles({ get: api.recent }, guildId)];
    const me = await api.recent<APIGuildMember>({ route: Routes.guildMember(guildId, self), where });
    return channelTroubles(
      { channelId, name: storable(channel.name ?? ''), type: channel.type },
      {
        bot: permissionsIn(channel, guildId, roles, { userId: self, roles: me.roles }),
        everyone: permissionsIn(channel, guildId, roles, null),
      },
      use,
    );
  } catch (error) {
    return [discordCode(error) === CODE.unknownChannel ? fault(unknown(channelId)) : faultOf(error)];
  }
}

const fault = (message: string): Trouble => ({ level: 'fault', message });
const unknown = (channelId: string) =>
  `Discord: there is no channel ${channelId}; correct the id (right-click the channel → Copy Channel ID, with User Settings → Advanced → Developer Mode switched on)`;
const elsewhere = (channelId: string, guildId: string) =>
  `Discord: channel ${channelId} is not one of server ${guildId}; name a channel of that server`;

/** What keeps a channel, with what may be done in it, from being used so. */
export function channelTroubles(
  { channelId, name, type }: { channelId: string; name: string; type: ChannelType },
  may: { bot: bigint; everyone: bigint },
  use: ChannelUse,
): Trouble[] {
  const called = name === '' ? `channel ${channelId}` : `#${name}`;
  if (!TALKED_IN.has(type))
    return [fault(`Discord: ${called} is no channel people write in; name a text channel`)];
  const missing = NEEDED[use].filter((permission) => (may.bot & bitOf(permission)) === 0n);
  const [hard, soft] = [
    missing.filter((permission) => permission !== 'ATTACH_FILES'),
    missing.filter((permission) => permission === 'ATTACH_FILES'),
  ];
  const isPrivate = !mayView(may.everyone);
  return [
    ...(hard.length > 0 ? [fault(`Discord: ${howToGrant(hard, called)(english)}`)] : []),
    ...(soft.length > 0
      ? [{ level: 'note', message: `Discord: ${howToGrant(soft, called)(english)}` } as const]
      : []),
    ...(use === 'internal' && !isPrivate
      ? [
          fault(
            `Discord: ${called} is public, and internal cards would be read by everybody; open Edit Channel → Permissions, take "View Channel" from @everyone and give it to the bot's role, or name a private channel`,
          ),
        ]
      : []),
    ...(use === 'helpers' && isPrivate
      ? [fault(`Discord: ${called} is private, so the community cannot help there; name a public channel`)]
      : []),
  ];
}

/** Who is let into the channel by name, the owner of the server behind them; and the roles that see it, else all there are. */
async function around(api: Api, workspaceId: WorkspaceId, channelId: string): Promise<Around> {
  const guildId = nativeId(workspaceId);
  const where = `server ${guildId}`;
  const [channel, roles, guild, self] = [
    await api.get<Guarded>({ route: Routes.channel(channelId), where: `channel ${channelId}` }),
    await fetchRoles(api, guildId),
    await api.get<Pick<APIGuild, 'owner_id'>>({ route: Routes.guild(guildId), where }),
    await api.self(),
  ];
  const letIn = (channel.permission_overwrites ?? []).filter(
    ({ allow }) => (BigInt(allow) & PermissionFlagsBits.ViewChannel) !== 0n,
  );
  const ids = letIn
    .filter(({ type, id }) => type === OverwriteType.Member && id !== self)
    .map(({ id }) => id);
  const people = await Promise.all(
    [...new Set([...ids, guild.owner_id])].map(async (userId) => nameOf(api, guildId, userId)),
  );
  const open = new Set(letIn.filter(({ type }) => type === OverwriteType.Role).map(({ id }) => id));
  return {
    people: people.flatMap((person) => person ?? []),
    groups: roles
      .filter(({ id, managed }) => id !== guildId && !managed && open.has(id))
      .map(({ id, name }) => ({ groupId: id, name: storable(name), members: null, people: null })),
  };
}

async function nameOf(
  api: Api,
  guildId: string,
  userId: string,
): Promise<{ userId: string; name: string } | null> {
  try {
    const member = await api.get<APIGuildMember>({
      route: Routes.guildMember(guildId, userId),
      where: `server ${guildId}`,
    });
    return member.user.bot ? null : { userId, name: displayName(member.user, member) };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
