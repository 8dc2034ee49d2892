import { addDeliveries } from './deliveries.ts';
import { caseOfDirect, communityOf, type Posted } from './direct.ts';
import type { NewIntake } from './store.ts';
import { whyWithheld } from './withheld.ts';
import type { Work } from './work.ts';

/** Somebody who wrote to us about no case is told how to be heard, unless that was so long ago (ms). */
const HINT_WITHIN_MS = 3_600_000;

/** The event in the community it is about, where only its case says which that is; null when it is about none. */
export async function placed(work: Work, intake: NewIntake): Promise<NewIntake | null> {
  const { event } = intake;
  const isDirect = event.kind === 'message_posted' && event.isDirect;
  if (!isDirect && !event.communities) return intake;
  const { communities: _communities, ...said } = event;
  if (said.kind !== 'message_posted') {
    const workspaceId = await communityOf(work.sql, event);
    return workspaceId === null ? null : { ...intake, event: { ...said, workspaceId } };
  }
  const found = await caseOfDirect(work.sql, {
    ...said,
    ...(event.communities && { communities: event.communities }),
  });
  if (!found) {
    await hint(work, said);
    return null;
  }
  const { workspaceId } = found;
  const message = { ...said.message, ref: { ...said.message.ref, workspaceId } };
  return { ...intake, event: { ...said, workspaceId, message } };
}

/** Once a day at most, and to nobody who does not want to be known to us. */
async function hint(work: Work, { workspaceId, message, at }: Posted): Promise<void> {
  const { userId } = message.author;
  const isOld = work.at.getTime() - at.getTime() > HINT_WITHIN_MS;
  if (isOld || (await whyWithheld(work.sql, message))) return;
  const key = `hint-${userId}-${work.at.toISOString().slice(0, 10)}`;
  const place = { type: 'dm' as const, workspaceId, userId };
  await addDeliveries(work, { workspaceId, caseId: null }, [{ key, place, body: { type: 'hint' } }]);
}
