import { isStaff, type Standing } from '../cases/access.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { DoorPerson } from '../store/door-port.ts';
import type { Rooms } from './page.ts';

/** What somebody is at this moment, and where; null for whoever reads no cases there (any more). */
export async function readerNow(
  { workspaceId, userId }: DoorPerson,
  { policy, standingIn }: Pick<Rooms, 'policy' | 'standingIn'>,
): Promise<{ standing: Standing; workspace: WorkspacePolicy } | null> {
  const workspace = workspaceOf(policy(workspaceId), workspaceId);
  const standing = workspace && (await standingIn(workspace, { userId, groups: null, channelId: null }));
  if (!workspace || !standing || (!isStaff(standing) && standing.departments.size === 0)) return null;
  return { standing, workspace };
}
