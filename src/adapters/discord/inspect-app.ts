import { ApplicationFlags, Routes } from 'discord.js';
import { faultOf, type AppSeen, type Trouble } from '../../chat/inspector.ts';
import { workspaceIdOf } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import { PermissionMissing } from '../../errors.ts';
import type { Api } from './api.ts';
import { inviteLink, PRIVILEGED_INTENTS } from './invite.ts';

/** Most servers Discord lists at once. */
const SERVERS_MAX = 200;
/** In so many servers it is asked whether commands may be listed. */
const ASKED_FOR_COMMANDS = 20;

/** The application: its token, its intents, the servers it is in, and whether it may list its commands there. */
export async function lookAtApp(api: Api): Promise<AppSeen> {
  try {
    const { id, flags = 0 } = await api.get<{ id: string; flags?: number }>({
      route: Routes.currentApplication(),
      where: 'the app',
    });
    const guilds = await api.get<{ id: string; name: string }[]>({
      route: Routes.userGuilds(),
      query: { limit: SERVERS_MAX },
    });
    return {
      communities: guilds.map((guild) => ({
        id: workspaceIdOf('discord', guild.id),
        name: storable(guild.name),
      })),
      inviteUrl: inviteLink(id),
      troubles: [...intentTroubles(flags), ...(await commandTroubles(api, id, guilds))],
    };
  } catch (error) {
    return { communities: null, inviteUrl: null, troubles: [faultOf(error)] };
  }
}

/** Where the bot was invited without the scope for commands, `/feedback` cannot be listed. */
async function commandTroubles(
  api: Api,
  applicationId: string,
  guilds: readonly { id: string; name: string }[],
): Promise<Trouble[]> {
  const found: Trouble[] = [];
  for (const { id, name } of guilds.slice(0, ASKED_FOR_COMMANDS)) {
    const route = Routes.applicationGuildCommands(applicationId, id);
    const refused = await api.get({ route, where: `server ${id}` }).then(
      () => null,
      (error: unknown) => error,
    );
    if (refused instanceof PermissionMissing)
      found.push({
        level: 'fault',
        message: `Discord: the bot may not list its commands in ${storable(name)}; invite it again, with the scope applications.commands: ${inviteLink(applicationId)}`,
      });
    else if (refused !== null) found.push(faultOf(refused));
  }
  return found;
}

/** @param flags of the application. https://docs.discord.com/developers/resources/application#application-object-application-flags */
export function intentTroubles(flags: number): Trouble[] {
  const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlags;
  const { GatewayGuildMembers, GatewayGuildMembersLimited } = ApplicationFlags;
  const off = (name: keyof typeof PRIVILEGED_INTENTS, level: Trouble['level']): Trouble => ({
    level,
    message: `Discord: the "${name}" is switched off (${PRIVILEGED_INTENTS[name]}); in the Developer Portal open your application → Bot → Privileged Gateway Intents, switch on "${name}" and save`,
  });
  return [
    ...(flags & (GatewayMessageContent | GatewayMessageContentLimited)
      ? []
      : [off('Message Content Intent', 'fault')]),
    ...(flags & (GatewayGuildMembers | GatewayGuildMembersLimited)
      ? []
      : [off('Server Members Intent', 'note')]),
  ];
}
