import { z } from 'zod';
import { attendanceFor } from '../cases/attendance.ts';
import { both } from '../cases/both.ts';
import { caretakers } from '../cases/caretakers.ts';
import { wrote } from '../cases/conversation.ts';
import { laterEvidence } from '../cases/evidence.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { defineHandler, whoIsThere } from './handler.ts';

/** Somebody wrote in the thread of a case, or the member to us alone: it belongs to its correspondence. */
export const recordMessage = defineHandler({
  name: 'record-message',
  lane: 'record',
  data: z.object({ intakeId: z.number() }),
  async run({ intakeId }, context) {
    const { store, once, policy, now } = context;
    const intake = await store.intake(intakeId);
    if (!intake || intake.event.kind !== 'message_posted') return;
    const { workspaceId, message, isDirect } = intake.event;
    const workspace = workspaceOf(policy(workspaceId), workspaceId);
    const file = await store.caseOfWords(intake.event);
    if (!workspace || !file) return;
    const role = message.author.userId === file.case.member.userId ? 'member' : 'thread';
    const attendance = await attendanceFor(
      (known) => caretakers(file, workspace, known),
      whoIsThere(context, workspace, now()),
    );
    await once.addMessage(
      { workspaceId, caseId: file.case.caseId },
      { role, snapshot: message },
      (current) => ({
        change: both(
          wrote(current, message, workspace, policy(workspaceId), now(), { isDirect, attendance }),
          {
            history: [],
            deliveries: laterEvidence(current, message, workspace),
          },
        ),
        answer: null,
      }),
    );
  },
});
