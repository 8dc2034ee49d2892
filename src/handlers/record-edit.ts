import { z } from 'zod';
import { defineHandler } from './handler.ts';

/** A recorded message was edited: its words before and after are both kept. */
export const recordEdit = defineHandler({
  name: 'record-edit',
  lane: 'record',
  data: z.object({ intakeId: z.number() }),
  async run({ intakeId }, { store, once }) {
    const intake = await store.intake(intakeId);
    if (!intake || intake.event.kind !== 'message_edited') return;
    const { workspaceId, channelId, messageId, text, at } = intake.event;
    await once.addVersion({ workspaceId, channelId, messageId }, { text, at });
  },
});
