import { z } from 'zod';
import { isStaff, standingOf } from '../cases/access.ts';
import { lostHandler } from '../cases/lost-handlers.ts';
import { programTrouble } from '../cases/programs/program-trouble.ts';
import { groupsNamed, seenGroups } from '../cases/role-groups.ts';
import { accountOf, idIn, type Account } from '../chat/account.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Group } from '../chat/group.ts';
import { platformOf, type WorkspaceId } from '../chat/ref.ts';
import { AppError, PermissionMissing, PlatformRefused, TargetGone } from '../errors.ts';
import { homeOf, workspaceOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { RoleCheck, Roles } from '../store/roles-port.ts';
import { defineHandler, type Context } from './handler.ts';

/** What the trouble is called when the groups of a workspace cannot be asked for. */
const GROUPS = 'groups';

/**
 * Roles of a community may be others than before: whoever works on cases no more is taken notice of, and so is a group that nobody
 * is in. Each is told once.
 */
export const checkRoles = defineHandler({
  name: 'check-roles',
  lane: 'record',
  data: z.object({ workspaceId: z.string() }),
  async run({ workspaceId }, context) {
    const { roles, policy } = context;
    const check = await roles.toCheck(workspaceId);
    const workspace = workspaceOf(policy(workspaceId), workspaceId);
    const nothing = { ...check, lost: [], back: [], say: [] };
    if (!workspace) return roles.checked(workspaceId, nothing, () => []);
    forgetOnce(workspace, check.generation, context);
    const known = await groupsNow(workspace, context);
    const seen = seenGroups(workspace, check.groups, (id) => known.get(id) ?? null);
    // Without their groups people would seem to have lost what they have.
    const canBeAsked = [...known.values()].every((groups) => groups !== null);
    const people = canBeAsked ? await lookAt(check, workspace, context) : { lost: [], back: [] };
    await roles.checked(workspaceId, { ...seen, ...people, generation: check.generation }, (lost) =>
      lostHandler(lost, workspace, policy(workspaceId)),
    );
  },
});

/** Up to which change each community's roles were forgotten, by the record of it. */
const forgotten = new WeakMap<Roles, Map<WorkspaceId, number>>();

/**
 * The word of a change may reach this program after the job. What is known is forgotten once for each change, and not with every
 * attempt: one that was put off gets further each time.
 */
function forgetOnce(workspace: WorkspacePolicy, generation: number, { roles, chat }: Context): void {
  const upTo = forgotten.get(roles) ?? new Map<WorkspaceId, number>();
  forgotten.set(roles, upTo);
  if (upTo.get(workspace.id) === generation) return;
  upTo.set(workspace.id, generation);
  for (const id of homesOf(workspace)) switchedOn(chat, id)?.forgetRoles({ workspaceId: id, people: null });
}

/** Its own workspace, and those in which its departments live. */
function homesOf(workspace: WorkspacePolicy): WorkspaceId[] {
  const homes = Object.values(workspace.departments).map((department) => homeOf(workspace, department));
  return [...new Set([workspace.id, ...homes])];
}

/** The groups of each workspace of which the plan names any; null where they cannot be asked for. */
async function groupsNow(
  workspace: WorkspacePolicy,
  context: Context,
): Promise<ReadonlyMap<WorkspaceId, readonly Group[] | null>> {
  const homes = [...new Set(groupsNamed(workspace).map((named) => named.workspaceId))];
  return new Map(
    await Promise.all(
      homes.map(async (id): Promise<[WorkspaceId, Group[] | null]> => [
        id,
        await groupsIn(id, workspace, context),
      ]),
    ),
  );
}

async function groupsIn(
  id: WorkspaceId,
  workspace: WorkspacePolicy,
  { chat, store }: Context,
): Promise<Group[] | null> {
  const adapter = switchedOn(chat, id);
  if (!adapter) return null;
  const about = `${GROUPS} ${id}`;
  try {
    const groups = await adapter.fetchGroups(id);
    await store.endTrouble(workspace.id, [about]);
    return groups;
  } catch (error) {
    if (error instanceof TargetGone || error instanceof PlatformRefused) return null;
    if (!(error instanceof PermissionMissing)) throw error;
    const { troubleId } = await store.noteTrouble(workspace.id, about, error.message);
    for (const told of notKnown(troubleId, error, workspace)) await store.say(workspace.id, told);
    return null;
  }
}

function notKnown(troubleId: number, error: PermissionMissing, workspace: WorkspacePolicy) {
  return programTrouble(
    {
      key: `groups-unknown-${troubleId}`,
      say: (texts) => {
        const { title, what, todo } = texts.says.undelivered.groups;
        return { title, words: [what, todo(error.neededIn(texts))] };
      },
    },
    workspace,
  );
}

/** A platform that is switched off can be asked for nothing, and is not waited for. */
function switchedOn(chat: Context['chat'], id: WorkspaceId): ChatAdapter | null {
  try {
    return chat(id);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function lookAt(
  { people, lost: lostBefore }: RoleCheck,
  workspace: WorkspacePolicy,
  context: Context,
): Promise<{ lost: string[]; back: string[] }> {
  const found = { lost: [] as string[], back: [] as string[] };
  for (const userId of people) {
    const works = await worksHere(userId, workspace, context);
    if (works === 'works' && lostBefore.includes(userId)) found.back.push(userId);
    if (works === 'none' && !lostBefore.includes(userId)) found.lost.push(userId);
  }
  return found;
}

/**
 * By their own account, by the same one in another workspace of the platform, or by one that the admins have linked with it. Whoever
 * has left works here no more. Of whom the platform does not say, nothing is known: that takes nothing and gives nothing.
 */
async function worksHere(
  userId: string,
  workspace: WorkspacePolicy,
  context: Context,
): Promise<'works' | 'none' | 'unknown'> {
  const own = accountOf(workspace.id, userId);
  const there = await standingNow(own, workspace, context);
  if (there !== 'none') return there === 'gone' ? 'none' : there;
  let isSure = true;
  for (const account of await othersOf(own, workspace, context)) {
    const standing = await standingNow(account, workspace, context);
    if (standing === 'works') return 'works';
    isSure &&= standing !== 'unknown';
  }
  return isSure ? 'none' : 'unknown';
}

/** What else somebody is for a community: the same account over there, and those its admins have linked. */
async function othersOf(
  own: Account,
  workspace: WorkspacePolicy,
  { identities }: Context,
): Promise<Account[]> {
  const same = homesOf(workspace)
    .filter((id) => id !== own.workspaceId && platformOf(id) === platformOf(own.workspaceId))
    .map((workspaceId) => ({ workspaceId, userId: own.userId }));
  if (own.workspaceId === workspace.id)
    return [...same, ...(await identities.accountsOf(workspace.id, own.userId))];
  const here = await identities.peopleOf(workspace.id, own);
  return [...same, ...here.map((userId) => ({ workspaceId: workspace.id, userId }))];
}

/** Only that somebody is not there counts as gone: whatever else a platform says instead is no word of them. */
async function standingNow(
  account: Account,
  workspace: WorkspacePolicy,
  { chat, log }: Context,
): Promise<'works' | 'none' | 'gone' | 'unknown'> {
  const adapter = switchedOn(chat, account.workspaceId);
  if (!adapter) return 'unknown';
  try {
    const { groups, isMember, isBot } = await adapter.fetchPerson(account.workspaceId, account.userId);
    if (!isMember || isBot) return 'gone';
    const standing = standingOf(workspace, { userId: idIn(workspace.id, account), groups, channelId: null });
    return isStaff(standing) || standing.departments.size > 0 ? 'works' : 'none';
  } catch (error) {
    if (error instanceof TargetGone) return 'gone';
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    log.warn({ err: error }, 'the roles of somebody could not be looked at');
    return 'unknown';
  }
}
