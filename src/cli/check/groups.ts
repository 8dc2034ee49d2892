import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Group } from '../../chat/group.ts';
import type { Trouble } from '../../chat/inspector.ts';
import { troubleOf } from '../../chat/inspector.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { groupsNamed, groupWords, seenGroups, type NamedGroup } from '../../cases/role-groups.ts';
import type { WorkspacePolicy } from '../../policy/schema.ts';
import { textsIn } from '../../texts/index.ts';

/** The user groups and roles that a community's plan names: whether they are there, and whether anybody is in them. */
export async function groupTroubles(
  workspace: WorkspacePolicy,
  reach: (workspaceId: WorkspaceId) => Pick<ChatAdapter, 'fetchGroups'> | null,
): Promise<Trouble[]> {
  const named = groupsNamed(workspace);
  const homes = [...new Set(named.map(({ workspaceId }) => workspaceId))];
  const asked = await Promise.all(homes.map(async (id) => [id, await groupsIn(id, reach(id))] as const));
  const known = new Map(asked.map(([id, { groups }]) => [id, groups]));
  const { groups: seen } = seenGroups(workspace, [], (id) => known.get(id) ?? null);
  return [
    ...asked.flatMap(([, { trouble }]) => trouble ?? []),
    ...seen.flatMap(({ groupId, name, state }): Trouble[] => {
      const group = named.find(({ key }) => key === groupId);
      return group === undefined || state === 'filled'
        ? []
        : [{ level: 'fault', message: sentence(workspace, group, name, state) }];
    }),
  ];
}

function sentence(
  workspace: WorkspacePolicy,
  group: NamedGroup,
  name: string | null,
  state: 'empty' | 'gone',
): string {
  const { title, words } = groupWords(group, name, state, workspace, textsIn('en'));
  return `${workspace.name}: ${title}. ${words[0] ?? ''} ${words.at(-1) ?? ''}`;
}

async function groupsIn(
  id: WorkspaceId,
  adapter: Pick<ChatAdapter, 'fetchGroups'> | null,
): Promise<{ groups: readonly Group[] | null; trouble: Trouble | null }> {
  // That its token is missing is told of the community as a whole.
  if (!adapter) return { groups: null, trouble: null };
  try {
    return { groups: await adapter.fetchGroups(id), trouble: null };
  } catch (error) {
    const { level, message } = troubleOf(error);
    return {
      groups: null,
      trouble: { level, message: `the groups of ${id} could not be asked for: ${message}` },
    };
  }
}
