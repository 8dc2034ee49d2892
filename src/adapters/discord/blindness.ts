import { ApplicationFlags, Routes, type APIApplication, type APIMessage } from 'discord.js';
import { PermissionMissing } from '../../errors.ts';
import type { Wording } from '../../texts/index.ts';
import type { Api } from './api.ts';
import { howToGrant } from './errors.ts';
import { fetchRoles, mayReadHistory, permissionsIn } from './permissions.ts';
import { fetchGuarded } from './reading.ts';
import { isWritten, looksBlanked } from './snapshot.ts';

const MAY_READ_CONTENT =
  ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

const CONTENT_OFF: Wording = ({ says }) => says.advice.contentOff;

/**
 * Without the permission Discord answers with an empty list instead of an error. Asked when a list is empty.
 * @throws {PermissionMissing} when something was written in the channel and the bot may not read it
 */
export async function insistOnHistory(api: Api, channelId: string): Promise<void> {
  const channel = await fetchGuarded(api, channelId);
  const { guild_id: guildId } = channel;
  if (!guildId || !('last_message_id' in channel) || !channel.last_message_id) return;
  const parentId = 'thread_metadata' in channel && 'parent_id' in channel ? channel.parent_id : null;
  const self = await api.self();
  const [guarded, roles, me] = await Promise.all([
    parentId ? fetchGuarded(api, parentId) : channel,
    fetchRoles(api, guildId),
    api.get<{ roles: string[] }>({ route: Routes.guildMember(guildId, self), where: `server ${guildId}` }),
  ]);
  if (mayReadHistory(permissionsIn(guarded, guildId, roles, { roles: me.roles, userId: self }))) return;
  throw new PermissionMissing('Discord', howToGrant(['READ_MESSAGE_HISTORY'], `channel ${channelId}`), null);
}

/** What to click when Discord leaves out the words, which it says nowhere; null when they are there. */
export async function blankedProblem(api: Api, messages: readonly APIMessage[]): Promise<Wording | null> {
  const self = await api.self();
  const isBlank = (message: APIMessage) =>
    message.author.id !== self && isWritten(message) && looksBlanked(message);
  if (!messages.some(isBlank)) return null;
  const { flags = 0 } = await api.get<Partial<APIApplication>>({ route: Routes.currentApplication() });
  return (flags & MAY_READ_CONTENT) === 0 ? CONTENT_OFF : null;
}
