import type { Choice } from '../../chat/card.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { wordings } from '../../policy/localized-text.ts';
import { departmentNames, departmentOf, homeOf, internalChannels } from '../../policy/lookup.ts';
import type { WorkspacePolicy } from '../../policy/schema.ts';
import type { Texts } from '../../texts/index.ts';

/** What can be done with who reads a case along. */
export function copyStepChoices({ commands: { cc } }: Texts): Choice[] {
  return (['add', 'remove', 'list'] as const).map((value) => ({ value, label: cc.choices[value] }));
}

/** A private channel that can show a case to read. */
interface CopyChannel {
  workspaceId: WorkspaceId;
  channelId: string;
}

/** The channels a case can be copied to, as they are offered: by department, and management's. */
export function copyChoices(workspace: WorkspacePolicy, { commands: { cc }, common }: Texts): Choice[] {
  const departments = departmentNames(workspace, common.code)
    .filter(([key]) => departmentOf(workspace, key)?.channel !== '')
    .map(([value, label]) => ({ value, label }));
  return [
    ...departments,
    ...(workspace.management === undefined ? [] : [{ value: 'management', label: cc.management }]),
  ];
}

/**
 * Which channel somebody means: a department's by its key or name, management's, or any other that the policy names as internal, by its
 * id or as a mention. Null for every other one: nothing internal is ever posted there.
 */
export function copyChannel(typed: string, workspace: WorkspacePolicy): CopyChannel | null {
  const wanted = typed.trim();
  const key = wanted.toLowerCase();
  const [byName] =
    Object.entries(workspace.departments).find(
      ([each, { name }]) => each === key || wordings(name).some((word) => word.toLowerCase() === key),
    ) ?? [];
  const department = byName === undefined ? undefined : departmentOf(workspace, byName);
  if (department && department.channel !== '')
    return { workspaceId: homeOf(workspace, department), channelId: department.channel };
  if (key === 'management' && workspace.management !== undefined)
    return { workspaceId: workspace.id, channelId: workspace.management };
  const channelId = /^<#([A-Za-z0-9]+)(?:\|[^<>]*)?>$/.exec(wanted)?.[1] ?? wanted;
  const homes = new Set([
    workspace.id,
    ...Object.values(workspace.departments).map((each) => homeOf(workspace, each)),
  ]);
  for (const workspaceId of homes)
    if (internalChannels(workspace, workspaceId).has(channelId)) return { workspaceId, channelId };
  return null;
}
