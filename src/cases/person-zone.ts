import type { WorkspaceId } from '../chat/ref.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';

/** By which clock somebody lives, and how that is known: nobody has said, so it is the community's. */
export interface PersonZone {
  /** IANA. */
  zone: string;
  from: 'themselves' | 'platform' | 'community';
}

/** Where it is looked for. */
export interface ZoneSources {
  people: {
    of(
      workspaceId: WorkspaceId,
      userIds: readonly string[],
    ): Promise<ReadonlyMap<string, { timeZone: string | null }>>;
  };
  chat: {
    fetchPerson(workspaceId: WorkspaceId, userId: string): Promise<{ timeZone: string | null }>;
  };
  workspace: WorkspacePolicy;
  policy: Policy;
}

/**
 * The zone somebody has set, else the one of their profile, else the workspace's, else the policy's. Where the platform
 * cannot be asked or names a zone that does not exist, it counts as saying nothing.
 */
export async function personZone(
  userId: string,
  { people, chat, workspace, policy }: ZoneSources,
): Promise<PersonZone> {
  const said = (await people.of(workspace.id, [userId])).get(userId)?.timeZone;
  if (said !== null && said !== undefined && isZone(said)) return { zone: said, from: 'themselves' };
  const profile = await chat.fetchPerson(workspace.id, userId).catch(() => null);
  if (profile?.timeZone && isZone(profile.timeZone)) return { zone: profile.timeZone, from: 'platform' };
  return { zone: workspace.timeZone ?? policy.timeZone, from: 'community' };
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
