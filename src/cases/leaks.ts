import { idIn, type Account } from '../chat/account.ts';
import type { ChannelInfo, Person } from '../chat/message.ts';
import type { Place, WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import type { Wording } from '../texts/index.ts';
import { internalChannels, kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { isBarred, maySee, mayWorkOn, standingOf } from './access.ts';
import type { CaseFile } from './case.ts';
import type { DeliveryBody } from './delivery.ts';
import { isRestricted } from './exclude.ts';

/** The questions about a place that only the platform can answer. */
export interface Surroundings {
  fetchPerson(workspaceId: WorkspaceId, userId: string): Promise<Pick<Person, 'groups' | 'isMember'>>;
  fetchChannel(workspaceId: WorkspaceId, channelId: string): Promise<ChannelInfo>;
}

/**
 * Internal text goes to private channels named in the policy and to people who work there at this moment, and nowhere else.
 * A case is never told to somebody who is kept out of it, or to the member it is about, staff or not; one that only leads see
 * to nobody who is none.
 * Asked before every card is posted, whatever asked for it.
 * @param around answers for the workspace of the place, which is another one than the case's for a department that lives there
 * @param readers `anybody` for what is meant for people without a role as well, as a direct message
 * @throws {AppError} WOULD_LEAK
 */
export async function assertInternal(
  place: Place,
  file: CaseFile | null,
  workspace: WorkspacePolicy,
  around: Surroundings,
  readers: 'staff' | 'anybody' = 'staff',
): Promise<void> {
  switch (place.type) {
    // Below a card in an internal channel the same people read along as in the channel.
    case 'thread':
    case 'channel': {
      if (!internalChannels(workspace, place.workspaceId).has(place.channelId))
        throw leak(({ says }) => (place.type === 'thread' ? says.leaks.thread : says.leaks.channel));
      const { isPrivate, isShared, name } = await around.fetchChannel(place.workspaceId, place.channelId);
      if (isShared) throw leak(({ says }) => says.leaks.shared(name));
      if (!isPrivate) throw leak(({ says }) => says.leaks.public(name));
      return;
    }
    case 'dm': {
      if (file && isBarred(workspace, file, idIn(workspace.id, place)))
        throw leak(({ says }) => says.leaks.notForThem);
      if (!file || (readers === 'anybody' && file.case.audience !== 'leads')) return;
      if (!(await seesNow(place, file, workspace, around)))
        throw leak(({ says }) =>
          file.case.audience === 'leads' ? says.leaks.onlyLeads : says.leaks.noLongerTheirs,
        );
    }
  }
}

/** Whom a direct message may be meant for: kind words and thanks for a flag also reach people who work on no cases. */
export function readersOf(body: DeliveryBody): 'staff' | 'anybody' {
  return body.type === 'praise' || (body.type === 'notice' && body.toFlagger) ? 'anybody' : 'staff';
}

/**
 * A reply waits for its turn, for hours when a platform is out, and the case may have become another one meanwhile: in private,
 * or for few. Asked before anything is posted where others can read it.
 * @throws {AppError} WOULD_LEAK
 */
export function assertStillMeant(file: CaseFile, replyId: number, policy: Policy): void {
  const reply = file.replies.find((each) => each.replyId === replyId);
  if (!reply || reply.place.type === 'dm') return;
  const isToHelpers = reply.purpose === 'community' || reply.purpose === 'thanks';
  if (isToHelpers && isRestricted(file)) throw leak(({ says }) => says.leaks.helpers);
  if (!isToHelpers && kindOf(policy, file.case.kind).answer === 'private')
    throw leak(({ says }) => says.leaks.inPrivate);
}

/** Somebody whom the policy does not name may have their role by group, or may have had it. */
async function seesNow(
  reader: Account,
  file: CaseFile,
  workspace: WorkspacePolicy,
  around: Surroundings,
): Promise<boolean> {
  const userId = idIn(workspace.id, reader);
  const standingWith = (groups: readonly string[]) =>
    standingOf(workspace, { userId, groups, channelId: null });
  if (mayWorkOn(standingWith([]), file)) return true;
  const { groups, isMember } = await around.fetchPerson(reader.workspaceId, reader.userId);
  return isMember && maySee(standingWith(groups), file);
}

function leak(said: Wording): AppError {
  return new AppError('WOULD_LEAK', said, 'never');
}
