import { paragraph } from '../chat/rich.ts';
import { kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { isBarred } from './access.ts';
import { leadsWhoSee } from './caretakers.ts';
import type { Case, CaseFile } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery, TellsManagement } from './delivery.ts';
import { textsOf } from '../texts/index.ts';

/**
 * Very bad and very good: management hears at once, of each case once for each reason, at whatever hour. In its channel where the
 * policy names one, else each of its people whom the case is for by direct message; where there is none of them, the leads. Where
 * nobody is known by name the triage channel hears that they have to be told by hand.
 * @param by somebody who knows already
 * @param rating the one it is about; without it the last one the member gave
 */
export function tellManagement(
  file: CaseFile,
  why: TellsManagement,
  workspace: WorkspacePolicy,
  by: string | null = null,
  rating: number | null = lastRating(file),
): NewDelivery[] {
  const { caseId, workspaceId } = file.case;
  // A case may come back, and be rated otherwise.
  const key = `management-${caseId}-${why}${why === 'rating' && rating !== null ? `-${rating}` : ''}`;
  const body = { type: 'management' as const, why };
  if (workspace.management !== undefined)
    return [{ key, place: { type: 'channel', workspaceId, channelId: workspace.management }, body }];
  const people = managers(file, workspace);
  if (people.length === 0) return [nobodyKnown(`${key}-nobody`, workspace)];
  return people
    .filter((userId) => userId !== by)
    .map((userId) => ({ key: `${key}-${userId}`, place: { type: 'dm', workspaceId, userId }, body }));
}

/** Management as far as the policy names it and the case is for them; the leads where that is nobody. */
export function managers(file: CaseFile, workspace: WorkspacePolicy): string[] {
  const able = workspace.roles.management.people.filter((userId) => !isBarred(workspace, file, userId));
  return able.length > 0 ? able : leadsWhoSee(file, workspace);
}

/** How satisfied its member was when they last said so; null: they never did. */
export function lastRating({ closeRequests }: Pick<CaseFile, 'closeRequests'>): number | null {
  return closeRequests.findLast(({ rating }) => rating !== null)?.rating ?? null;
}

/** All of management, and of the leads, come in by a group: who that is only the platform knows. */
function nobodyKnown(key: string, workspace: WorkspacePolicy): NewDelivery {
  const { id, triage } = workspace;
  const { notices } = textsOf(workspace).rules;
  return {
    key,
    place: { type: 'channel', workspaceId: id, channelId: triage },
    body: {
      type: 'notice',
      title: notices.managementTitle,
      blocks: [paragraph(notices.tellManagement), paragraph(notices.nameManagement)],
    },
  };
}

/** What about a case as it is now is extreme, by what the policy says: how serious it is, and what it is. */
function extremesOf(
  { severity, kind }: Pick<Case, 'severity' | 'kind'>,
  { extremes }: Policy,
): ('severity' | 'kind')[] {
  return [
    ...(extremes.severities.includes(severity) ? ['severity' as const] : []),
    ...(extremes.kinds.includes(kind) ? ['kind' as const] : []),
  ];
}

/** Management hears of a case that has become extreme by this; of one that was before, it has heard. */
export function whenExtreme(
  before: Pick<Case, 'severity' | 'kind'> | null,
  file: CaseFile,
  workspace: WorkspacePolicy,
  policy: Policy,
): NewDelivery[] {
  const known = before === null ? [] : extremesOf(before, policy);
  const why = extremesOf(file.case, policy).find((each) => !known.includes(each));
  if (why === undefined) return [];
  // Of such a kind they hear by a message of its own already.
  const isTold =
    before?.kind !== file.case.kind &&
    kindOf(policy, file.case.kind).tell.includes('management') &&
    workspace.roles.management.people.some((userId) => !isBarred(workspace, file, userId));
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
    deliveries: [...(change.deliveries ?? []), ...tellManagement(file, 'rating', workspace, null, rating)],
  };
}
