import type { CaseFile } from './case.ts';
import { isWaiting } from './acted.ts';
import type { DeliveryBody } from './delivery.ts';
import { isOvertaken } from './nudges.ts';

/** Where the case is on record. */
interface Reading {
  read(key: { workspaceId: string; caseId: number }): Promise<CaseFile | null>;
}

/** Asked of the record once more: what waited for its turn is not said after somebody acted, or the member has answered. */
export async function comesTooLate(
  body: DeliveryBody,
  { case: { workspaceId, caseId } }: CaseFile,
  store: Reading,
): Promise<boolean> {
  if (body.type !== 'reply' && !(body.type === 'reminder' && body.rang)) return false;
  const file = await store.read({ workspaceId, caseId });
  if (!file) return true;
  return body.type === 'reply' ? isOvertaken(file, body.replyId) : !isWaiting(file, body.rang!);
}
