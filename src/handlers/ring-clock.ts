import { z } from 'zod';
import { attendanceFor, type Attendance } from '../cases/attendance.ts';
import type { CaseFile, Clock } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { communityRings } from '../cases/community.ts';
import { NOTHING_SAID } from '../cases/details.ts';
import { ring } from '../cases/ladder.ts';
import { silenceRings } from '../cases/nudges.ts';
import type { Prepared } from '../cases/open.ts';
import { wakeRings } from '../cases/wake.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { prepare } from '../replies/prepare.ts';
import { ringWithUpdate, type Ringing } from '../replies/ring-with-update.ts';
import { defineHandler, whoIsThere } from './handler.ts';

/** A clock ran out: remind whoever is responsible, or the next on the ladder; the helpers' clock ends their turn. The row decides whether it still counts. */
export const ringClock = defineHandler({
  name: 'ring-clock',
  lane: 'record',
  data: z.object({ clockId: z.number(), generation: z.number() }),
  async run({ clockId, generation }, context) {
    const { store, once, policy, compose, now } = context;
    const found = await store.clock(clockId, generation);
    if (!found) return;
    const { key, clock: due } = found;
    const workspace = workspaceOf(policy(key.workspaceId), key.workspaceId);
    const seen = await store.read(key);
    if (!workspace || !seen) return;
    const ringing = { workspace, policy: policy(key.workspaceId), compose, now: now() };
    const attendance = await attendanceFor(
      (known) => ring(seen, due, workspace, ringing.policy, ringing.now, known),
      whoIsThere(context, workspace, ringing.now),
    );
    await once.change(key, (file) => {
      // Looked for again under the case's lock: somebody may have acted since.
      const clock = file.clocks.find((each) => each.clockId === clockId && each.generation === generation);
      return { change: clock ? rings(file, clock, ringing, attendance) : null, answer: null };
    });
  },
});

/** What each kind of clock is for decides what happens when it rings. */
function rings(file: CaseFile, clock: Clock, ringing: Ringing, attendance: Attendance): Change | null {
  const { workspace, policy, now } = ringing;
  switch (clock.kind) {
    // Helpers are reminded of nothing: with their time the case goes on to whoever has it next.
    case 'community':
      return communityRings(file, workspace, policy, now);
    case 'silence':
      return silenceRings(file, clock, workspace, policy, (template) => nudge(template, file, ringing), now);
    case 'wake':
      return wakeRings(file, clock, workspace, policy, now, attendance);
    case 'first_response':
    case 'next_response':
    case 'update_due':
    case 'department_answer':
    case 'resolution':
      return ringWithUpdate(file, clock, ringing, attendance);
  }
}

function nudge(template: string, file: CaseFile, { workspace, policy, compose, now }: Ringing): Prepared {
  return prepare([template], file, workspace, policy, compose, now, NOTHING_SAID);
}
