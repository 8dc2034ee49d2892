import { expect } from '@jest/globals';
import type { Outbox, OutboxRow } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { after, deliveryTo, fresh, message, opened, START } from './record.ts';

/** Adds `count` rows due at once, and one for each clock. */
export async function add(store: Store, count: number, ...clockMinutes: number[]): Promise<void> {
  const workspaceId = fresh('slack:T');
  for (let index = 0; index < count; index += 1)
    await store.say(workspaceId, deliveryTo(workspaceId, fresh('key'), { type: 'triage' }));
  for (const minutes of clockMinutes) {
    await opened(store, message({ workspaceId }), {
      history: [],
      clocks: [{ op: 'start', kind: 'update_due', dueAt: after(minutes) }],
    });
  }
}

/** Dispatches what is due up to `horizon`, and gives it back. */
export async function take(outbox: Outbox, horizon: Date, limit = 1000): Promise<OutboxRow[]> {
  const taken: OutboxRow[] = [];
  const { moved } = await outbox.dispatch(horizon, limit, async (rows) => {
    taken.push(...rows);
  });
  expect(moved).toBe(taken.length);
  return taken;
}

/** Dispatches the one row there is. */
export async function takeOne(outbox: Outbox): Promise<number> {
  const [only, ...more] = await take(outbox, START);
  if (!only || more.length > 0) throw new Error('not one row');
  return only.outboxId;
}
