import { idIn } from '../chat/account.ts';
import type { Group } from '../chat/group.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { departmentName, homeOf } from '../policy/lookup.ts';
import type { Role, WorkspacePolicy } from '../policy/schema.ts';
import type { NewDelivery } from './delivery.ts';
import { programTrouble } from './programs/program-trouble.ts';
import type { Texts } from '../texts/index.ts';
import { localeOf } from '../texts/locale.ts';

/** A group of the policy as it was last seen. `gone`: there is none with its id. */
export interface SeenGroup {
  /** Of another workspace by `slack:T1/S1`. */
  groupId: string;
  name: string | null;
  state: 'filled' | 'empty' | 'gone';
  /** How often people were told of it. */
  told: number;
}

/** What a group of the policy is for. */
export interface NamedGroup {
  workspaceId: WorkspaceId;
  /** In its own workspace. */
  groupId: string;
  /** As the record of the community writes it. */
  key: string;
  roles: Role[];
  /** Keys of the departments whose people it names. */
  departments: string[];
}

/** The groups that a community's plan names, each once. */
export function groupsNamed(workspace: WorkspacePolicy): NamedGroup[] {
  const found = new Map<string, NamedGroup>();
  const at = (workspaceId: WorkspaceId, groupId: string): NamedGroup => {
    const key = idIn(workspace.id, { workspaceId, userId: groupId });
    const named = found.get(key) ?? { workspaceId, groupId, key, roles: [], departments: [] };
    found.set(key, named);
    return named;
  };
  for (const [role, { groups }] of Object.entries(workspace.roles) as [Role, { groups: string[] }][])
    for (const group of groups) at(workspace.id, group).roles.push(role);
  for (const [key, department] of Object.entries(workspace.departments))
    for (const group of department.groups) at(homeOf(workspace, department), group).departments.push(key);
  return [...found.values()];
}

/**
 * How the groups are now, and what the admins are told of it: once for each time one was emptied or deleted, and for each new name.
 * @param now the groups of a workspace; null where they could not be asked, and what was seen before stays
 */
export function seenGroups(
  workspace: WorkspacePolicy,
  before: readonly SeenGroup[],
  now: (workspaceId: WorkspaceId) => readonly Group[] | null,
): { groups: SeenGroup[]; say: NewDelivery[] } {
  const all = groupsNamed(workspace).map((named) => {
    const known = before.find(({ groupId }) => groupId === named.key);
    const groups = now(named.workspaceId);
    if (!groups) return { seen: known, say: [] };
    const found = groups.find(({ groupId }) => groupId === named.groupId);
    const seen: SeenGroup = {
      groupId: named.key,
      name: found?.name ?? known?.name ?? null,
      state: stateOf(found),
      told: known?.told ?? 0,
    };
    const news = newsOf(known, seen);
    if (!news) return { seen, say: [] };
    const told = seen.told + 1;
    return { seen: { ...seen, told }, say: say(workspace, named, { known, seen, news, told }) };
  });
  return {
    groups: all.flatMap(({ seen }) => seen ?? []),
    say: all.flatMap((each) => each.say),
  };
}

/** Where the platform does not say how many there are, somebody may be in it. */
function stateOf(found: Group | undefined): SeenGroup['state'] {
  if (!found) return 'gone';
  return found.members === 0 ? 'empty' : 'filled';
}

function newsOf(known: SeenGroup | undefined, seen: SeenGroup): 'empty' | 'gone' | 'renamed' | null {
  if (seen.state !== 'filled') return known?.state === seen.state ? null : seen.state;
  return known?.name && seen.name !== known.name ? 'renamed' : null;
}

interface News {
  known: SeenGroup | undefined;
  seen: SeenGroup;
  news: 'empty' | 'gone' | 'renamed';
  told: number;
}

/** What a group that is not as it should be means, for the admins and for `hearback check`. */
export function groupWords(
  named: NamedGroup,
  name: string | null,
  news: 'empty' | 'gone',
  workspace: WorkspacePolicy,
  texts: Texts,
): { title: string; words: string[] } {
  const { groups } = texts.rules.programs;
  const called = name ?? named.groupId;
  const gives = given(named, workspace, texts);
  return news === 'gone'
    ? {
        title: groups.goneTitle(called),
        words: [groups.gone(named.groupId, gives), groups.notLost, groups.nameAnother],
      }
    : {
        title: groups.emptyTitle(called),
        words: [groups.empty(named.groupId, gives), groups.notLost, groups.fill],
      };
}

function say(
  workspace: WorkspacePolicy,
  named: NamedGroup,
  { known, seen, news, told }: News,
): NewDelivery[] {
  const key = `group-${named.key}-${told}`;
  if (news !== 'renamed')
    return programTrouble(
      { key, say: (texts) => groupWords(named, seen.name, news, workspace, texts) },
      workspace,
    );
  return programTrouble(
    {
      key,
      say: (texts) => {
        const { groups } = texts.rules.programs;
        return {
          title: groups.renamedTitle(known?.name ?? '', seen.name ?? ''),
          words: [groups.renamed(named.groupId, given(named, workspace, texts)), groups.takeOut],
        };
      },
    },
    workspace,
  );
}

function given(
  { roles, departments }: NamedGroup,
  workspace: WorkspacePolicy,
  { common, rules }: Texts,
): string {
  const { groups } = rules.programs;
  const all = new Intl.ListFormat(localeOf(common.code), { type: 'conjunction' });
  const are = all.format(roles.map((role) => groups.roles[role]));
  const of = all.format(departments.map((key) => departmentName(workspace, key, common.code)));
  if (are && of) return groups.isAndBelongs(are, of);
  return are ? groups.is(are) : groups.belongs(of);
}
