import { z } from 'zod';
import { wroteInThread } from '../cases/conversation.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { defineHandler } from './handler.ts';

/** Somebody wrote in the thread of a case: it belongs to its correspondence. */
export const recordMessage = defineHandler({
  name: 'record-message',
  lane: 'record',
  data: z.object({ intakeId: z.number() }),
  async run({ intakeId }, { store, once, policy, now }) {
    const intake = await store.intake(intakeId);
    if (!intake || intake.event.kind !== 'message_posted') return;
    const { workspaceId, message } = intake.event;
    const workspace = workspaceOf(policy(), workspaceId);
    const file = await store.caseOfMessage(workspaceId, message.ref, message.threadRoot ?? null);
    if (!workspace || !file) return;
    const role = message.author.userId === file.case.member.userId ? 'member' : 'thread';
    await once.addMessage(
      { workspaceId, caseId: file.case.caseId },
      { role, snapshot: message },
      (current) => ({
        change: wroteInThread(current, message, workspace, policy(), now()),
        answer: null,
      }),
    );
  },
});
