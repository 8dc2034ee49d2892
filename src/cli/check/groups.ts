import { createAdapters } from '../../adapters/index.ts';
import { groupsNamed, groupWords, seenGroups, type NamedGroup } from '../../cases/role-groups.ts';
import { platformOf, type WorkspaceId } from '../../chat/ref.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Group } from '../../chat/group.ts';
import { readConfig } from '../../config.ts';
import { AppError } from '../../errors.ts';
import { createLog } from '../../log.ts';
import { loadPolicy } from '../../policy/load.ts';
import type { WorkspacePolicy } from '../../policy/schema.ts';
import type { Check, Finding } from './finding.ts';
import { playbooksIn } from './plan.ts';

/** The user groups and roles that the policy names: whether they are there, and whether anybody is in them. Asks the platforms. */
export const groups: Check = {
  name: 'groups',
  run: async ({ folder, policyPath, isOnline }, { env }) => {
    if (!isOnline) return [];
    // What is wrong with the policy or the settings, another check says.
    const policy = await loadPolicy(policyPath, { playbooksDir: playbooksIn(folder) }).catch(() => null);
    const config = settingsOf(env);
    if (!policy || !config) return [];
    const communities = policy.workspaces.map(({ id }) => id);
    const adapters = createAdapters(config, communities, createLog('silent'));
    const found = await Promise.all(
      policy.workspaces.map((workspace) => findings(workspace, adapters, policyPath)),
    );
    return found.flat();
  },
};

function settingsOf(env: Parameters<typeof readConfig>[0]) {
  try {
    return readConfig(env, { withoutPlatform: true });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function findings(
  workspace: WorkspacePolicy,
  adapters: readonly ChatAdapter[],
  file: string,
): Promise<Finding[]> {
  const named = groupsNamed(workspace);
  const homes = [...new Set(named.map(({ workspaceId }) => workspaceId))];
  const asked = await Promise.all(homes.map(async (id) => [id, await groupsIn(id, adapters)] as const));
  const problems = asked.flatMap(([id, { problem }]) =>
    problem === null ? [] : [finding('note', file, `the groups of ${id} could not be asked for: ${problem}`)],
  );
  const known = new Map(asked.map(([id, each]) => [id, each.groups]));
  const { groups: seen } = seenGroups(workspace, [], (id) => known.get(id) ?? null);
  const faults = seen.flatMap(({ groupId, name, state }) => {
    const group = named.find(({ key }) => key === groupId);
    return group === undefined || state === 'filled'
      ? []
      : [finding('fault', file, sentence(workspace, group, name, state))];
  });
  return [...problems, ...faults];
}

function sentence(
  { name: community }: WorkspacePolicy,
  group: NamedGroup,
  name: string | null,
  state: 'empty' | 'gone',
): string {
  const { title, words } = groupWords(group, name, state);
  return `${community}: ${title}. ${words[0] ?? ''} ${words.at(-1) ?? ''}`;
}

async function groupsIn(
  id: WorkspaceId,
  adapters: readonly ChatAdapter[],
): Promise<{ groups: readonly Group[] | null; problem: string | null }> {
  const adapter = adapters.find(({ platform }) => platform === platformOf(id));
  if (!adapter) return { groups: null, problem: 'its platform has no token here' };
  try {
    return { groups: await adapter.fetchGroups(id), problem: null };
  } catch (error) {
    if (error instanceof AppError) return { groups: null, problem: error.message };
    throw error;
  }
}

function finding(level: Finding['level'], file: string, message: string): Finding {
  return { level, file, line: null, column: null, message };
}
