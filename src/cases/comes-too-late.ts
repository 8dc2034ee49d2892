import type { Place } from '../chat/ref.ts';
import type { CaseFile } from './case.ts';
import { isCc } from './cc.ts';
import { isWaiting } from './acted.ts';
import type { DeliveryBody } from './delivery.ts';
import { isOvertaken } from './nudges.ts';

/** Where the case is on record. */
interface Reading {
  read(key: { workspaceId: string; caseId: number }): Promise<CaseFile | null>;
}

/**
 * Asked of the record once more: what waited for its turn is not said after somebody acted, or the member has answered, or to whoever
 * was taken off the case before they heard of it.
 */
export async function comesTooLate(
  body: DeliveryBody,
  place: Place,
  { case: { workspaceId, caseId } }: CaseFile,
  store: Reading,
): Promise<boolean> {
  const isRung = body.type === 'reminder' && body.rang;
  if (body.type !== 'reply' && body.type !== 'copy' && !isRung) return false;
  const file = await store.read({ workspaceId, caseId });
  if (!file) return true;
  if (body.type === 'copy') return !isCc(file, place);
  return body.type === 'reply' ? isOvertaken(file, body.replyId) : !isWaiting(file, body.rang!);
}
