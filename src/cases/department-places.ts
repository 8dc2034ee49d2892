import { mailboxOf } from '../chat/mail.ts';
import type { Place } from '../chat/ref.ts';
import { departmentOf, homeOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';

export type ChannelPlace = Extract<Place, { type: 'channel' }>;

/** Where a department reads what is for it: its channel, its mailbox, or both. None for a department that is not there any more. */
export function departmentPlaces(workspace: WorkspacePolicy, key: string): ChannelPlace[] {
  const target = departmentOf(workspace, key);
  if (!target) return [];
  return [
    ...(target.channel
      ? [{ type: 'channel' as const, workspaceId: homeOf(workspace, target), channelId: target.channel }]
      : []),
    ...(target.email === undefined ? [] : [mailboxOf(key)]),
  ];
}

/** Channels that get to read what a department gets. */
export function copyPlaces(workspace: WorkspacePolicy, key: string): ChannelPlace[] {
  const target = departmentOf(workspace, key);
  if (!target) return [];
  const workspaceId = homeOf(workspace, target);
  return target.cc.map((channelId) => ({ type: 'channel', workspaceId, channelId }));
}
