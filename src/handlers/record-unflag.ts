import { z } from 'zod';
import { takenBack } from '../cases/open.ts';
import { NotYet } from '../errors.ts';
import { defineHandler } from './handler.ts';

/** How long a taking back waits for the flag it belongs to, when both came at once (ms). */
const WAIT_FOR_FLAG_MS = 500;

/** Somebody took their flag back: within the undo window it never was. */
export const recordUnflag = defineHandler({
  name: 'record-unflag',
  lane: 'record',
  data: z.object({ intakeId: z.number() }),
  async run({ intakeId }, { store, once, policy, now }) {
    const intake = await store.intake(intakeId);
    if (!intake || intake.event.kind !== 'reaction_removed') return;
    const { event } = intake;
    const found = await store.flagOf(intake);
    if (!found) return;
    if (!found.isRecorded) throw new NotYet('The flag itself is still being recorded.', WAIT_FOR_FLAG_MS);
    const isInTime =
      event.at.getTime() - found.flag.event.at.getTime() <= policy(event.workspaceId).undoWindow;
    // A case that was removed when its time was over does not keep the same person from flagging the message anew.
    if (isInTime || found.isGone) await store.forgetFlag(intake);
    if (!isInTime) return;
    const file = await store.caseOfMessage(event.workspaceId, event, null);
    if (!file?.reporters.includes(event.userId)) return;
    await once.change({ workspaceId: event.workspaceId, caseId: file.case.caseId }, (current) => ({
      change: takenBack(current, event.userId, now()),
      answer: null,
    }));
  },
});
