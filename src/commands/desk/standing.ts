import { standingOf, type Standing } from '../../cases/access.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { PermissionMissing, PlatformRefused, TargetGone } from '../../errors.ts';
import type { WorkspacePolicy } from '../../policy/schema.ts';

/** How long it holds that a channel is private and somebody in it (ms). Rights hang on it. */
const FRESH_MS = 60_000;
/** So many answers are remembered. */
const REMEMBERED = 2_000;

/** Who asks, and where, as the platform said it or as a form or button repeats it. */
export interface Somebody {
  userId: string;
  /** Null where the platform did not say with the interaction; then it is asked. */
  groups: readonly string[] | null;
  /** Where they ask in that workspace; null elsewhere. */
  channelId: string | null;
}

/** What somebody is in a workspace at this moment; null for whoever is not in it, whatever the policy says of them. */
export type FindStanding = (workspace: WorkspacePolicy, somebody: Somebody) => Promise<Standing | null>;

interface Deps {
  /** The adapter of a workspace's platform. */
  chat(workspaceId: WorkspaceId): ChatAdapter;
  now(): Date;
}

export function createFindStanding(deps: Deps): FindStanding {
  const isInside = createIsInside(deps);
  return async (workspace, { userId, groups: told, channelId }) => {
    const groups = told ?? (await groupsOf(deps.chat(workspace.id), workspace, userId));
    if (!groups) return null;
    const isDepartments = Object.values(workspace.departments).some(({ channel }) => channel === channelId);
    const inside = channelId !== null && isDepartments && (await isInside(workspace.id, channelId, userId));
    return standingOf(workspace, { userId, groups, channelId: inside ? channelId : null });
  };
}

/** @returns null for whoever is not in the workspace, and for bots. */
async function groupsOf(
  chat: ChatAdapter,
  { id }: WorkspacePolicy,
  userId: string,
): Promise<string[] | null> {
  const person = await goneIsNull(chat.fetchPerson(id, userId));
  return person?.isMember && !person.isBot ? person.groups : null;
}

/**
 * Whether a channel is private and the person in it. A department's channel makes whoever asks there one of the
 * department, and a channel's id in a form or button proves nothing.
 */
function createIsInside({ chat, now }: Deps) {
  const kept = new Map<string, { at: number; inside: boolean }>();
  const ask = async (workspaceId: WorkspaceId, channelId: string, userId: string): Promise<boolean> => {
    const adapter = chat(workspaceId);
    const channel = await hiddenIsNull(adapter.fetchChannel(workspaceId, channelId));
    return channel?.isPrivate === true && adapter.canSee(workspaceId, channelId, userId);
  };
  return async (workspaceId: WorkspaceId, channelId: string, userId: string): Promise<boolean> => {
    const key = JSON.stringify([workspaceId, channelId, userId]);
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
