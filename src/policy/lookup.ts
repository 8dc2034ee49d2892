import { idIn } from '../chat/account.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import type { WorkingHours } from '../time/working-hours.ts';
import { inLanguage, type LocalizedText, type Speaking } from './localized-text.ts';
import { UNSAID } from './playbook-schema.ts';
import type { KindPolicy, Policy, WorkspacePolicy } from './schema.ts';

export function workspaceOf(policy: Policy, workspaceId: WorkspaceId): WorkspacePolicy | undefined {
  return policy.workspaces.find(({ id }) => id === workspaceId);
}

/** Every community, with the policy it is in. */
export function* eachCommunity(policies: readonly Policy[]): Generator<[Policy, WorkspacePolicy]> {
  for (const policy of policies) for (const workspace of policy.workspaces) yield [policy, workspace];
}

/** A kind that is no longer in the policy keeps its key as its name and answers nothing by itself. */
export function kindOf(policy: Policy, kind: string): KindPolicy {
  return (
    (Object.hasOwn(policy.kinds, kind) ? policy.kinds[kind] : undefined) ?? {
      ...UNSAID,
      name: kind,
      playbook: null,
      answer: 'none',
    }
  );
}

/** When people of the community work, or those of one of its departments; null: around the clock. */
export function hoursOf(workspace: WorkspacePolicy, department?: string): WorkingHours | null {
  const own = department === undefined ? undefined : departmentOf(workspace, department);
  return (own ?? workspace).working ?? null;
}

/** Whether the program itself says anything to the member of such a case. */
export function isAnswered({ answer }: KindPolicy): boolean {
  return answer !== 'none' && answer !== 'never';
}

/** A department by its key, which may be anything somebody typed: `constructor` is none. */
export function departmentOf(
  { departments }: WorkspacePolicy,
  key: string,
): WorkspacePolicy['departments'][string] | undefined {
  return Object.hasOwn(departments, key) ? departments[key] : undefined;
}

/** Where a department lives: in its community, unless the policy says otherwise. */
export function homeOf(
  workspace: Pick<WorkspacePolicy, 'id'>,
  department: { workspace?: WorkspaceId | undefined },
): WorkspaceId {
  return department.workspace ?? workspace.id;
}

/** The communities whose roles hang on who is in a workspace: its own, and those of which a department lives there. */
export function communitiesIn({ workspaces }: Policy, workspaceId: WorkspaceId): WorkspaceId[] {
  return workspaces
    .filter(
      (each) =>
        each.id === workspaceId ||
        Object.values(each.departments).some((department) => homeOf(each, department) === workspaceId),
    )
    .map(({ id }) => id);
}

/** The people of a department whom the policy names, as the record of the community writes them. */
export function peopleOf(
  workspace: WorkspacePolicy,
  department: Pick<WorkspacePolicy['departments'][string], 'workspace' | 'people' | 'leads'>,
): string[] {
  const workspaceId = homeOf(workspace, department);
  return [...new Set([...department.people, ...(department.leads ?? [])])].map((userId) =>
    idIn(workspace.id, { workspaceId, userId }),
  );
}

/**
 * Channels whose readers may see internal text of this community: triage, management, departments and their cc, and where digests
 * go.
 * @param where another workspace, in which some of its departments live
 */
export function internalChannels(workspace: WorkspacePolicy, where: WorkspaceId = workspace.id): Set<string> {
  const departments = Object.values(workspace.departments)
    .filter((department) => homeOf(workspace, department) === where)
    .flatMap(({ channel, cc }) => [...(channel ? [channel] : []), ...cc]);
  if (where !== workspace.id) return new Set(departments);
  const digests = (workspace.digests ?? []).flatMap(({ channel }) => channel ?? []);
  const management = workspace.management === undefined ? [] : [workspace.management];
  return new Set([workspace.triage, ...management, ...departments, ...digests]);
}

/** Whether flags and conversations in this channel count; what is said in internal channels never does. */
export function watches(
  workspace: WorkspacePolicy,
  channelId: string,
  parentChannelId: string | null,
): boolean {
  const channels = parentChannelId === null ? [channelId] : [parentChannelId, channelId];
  const internal = new Set([...internalChannels(workspace), ...(workspace.guests ?? [])]);
  if (channels.some((channel) => internal.has(channel))) return false;
  return workspace.watch === 'all' || channels.some((channel) => workspace.watch.includes(channel));
}

/** What people read of a case's kind, in the reader's language; see `inLanguage`. */
export function kindName(
  policy: Policy,
  { kind, workspaceId }: { kind: string; workspaceId: WorkspaceId },
  language: string,
): string {
  return inLanguage(kindOf(policy, kind).name, language, workspaceOf(policy, workspaceId) ?? {});
}

/** All kinds by their keys, each with what people read of it. */
export function kindNames(
  policy: Policy,
  { id: workspaceId }: Pick<WorkspacePolicy, 'id'>,
  language: string,
): [kind: string, name: string][] {
  return Object.keys(policy.kinds).map((kind) => [kind, kindName(policy, { kind, workspaceId }, language)]);
}

/** What people read of a playbook, in the reader's language; its key where there is none any more. */
export function playbookName(
  policy: Policy,
  workspace: WorkspacePolicy,
  playbook: string,
  language: string,
): string {
  return inLanguage(policy.playbookNames[playbook] ?? playbook, language, workspace);
}

/** What people read of a department, in the reader's language; its key where it is no longer in the policy. */
export function departmentName(workspace: WorkspacePolicy, department: string, language: string): string {
  return inLanguage(departmentOf(workspace, department)?.name ?? department, language, workspace);
}

/** All departments by their keys, each with what people read of it. */
export function departmentNames(
  workspace: WorkspacePolicy,
  language: string,
): [department: string, name: string][] {
  return Object.keys(workspace.departments).map((key) => [key, departmentName(workspace, key, language)]);
}

/** What a gift is called, in all its languages; its key where it is no longer in the policy. */
export function giftText(policy: Policy, gift: string): LocalizedText {
  return (Object.hasOwn(policy.gifts, gift) ? policy.gifts[gift]?.name : undefined) ?? gift;
}

/** The same in the reader's language. */
export function giftName(policy: Policy, workspace: Speaking, gift: string, language: string): string {
  return inLanguage(giftText(policy, gift), language, workspace);
}
