import { z } from 'zod';
import type { Change } from '../cases/case.ts';
import { ring } from '../cases/clocks.ts';
import { communityRings } from '../cases/community.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { defineHandler } from './handler.ts';

/** A clock ran out: remind whoever is responsible, or the next on the ladder; the helpers' clock ends their turn. The row decides whether it still counts. */
export const ringClock = defineHandler({
  name: 'ring-clock',
  lane: 'record',
  data: z.object({ clockId: z.number(), generation: z.number() }),
  async run({ clockId, generation }, { store, once, policy, now }) {
    const found = await store.clock(clockId, generation);
    if (!found) return;
    const workspace = workspaceOf(policy(), found.key.workspaceId);
    if (!workspace) return;
    await once.change(found.key, (file) => {
      // Looked for again under the case's lock: somebody may have acted since.
      const clock = file.clocks.find((each) => each.clockId === clockId && each.generation === generation);
      return { change: clock ? rings(file, clock, workspace, policy(), now()) : null, answer: null };
    });
  },
});

/** Helpers are reminded of nothing: with their time the case goes on to whoever has it next. */
function rings(...[file, clock, workspace, policy, now]: Parameters<typeof ring>): Change | null {
  return clock.kind === 'community'
    ? communityRings(file, workspace, policy)
    : ring(file, clock, workspace, policy, now);
}
