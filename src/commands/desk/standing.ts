import { standingOf, visitorsStanding, type Standing } from '../../cases/access.ts';
import { idIn, type Account } from '../../chat/account.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import { platformOf, type WorkspaceId } from '../../chat/ref.ts';
import { AppError, PermissionMissing, PlatformRefused, TargetGone } from '../../errors.ts';
import { homeOf } from '../../policy/lookup.ts';
import type { WorkspacePolicy } from '../../policy/schema.ts';
import type { Identities } from '../../store/identities-port.ts';

/** How long it holds that a channel is private and somebody in it (ms). Rights hang on it. */
const FRESH_MS = 60_000;
/** So many answers are remembered. */
const REMEMBERED = 2_000;

/** Who asks, and where, as the platform said it or as a form or button repeats it. */
export interface Somebody {
  /** Their id where they ask. */
  userId: string;
  /** Null where the platform did not say with the interaction; then it is asked. */
  groups: readonly string[] | null;
  /** Where they ask in that workspace; null elsewhere. */
  channelId: string | null;
  /** The workspace they ask in, where that is another one. */
  from?: WorkspaceId;
}

/**
 * What somebody is in a workspace at this moment; null for whoever is not in it, whatever the policy says of them. Who asks from
 * another workspace is whoever the admins of this one say they are, and belongs to the departments that live over there and count
 * them in.
 */
export type FindStanding = (workspace: WorkspacePolicy, somebody: Somebody) => Promise<Standing | null>;

interface Deps {
  /** The adapter of a workspace's platform. */
  chat(workspaceId: WorkspaceId): ChatAdapter;
  /** Which accounts are one person; without it none are. */
  identities?: Pick<Identities, 'peopleOf' | 'accountsOf'>;
  /** Another number whenever what was known of people's roles counts no more. */
  rolesEpoch?(): number;
  now(): Date;
}

export function createFindStanding(deps: Deps): FindStanding {
  const isInside = createIsInside(deps);
  /** In the workspace where they ask; also as somebody of elsewhere in the eyes of `workspace`. */
  const asWhoTheyAre: FindStanding = async (
    workspace,
    { userId, groups: told, channelId, from = workspace.id },
  ) => {
    const person = told ? { groups: told, isVisitor: false } : await whoIs(deps.chat(from), from, userId);
    if (!person) return null;
    const { groups } = person;
    if (person.isVisitor) return from === workspace.id ? visitorsStanding(workspace, userId) : null;
    const isDepartments = Object.values(workspace.departments).some(
      (department) => homeOf(workspace, department) === from && department.channel === channelId,
    );
    const inside = channelId !== null && isDepartments && (await isInside(from, channelId, userId));
    const asker = idIn(workspace.id, { workspaceId: from, userId });
    return standingOf(workspace, { userId: asker, groups, channelId: inside ? channelId : null });
  };
  return async (workspace, somebody) => {
    const { from = workspace.id } = somebody;
    const elsewhere = workspacesOf(workspace);
    if (from === workspace.id) {
      const own = await asWhoTheyAre(workspace, somebody);
      if (!own || elsewhere.size === 0) return own;
      const others = await accountsElsewhere(workspace, somebody.userId, elsewhere, deps);
      return together(own, await Promise.all(others.map((other) => quietly(asWhoTheyAre(workspace, other)))));
    }
    const there = elsewhere.has(from) ? await asWhoTheyAre(workspace, somebody) : null;
    for (const userId of await peopleHere(workspace, { workspaceId: from, userId: somebody.userId }, deps)) {
      const here = await asWhoTheyAre(workspace, { userId, groups: null, channelId: null });
      if (here) return together(here, [there]);
    }
    return there && there.departments.size > 0 ? there : null;
  };
}

/** Other workspaces in which departments of this one live. */
function workspacesOf(workspace: WorkspacePolicy): ReadonlySet<WorkspaceId> {
  const homes = Object.values(workspace.departments).map((department) => homeOf(workspace, department));
  return new Set(homes.filter((id) => id !== workspace.id));
}

