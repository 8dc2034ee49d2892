import {
  OverwriteType,
  PermissionFlagsBits,
  Routes,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type ChannelType,
} from 'discord.js';
import type { Api } from './api.ts';

/** A channel with what decides who may do what in it. */
export interface Guarded {
  id: string;
  guild_id?: string;
  type: ChannelType;
  permission_overwrites?: APIOverwrite[];
}

type Holder = Pick<APIGuildMember, 'roles'> & { userId: string };

/**
 * What somebody may do in a channel. @everyone's role has the server's own id.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function permissionsIn(
  channel: Guarded,
  guildId: string,
  roles: readonly APIRole[],
  holder: Holder | null,
): bigint {
  const held = new Set([guildId, ...(holder?.roles ?? [])]);
  const base = roles
    .filter(({ id }) => held.has(id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  if (base & PermissionFlagsBits.Administrator) return ~0n;

  const overwrites = channel.permission_overwrites ?? [];
  const everyone = overwrites.filter(({ id }) => id === guildId);
  const byRole = overwrites.filter(
    ({ id, type }) => type === OverwriteType.Role && id !== guildId && held.has(id),
  );
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === holder?.userId);
  return [everyone, byRole, own].reduce(apply, base);
}

/** Overwrites of one level together: denied by one, allowed by another is allowed. */
function apply(permissions: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const all = (key: 'allow' | 'deny') =>
    overwrites.reduce((sum, overwrite) => sum | BigInt(overwrite[key]), 0n);
  return (permissions & ~all('deny')) | all('allow');
}

export const mayView = (permissions: bigint): boolean =>
  (permissions & PermissionFlagsBits.ViewChannel) !== 0n;
export const mayReadHistory = (permissions: bigint): boolean =>
  (permissions & PermissionFlagsBits.ReadMessageHistory) !== 0n;

export function fetchRoles(api: Pick<Api, 'get'>, guildId: string): Promise<APIRole[]> {
  return api.get<APIRole[]>({ route: Routes.guildRoles(guildId), where: `server ${guildId}` });
}
