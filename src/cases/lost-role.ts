import { accountKey } from '../chat/account.ts';
import type { CaseFile } from './case.ts';

/**
 * Whether somebody works on cases no more, as it was last seen: what was written to them because they did is taken back, but for a
 * case to which somebody has added them by name.
 */
export function hasLostRole(
  { case: { workspaceId }, lostRole = [], cc }: Pick<CaseFile, 'case' | 'lostRole' | 'cc'>,
  userId: string,
): boolean {
  if (!lostRole.includes(userId)) return false;
  const own = accountKey(workspaceId, userId);
  return !cc.some((each) => 'userId' in each && accountKey(workspaceId, each.userId) === own);
}
