import { NotPossible } from '../errors.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';

/** Somebody who sees a case wants to hear of what happens to it. */
export function follow(file: CaseFile, userId: string): Change {
  if (file.followers.includes(userId)) throw new NotPossible(({ rules }) => rules.refusals.following);
  return { follow: { add: [userId] }, history: [{ action: 'followed', actorId: userId }] };
}

export function unfollow(file: CaseFile, userId: string): Change {
  if (!file.followers.includes(userId)) throw new NotPossible(({ rules }) => rules.refusals.notFollowing);
  return { follow: { remove: [userId] }, history: [{ action: 'unfollowed', actorId: userId }] };
}
