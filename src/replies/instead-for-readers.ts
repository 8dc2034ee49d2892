import { isBarred } from '../cases/access.ts';
import type { CaseFile } from '../cases/case.ts';
import { isCc } from '../cases/cc.ts';
import type { DeliveryBody, NewDelivery } from '../cases/delivery.ts';
import { managers, tellManagement } from '../cases/extremes.ts';
import { readerOf } from '../chat/account.ts';
import type { Place } from '../chat/ref.ts';
import type { AppError } from '../errors.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { toTellByHand } from './undelivered.ts';

type ForReaders = Extract<DeliveryBody, { type: 'management' | 'copy' | 'followed' }>;

/** What is for people who hear of a case and need not look after it. */
export function isForReaders(body: DeliveryBody): body is ForReaders {
  return body.type === 'management' || body.type === 'copy' || body.type === 'followed';
}

/**
 * What is said when one of these cannot be delivered. Where the channel of management cannot be reached, its people are told. Whoever
 * the case is not for (any more) is told nothing, and nobody is told of that; but what is for management then reaches the others.
 */
export function insteadForReaders(
  key: string,
  { body, place }: { body: ForReaders; place: Place },
  file: CaseFile | null,
  reason: AppError,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const reader = readerOf(place, workspace.id);
  const isNotForThem =
    reader !== null && (reason.code === 'WOULD_LEAK' || (file !== null && isBarred(workspace, file, reader)));
  // By the same keys as at first, so that whoever has heard of it hears no second time.
  if (isNotForThem && file && body.type === 'management')
    return tellManagement(file, body.why, workspace, reader);
  const isTakenOff = body.type === 'copy' && file !== null && !isCc(file, place);
  if (isNotForThem || isTakenOff || body.type === 'followed') return [];
  const triage: Place = { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage };
  if (body.type === 'copy') return [toTellByHand(key, triage, 'copy', reason, workspace)];
  const people = file && place.type === 'channel' ? managers(file, workspace) : [];
  if (people.length === 0) return [toTellByHand(key, triage, 'management', reason, workspace)];
  return people.map((userId, index) => ({
    key: `${key}-${index}`,
    place: { type: 'dm', workspaceId: workspace.id, userId },
    body,
  }));
}
