import { z } from 'zod';
import { attendanceFor, EVERYBODY_IN } from '../cases/attendance.ts';
import { caretakers } from '../cases/caretakers.ts';
import { edited } from '../cases/conversation.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { defineHandler, whoIsThere } from './handler.ts';

/** A recorded message was edited: its words before and after are both kept, and what the member changed is told. */
export const recordEdit = defineHandler({
  name: 'record-edit',
  lane: 'record',
  data: z.object({ intakeId: z.number() }),
  async run({ intakeId }, context) {
    const { store, once, policy, now } = context;
    const intake = await store.intake(intakeId);
    if (!intake || intake.event.kind !== 'message_edited') return;
    const { workspaceId, channelId, messageId, text, at } = intake.event;
    const ref = { workspaceId, channelId, messageId };
    const workspace = workspaceOf(policy(workspaceId), workspaceId);
    // Also those that have ended: somebody is told of an edit there as well.
    const known = workspace ? await store.casesOfMessage(ref) : [];
    const attendance =
      workspace &&
      (await attendanceFor(
        (there) => known.map((file) => caretakers(file, workspace, there)),
        whoIsThere(context, workspace, now()),
      ));
    await once.addVersion(ref, { text, at }, (file, edit) =>
      workspace
        ? edited(
            file,
            { ...edit, ref, at },
            workspace,
            policy(workspaceId),
            now(),
            attendance ?? EVERYBODY_IN,
          )
        : null,
    );
  },
});
