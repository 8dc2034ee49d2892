import { z } from 'zod';
import { attendanceFor } from '../cases/attendance.ts';
import { caretakers } from '../cases/caretakers.ts';
import { noteText, saidBelowCard, spokenFor } from '../cases/thread-note.ts';
import { idIn } from '../chat/account.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { defineHandler, whoIsThere } from './handler.ts';
import { textsOf } from '../texts/index.ts';

/** Somebody wrote in the thread of one of our cards, in an internal channel: it is a note of its case, and stays inside. */
export const recordNote = defineHandler({
  name: 'record-note',
  lane: 'record',
  data: z.object({ intakeId: z.number() }),
  async run({ intakeId }, context) {
    const { store, once, policy, now } = context;
    const intake = await store.intake(intakeId);
    if (!intake || intake.event.kind !== 'message_posted') return;
    const { message } = intake.event;
    const card = await store.cardOfWords(intake.event);
    const workspace = card && workspaceOf(policy(card.workspaceId), card.workspaceId);
    const file = card && (await store.read(card));
    if (!card || !workspace || !file) return;
    const attendance = await attendanceFor(
      (known) => caretakers(file, workspace, known),
      whoIsThere(context, workspace, now()),
    );
    const department = spokenFor(card.department, message, workspace);
    // Whoever of another workspace says it is written so in the record of the case.
    const userId = idIn(card.workspaceId, { ...message.ref, userId: message.author.userId });
    const author = { ...message.author, userId };
    await once.addNote(
      card,
      { message, text: noteText(message, textsOf(workspace)), department },
      (current) => ({
        change: saidBelowCard(current, { ...message, author }, department, workspace, attendance),
        answer: null,
      }),
    );
  },
});
