import { ApplicationFlags } from 'discord.js';
import { AppError } from '../../errors.ts';
import type { Api } from './api.ts';

/** For the connection, which asks before it is made. */
export function membersIntent(api: Pick<Api, 'get'>) {
  return { mayHearOfMembers: () => mayHearOfMembers(api) };
}

/**
 * Whether "Server Members Intent" is switched on for the app: then Discord tells when somebody's roles change. Asked for without it,
 * Discord would refuse the whole connection. Where it cannot be asked, it counts as off.
 * https://docs.discord.com/developers/events/gateway#privileged-intents
 */
async function mayHearOfMembers(api: Pick<Api, 'get'>): Promise<boolean> {
  try {
    const { flags = 0 } = await api.get<{ flags?: number }>({ route: '/applications/@me', where: 'the app' });
    return (
      (flags & (ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited)) !== 0
    );
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
