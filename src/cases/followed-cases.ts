import { idIn, type Account } from '../chat/account.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Place, WorkspaceId } from '../chat/ref.ts';
import { AppError, PermissionMissing, TargetGone } from '../errors.ts';
import { departmentOf, homeOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { isBarred, maySee, standingOf } from './access.ts';
import type { CaseFile, HistoryRow } from './case.ts';
import type { View } from './cards/view.ts';
import { assertInternal, type Surroundings } from './leaks.ts';
import { hasLostRole } from './lost-role.ts';

/** A case somebody follows, and what has happened to it. */
export interface FollowedCase {
  view: View;
  steps: HistoryRow[];
}

/** What only the platform knows. */
type Around = Surroundings & Pick<ChatAdapter, 'canSee'>;

/** Where it is on record. */
interface Reading {
  store: {
    newsIn(deliveryId: number): Promise<{ caseId: number; steps: HistoryRow[] }[]>;
    read(key: { workspaceId: WorkspaceId; caseId: number }): Promise<CaseFile | null>;
  };
  workspace: WorkspacePolicy;
  policy: Policy;
}

/**
 * What a message to a follower tells, asked at the moment it is sent: cases that are for them still, and those that are not.
 * @param around null where nothing is posted anew and the platform is not asked
 */
export async function followedCases(
  { deliveryId, workspaceId, place }: { deliveryId: number; workspaceId: WorkspaceId; place: Place },
  { store, workspace, policy }: Reading,
  around: Around | null,
): Promise<{ theirs: FollowedCase[]; lost: number[] }> {
  if (place.type !== 'dm') return { theirs: [], lost: [] };
  const theirs: FollowedCase[] = [];
  const lost: number[] = [];
  for (const { caseId, steps } of await store.newsIn(deliveryId)) {
    const file = await store.read({ workspaceId, caseId });
    if (file && (await isFor(place, file, workspace, around)))
      theirs.push({ view: { file, workspace, policy, earlier: [] }, steps });
    else lost.push(caseId);
  }
  return { theirs, lost };
}

async function isFor(
  place: Extract<Place, { type: 'dm' }>,
  file: CaseFile,
  workspace: WorkspacePolicy,
  around: Around | null,
): Promise<boolean> {
  const reader = idIn(workspace.id, place);
  if (!around) return !isBarred(workspace, file, reader) && !hasLostRole(file, reader);
  try {
    await assertInternal(place, file, workspace, around);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'WOULD_LEAK')
      return seesInChannel(place, file, workspace, around);
    // Their account is deleted.
    if (error instanceof TargetGone) return false;
    throw error;
  }
}

/** Somebody belongs to a department by being in its private channel, as where they asked to follow it: that is asked of the platform. */
async function seesInChannel(
  { workspaceId, userId }: Extract<Place, { type: 'dm' }>,
  file: CaseFile,
  workspace: WorkspacePolicy,
  around: Around,
): Promise<boolean> {
  const channels = file.departments
    .map((key) => departmentOf(workspace, key))
    .filter((each) => each !== undefined && each.channel !== '' && homeOf(workspace, each) === workspaceId)
    .map((each) => each?.channel ?? '');
  for (const channelId of channels) {
    const asker = { userId: idIn(workspace.id, { workspaceId, userId }), groups: [], channelId };
    if (!maySee(standingOf(workspace, asker), file)) continue;
    if (await isInPrivate(channelId, { workspaceId, userId }, around)) return true;
  }
  return false;
}

/** Of a channel that is deleted, or that the bot is not in, nobody is known to be in: the other cases are told all the same. */
async function isInPrivate(
  channelId: string,
  { workspaceId, userId }: Account,
  around: Around,
): Promise<boolean> {
  try {
    const { isPrivate } = await around.fetchChannel(workspaceId, channelId);
    return isPrivate && (await around.canSee(workspaceId, channelId, userId));
  } catch (error) {
    if (error instanceof TargetGone || error instanceof PermissionMissing) return false;
    throw error;
  }
}
