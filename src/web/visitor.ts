import { isStaff, type Standing } from '../cases/access.ts';
import { personZone } from '../cases/person-zone.ts';
import { TargetGone } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { textsIn } from '../texts/index.ts';
import type { DoorPerson } from '../store/door-port.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { mayOpen, type Rooms, type Visitor } from './page.ts';

/**
 * Who somebody is today: asked of the platform and the policy for every request, so that a role that was taken away
 * opens nothing more. Null for whoever may see no case any more.
 * @param languages what their browser wants, for whom the platform does not say it
 * @throws {AppError} when the platform cannot be asked
 */
export async function visitorOf(
  { workspaceId, userId }: DoorPerson,
  rooms: Rooms,
  languages: readonly string[],
): Promise<Visitor | null> {
  const policy = rooms.policy(workspaceId);
  const workspace = workspaceOf(policy, workspaceId);
  if (!workspace) return null;
  const person = await rooms
    .chat(workspaceId)
    .fetchPerson(workspaceId, userId)
    .catch((error: unknown) => {
      if (error instanceof TargetGone) return null;
      throw error;
    });
  if (!person?.isMember || person.isBot) return null;
  const standing = await standingOnPages(workspace, userId, person.groups, rooms);
  if (!standing || !mayOpen('departments', standing)) return null;
  const asked = { people: rooms.people, chat: { fetchPerson: async () => person }, workspace, policy };
  const { zone } = await personZone(userId, asked);
  return {
    userId,
    name: person.name,
    timeZone: zone,
    texts: textsIn(person.locale, ...languages, workspace.language, policy.language),
    policy,
    workspace,
    standing,
  };
}

/** Nobody asks from within a channel here, so whoever is in a department's private channel is looked up in each. */
async function standingOnPages(
  workspace: WorkspacePolicy,
  userId: string,
  groups: readonly string[],
  { standingIn }: Rooms,
): Promise<Standing | null> {
  const standing = await standingIn(workspace, { userId, groups, channelId: null });
  // Staff see every case a department sees.
  if (!standing || isStaff(standing)) return standing;
  const channels = Object.values(workspace.departments).flatMap(({ channel }) => channel || []);
  const inside = await Promise.all(
    channels.map((channelId) => standingIn(workspace, { userId, groups, channelId })),
  );
  return { ...standing, departments: new Set(inside.flatMap((each) => [...(each?.departments ?? [])])) };
}
