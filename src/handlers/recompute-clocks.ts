import { z } from 'zod';
import { clockTimesOf } from '../cases/clock-times.ts';
import { whenPolicyChanged } from '../cases/clock-turns.ts';
import type { Change } from '../cases/change.ts';
import { NotYet } from '../errors.ts';
import type { PolicyClock } from '../store/policy-seen-port.ts';
import { defineHandler, type Context } from './handler.ts';

/** So many clocks are looked at in a step. */
const STEP = 20;
/** How long a program that has not read the new policy yet leaves it to the others (ms). */
const READ_SOON_MS = 2_000;

/**
 * The policy has other times: clocks that run follow it, as if it had been so when they were started. Each is moved under the lock
 * of its case, and what has rung keeps its ladder. A step that is repeated finds nothing left to move.
 */
export const recomputeClocks = defineHandler({
  name: 'recompute-clocks',
  lane: 'record',
  data: z.object({ generation: z.number(), after: z.number() }),
  async run({ generation, after }, context) {
    const { store, once, policies } = context;
    const wanted = await store.policyWanted(generation, clockTimesOf(policies()));
    if (wanted === 'over') return;
    if (wanted === 'other')
      throw new NotYet('This program has not read the policy that clocks are to follow.', READ_SOON_MS);
    const clocks = await store.policyClocks(after, STEP);
    for (const clock of clocks) await moveOne(clock, context);
    const last = clocks.at(-1);
    if (last && clocks.length === STEP) await once.policyNext(generation, last.clockId);
  },
});

async function moveOne({ clockId, key }: PolicyClock, { store, policy, now }: Context): Promise<void> {
  await store.change(key, (file) => {
    // Looked for again under the case's lock: it may have rung, or be over.
    const clock = file.clocks.find((each) => each.clockId === clockId);
    const move = clock && whenPolicyChanged(file, clock, policy(key.workspaceId), now());
    const change: Change | null = move ? { history: [], clocks: [move] } : null;
    return { change, answer: null };
  });
}
