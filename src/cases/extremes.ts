import { kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { isBarred } from './access.ts';
import { leadsWhoSee } from './caretakers.ts';
import type { Case, CaseFile } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery, TellsManagement } from './delivery.ts';

/**
 * Very bad and very good: management hears at once, of each case once for each reason, at whatever hour. In its channel where the
 * policy names one, else each of its people whom the case is for by direct message; where there is none of them, the leads.
 * @param by somebody who knows already
 */
export function tellManagement(
  file: CaseFile,
  why: TellsManagement,
  workspace: WorkspacePolicy,
  by: string | null = null,
): NewDelivery[] {
  const { caseId, workspaceId } = file.case;
  const key = `management-${caseId}-${why}`;
  const body = { type: 'management' as const, why };
  if (workspace.management !== undefined)
    return [{ key, place: { type: 'channel', workspaceId, channelId: workspace.management }, body }];
  return managers(file, workspace)
    .filter((userId) => userId !== by)
    .map((userId) => ({ key: `${key}-${userId}`, place: { type: 'dm', workspaceId, userId }, body }));
}

/** Management as far as the policy names it and the case is for them; the leads where that is nobody. */
export function managers(file: CaseFile, workspace: WorkspacePolicy): string[] {
  const able = workspace.roles.management.people.filter((userId) => !isBarred(workspace, file, userId));
  return able.length > 0 ? able : leadsWhoSee(file, workspace);
}

/** What about a case as it is now is extreme, by what the policy says: how serious it is, or what it is. */
function extremeOf(
  { severity, kind }: Pick<Case, 'severity' | 'kind'>,
  { extremes }: Policy,
): 'severity' | 'kind' | null {
  if (extremes.severities.includes(severity)) return 'severity';
  return extremes.kinds.includes(kind) ? 'kind' : null;
}

/** Management hears of a case that has become extreme by this; of one that was before, it has heard. */
export function whenExtreme(
  before: Pick<Case, 'severity' | 'kind'> | null,
  file: CaseFile,
  workspace: WorkspacePolicy,
  policy: Policy,
): NewDelivery[] {
  const why = extremeOf(file.case, policy);
  if (why === null || (before !== null && extremeOf(before, policy) === why)) return [];
  // Of such a kind they hear by a message of its own already.
  const isTold =
    before?.kind !== file.case.kind && kindOf(policy, file.case.kind).tell.includes('management');
  if (isTold && workspace.management === undefined) return [];
  return tellManagement(file, why, workspace);
}

/** The member rates how it was looked after: the best and the worst reach management. */
export function whenRated(
  change: Change,
  file: CaseFile,
  workspace: WorkspacePolicy,
  policy: Policy,
): Change {
  const rating = change.closing && 'rating' in change.closing ? change.closing.rating : undefined;
  if (rating === undefined || !policy.extremes.ratings.includes(rating)) return change;
  return {
    ...change,
    deliveries: [...(change.deliveries ?? []), ...tellManagement(file, 'rating', workspace)],
  };
}
