import { z } from 'zod';
import { defineHandler } from './handler.ts';

/** A recorded message was deleted on the platform: that too is a version; what was said stays in the record. */
export const recordDelete = defineHandler({
  name: 'record-delete',
  lane: 'record',
  data: z.object({ intakeId: z.number() }),
  async run({ intakeId }, { store, once }) {
    const intake = await store.intake(intakeId);
    if (!intake || intake.event.kind !== 'message_deleted') return;
    const { workspaceId, channelId, messageId, at } = intake.event;
    await once.addVersion({ workspaceId, channelId, messageId }, { text: null, at });
  },
});
