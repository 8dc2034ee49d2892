import { standingOf } from '../../cases/access.ts';
import type { CaseFile } from '../../cases/case.ts';
import { whySees, type Sight } from '../../cases/why-sees.ts';
import { groupsNamed } from '../../cases/role-groups.ts';
import { accountOf, personIn } from '../../chat/account.ts';
import type { Group } from '../../chat/group.ts';
import { PermissionMissing } from '../../errors.ts';
import { homeOf, peopleOf } from '../../policy/lookup.ts';
import type { WorkspacePolicy } from '../../policy/schema.ts';
import type { CommandContext } from './command.ts';

/** One answer asks the platform about so many people at most. */
const AT_MOST = 40;

/** Somebody, and whether they see the case; `gone`: they have left. */
export interface Looked {
  userId: string;
  sight: Sight | 'gone';
}

/** Whoever comes in by a group or a channel, and has nothing else. */
export interface LookedAtGroup {
  /** The group's name, or its id; null for whoever is in `channelId` and asks there. */
  group: string | null;
  channelId: string | null;
  /** Null where the platform does not say. */
  members: number | null;
  sight: Sight;
}

/** Everybody who is known to have to do with a case or to work here, each with what they are at this moment. */
export async function whoIsAsked(
  file: CaseFile,
  only: string | null,
  context: CommandContext,
): Promise<{ looked: Looked[]; others: number; groups: LookedAtGroup[] }> {
  const { workspace } = context;
  const known = only === null ? await groupsOf(context) : [];
  const all = only === null ? peopleAround(file, workspace, known) : [only];
  const asked = all.slice(0, AT_MOST);
  const looked = await Promise.all(asked.map((userId) => lookAt(userId, file, context)));
  return {
    looked,
    others: all.length - asked.length,
    groups:
      only === null ? [...groupsAround(file, workspace, known), ...channelsAround(file, workspace)] : [],
  };
}

async function lookAt(
  id: string,
  file: CaseFile,
  { standingIn, workspace }: CommandContext,
): Promise<Looked> {
  const { workspaceId, userId } = accountOf(workspace.id, id);
  const standing = await standingIn(workspace, {
    userId,
    groups: null,
    channelId: null,
    ...(workspaceId !== workspace.id && { from: workspaceId }),
  });
  if (!standing) return { userId: id, sight: 'gone' };
  return { userId: id, sight: whySees(standing, file) };
}

/** Those of the case first. */
function peopleAround(
  { case: { handlerId, member }, reporters, excluded, cc, followers }: CaseFile,
  workspace: WorkspacePolicy,
  groups: readonly Group[],
): string[] {
  const named = new Set(groupsNamed(workspace).map(({ key }) => key));
  const departments = Object.values(workspace.departments);
  const all = [
    ...(handlerId === null ? [] : [handlerId]),
    ...(member.userId ? [member.userId, ...(member.besides ?? [])] : []),
    ...excluded.map(({ userId }) => userId),
    ...reporters,
    ...cc.flatMap((each) => ('userId' in each ? [each.userId] : [])),
    ...followers,
    ...Object.values(workspace.roles).flatMap(({ people }) => people),
    ...departments.flatMap((department) => peopleOf(workspace, department)),
    ...groups.flatMap(({ groupId, people }) => (named.has(groupId) ? (people ?? []) : [])),
  ];
  return [...new Map(all.map((id) => [personIn(workspace.id, id), id])).values()];
}

/** The community's own; none where they cannot be asked for. */
async function groupsOf({ chat, workspace }: CommandContext): Promise<Group[]> {
  if (groupsNamed(workspace).length === 0) return [];
  try {
    return await chat.fetchGroups(workspace.id);
  } catch (error) {
    if (error instanceof PermissionMissing) return [];
    throw error;
  }
}

function groupsAround(file: CaseFile, workspace: WorkspacePolicy, known: readonly Group[]): LookedAtGroup[] {
  return groupsNamed(workspace)
    .filter(({ workspaceId }) => workspaceId === workspace.id)
    .map(({ groupId }) => {
      const found = known.find((each) => each.groupId === groupId);
      return {
        group: found?.name ?? groupId,
        channelId: null,
        members: found?.members ?? null,
        sight: whySees(standingOf(workspace, { userId: '', groups: [groupId], channelId: null }), file),
      };
    });
}

/** Whoever asks in a department's private channel is of the department. */
function channelsAround(file: CaseFile, workspace: WorkspacePolicy): LookedAtGroup[] {
  return Object.values(workspace.departments)
    .filter((department) => homeOf(workspace, department) === workspace.id && department.channel !== '')
    .map(({ channel }) => ({
      group: null,
      channelId: channel,
      members: null,
      sight: whySees(standingOf(workspace, { userId: '', groups: [], channelId: channel }), file),
    }));
}