/** The same account on the same platform, and those that admins of this community have linked. Who has left over there is nobody here. */
async function peopleHere({ id }: WorkspacePolicy, account: Account, deps: Deps): Promise<string[]> {
  const { workspaceId, userId } = account;
  const same = platformOf(workspaceId) === platformOf(id) ? [userId] : [];
  const linked = (await deps.identities?.peopleOf(id, account)) ?? [];
  if (linked.length === 0) return same;
  const there = await whoIs(deps.chat(workspaceId), workspaceId, userId);
  const isThere = there !== null && !there.isVisitor;
  return isThere ? [...same, ...linked] : same;
}

/** The other way: who somebody of this community is where departments of it live. */
async function accountsElsewhere(
  { id }: WorkspacePolicy,
  userId: string,
  elsewhere: ReadonlySet<WorkspaceId>,
  { identities }: Deps,
): Promise<Somebody[]> {
  const linked = (await identities?.accountsOf(id, userId)) ?? [];
  const same = [...elsewhere].filter((each) => platformOf(each) === platformOf(id));
  return [
    ...same.map((from) => ({ userId, groups: null, channelId: null, from })),
    ...linked
      .filter(({ workspaceId }) => elsewhere.has(workspaceId))
      .map((account) => ({
        userId: account.userId,
        groups: null,
        channelId: null,
        from: account.workspaceId,
      })),
  ];
}

function together(own: Standing, others: readonly (Standing | null)[]): Standing {
  const departments = [own, ...others].flatMap((each) => [...(each?.departments ?? [])]);
  return { ...own, departments: new Set(departments) };
}

/** A platform that cannot be asked makes nobody less than they are at home. */
async function quietly(asking: Promise<Standing | null>): Promise<Standing | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** @returns null for whoever is not in the workspace and no visitor of it, and for bots. */
async function whoIs(
  chat: ChatAdapter,
  id: WorkspaceId,
  userId: string,
): Promise<{ groups: string[]; isVisitor: boolean } | null> {
  const person = await goneIsNull(chat.fetchPerson(id, userId));
  if (!person || person.isBot) return null;
  const { groups, isMember, isVisitor = false } = person;
  return isMember || isVisitor ? { groups, isVisitor } : null;
}

/**
 * Whether a channel is private and the person in it. A department's channel makes whoever asks there one of the
 * department, and a channel's id in a form or button proves nothing.
 */
function createIsInside({ chat, rolesEpoch = () => 0, now }: Deps) {
  const kept = new Map<string, { at: number; inside: boolean }>();
  const ask = async (workspaceId: WorkspaceId, channelId: string, userId: string): Promise<boolean> => {
    const adapter = chat(workspaceId);
    const channel = await hiddenIsNull(adapter.fetchChannel(workspaceId, channelId));
    return channel?.isPrivate === true && adapter.canSee(workspaceId, channelId, userId);
  };
  return async (workspaceId: WorkspaceId, channelId: string, userId: string): Promise<boolean> => {
    const key = JSON.stringify([rolesEpoch(), workspaceId, channelId, userId]);
    const known = kept.get(key);
    if (known && now().getTime() - known.at < FRESH_MS) return known.inside;
    const inside = await ask(workspaceId, channelId, userId);
    kept.delete(key);
    kept.set(key, { at: now().getTime(), inside });
    const [oldest] = kept.keys();
    if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest);
    return inside;
  };
}

/** Null for what the platform does not know; an outage, or a right the bot lacks, says nothing about anybody. */
async function goneIsNull<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof TargetGone || error instanceof PlatformRefused) return null;
    throw error;
  }
}

/** Null also for what the platform does not show the bot: such a channel makes nobody anything. */
async function hiddenIsNull<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await goneIsNull(asking);
  } catch (error) {
    if (error instanceof PermissionMissing) return null;
    throw error;
  }
}
