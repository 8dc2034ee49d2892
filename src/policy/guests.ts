import type { WorkspaceId } from '../chat/ref.ts';
import type { Policy } from './schema.ts';

/** Channels of a workspace in which departments of other communities live: what is said there is internal to those. */
export function guestChannels(workspaces: Policy['workspaces'], where: WorkspaceId): string[] {
  const guests = workspaces
    .filter(({ id }) => id !== where)
    .flatMap(({ departments }) => Object.values(departments))
    .filter(({ workspace }) => workspace === where);
  return [...new Set(guests.flatMap(({ channel, cc }) => [...(channel ? [channel] : []), ...cc]))];
}
