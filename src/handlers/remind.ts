import { z } from 'zod';
import { attendanceFor } from '../cases/attendance.ts';
import { REMINDING, ring } from '../cases/ladder.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { ringWithUpdate, type Ringing } from '../replies/ring-with-update.ts';
import type { DueClock } from '../store/reminders-port.ts';
import { defineHandler, whoIsThere, type Context } from './handler.ts';

/**
 * Something is due for somebody: it goes out at once, and what is due for them shortly after comes along, so that it is one
 * message. What comes along is rung early, each case by itself; then all that has rung becomes one delivery.
 */
export const remind = defineHandler({
  name: 'remind',
  lane: 'record',
  data: z.object({ workspaceId: z.string(), tag: z.string() }),
  async run({ workspaceId, tag }, context) {
    const { store, once, policy, compose, now } = context;
    const workspace = workspaceOf(policy(workspaceId), workspaceId);
    const personId = await store.whoWaits(workspaceId, tag);
    if (workspace && personId !== null) {
      const ringing = { workspace, policy: policy(workspaceId), compose, now: now() };
      const { together } = ringing.policy.ladder;
      const at = ringing.now.getTime();
      const when = { by: new Date(at + together), quietSince: new Date(at - together) };
      for (const due of await store.clocksDueBy(workspaceId, personId, when))
        await ringEarly(due, personId, ringing, context).catch((error: unknown) =>
          // It rings by itself when it is due; one case must not keep somebody from hearing of the others.
          context.log.warn({ err: error, caseId: due.caseId }, 'a case could not come along with a reminder'),
        );
    }
    await once.gatherReminders(workspaceId, tag);
  },
});

/** Only what comes to this person anyway. Done before, by whichever process, there is no such clock any more. */
async function ringEarly(
  { clockId, generation, caseId }: DueClock,
  personId: string,
  ringing: Ringing,
  context: Context,
): Promise<void> {
  const { store } = context;
  const { workspace, policy, now } = ringing;
  const key = { workspaceId: workspace.id, caseId };
  const seen = await store.read(key);
  const due = seen?.clocks.find((each) => each.clockId === clockId && each.generation === generation);
  if (!seen || !due || !REMINDING.has(due.kind)) return;
  const attendance = await attendanceFor(
    (known) => ring(seen, due, workspace, policy, now, known),
    whoIsThere(context, workspace, now),
  );
  const comesToThem = (reminders: { personId: string }[] = []) =>
    reminders.some((each) => each.personId === personId);
  if (!comesToThem(ring(seen, due, workspace, policy, now, attendance).reminders)) return;
  await store.change(key, (file) => {
    const clock = file.clocks.find((each) => each.clockId === clockId && each.generation === generation);
    const change = clock && ringWithUpdate(file, clock, ringing, attendance);
    return { change: change && comesToThem(change.reminders) ? change : null, answer: null };
  });
}
