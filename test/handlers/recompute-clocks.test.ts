import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { clockTimes } from '../../src/cases/clock-times.ts';
import type { ClockChange } from '../../src/cases/change.ts';
import { startClock } from '../../src/cases/clocks.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { recomputeClocks } from '../../src/handlers/recompute-clocks.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy as usual, workspace } from '../support/factories.ts';
import { after, jobs, message, opened, START } from '../store/record.ts';

const MINUTE = 60_000;
const policyOf = (firstResponse: number): Policy => ({
  ...usual,
  severities: {
    ...usual.severities,
    normal: { firstResponse: firstResponse * MINUTE, updateDue: 90 * MINUTE },
  },
});
const BEFORE = policyOf(30);
const NEXT = policyOf(10);

let record: TestRecord;
let store: Store;
let minutes = 0;
let policy = BEFORE;
beforeAll(async () => {
  record = await testRecord();
});
beforeEach(async () => {
  await record.pool.query('truncate hearback.policy_seen, hearback.outbox, hearback.cases cascade');
  minutes = 0;
  policy = BEFORE;
  store = createStore(record.pool, { now: () => after(minutes) });
  await store.policyInForce(clockTimes(BEFORE));
});
afterAll(() => record.drop());

/** A case with its first clock. */
async function waiting(...more: ClockChange[]) {
  const source = message({ workspaceId: workspace.id });
  const { key, file } = await opened(store, source);
  const clocks = [startClock('first_response', file.case, BEFORE, START), ...more];
  const changed = await store.change(key, () => ({ change: { history: [], clocks }, answer: null }));
  return { key, clockId: changed!.file.clocks[0]!.clockId };
}

const dueOf = async (key: Parameters<Store['read']>[0]) =>
  (await store.read(key))?.clocks.map(({ dueAt, generation }) => [dueAt, generation]);

/** What the queue does: all jobs that wait, one after the other, and the ones they ask for. */
async function runAll(once = (job: number) => store.once({ job })) {
  for (;;) {
    const job = (await jobs(record.pool, 'recompute-clocks')).find(({ isDone }) => !isDone);
    if (!job) return;
    await run(job.data, once(job.outboxId));
    await record.pool.query('update hearback.outbox set done_at = now() where outbox_id = $1', [
      job.outboxId,
    ]);
  }
}
function run(data: Record<string, unknown>, once = store) {
  const context = {
    store,
    once,
    policy: () => policy,
    policies: () => [policy],
    now: () => after(minutes),
    log: pino({ level: 'silent' }),
  };
  return recomputeClocks.run(recomputeClocks.data.parse(data), context as unknown as Context);
}
async function newPolicy(next: Policy) {
  policy = next;
  await store.policyInForce(clockTimes(next));
}

describe('clocks that run when the policy changes', () => {
  it('go on from when they were started, and are due at once where that is over', async () => {
    const { key, clockId } = await waiting();
    minutes = 20;
    await newPolicy(NEXT);

    await runAll();

    expect(await dueOf(key)).toEqual([[after(10), 2]]);
    const rings = (await jobs(record.pool, 'ring-clock')).filter(({ data }) => data['clockId'] === clockId);
    expect(rings.map(({ data, runAt }) => [data['generation'], runAt])).toEqual([
      [1, after(30)],
      [2, after(10)],
    ]);
    // The job of the time before finds nothing.
    expect(await store.clock(clockId, 1)).toBeNull();
  });

  it('are moved once, however often a step is run', async () => {
    const { key } = await waiting();
    await newPolicy(NEXT);
    await run({ generation: 1, after: 0 });
    await run({ generation: 1, after: 0 });

    expect(await dueOf(key)).toEqual([[after(10), 2]]);
  });

  it('are moved in small steps, each asking for the next', async () => {
    const departments = Array.from({ length: 24 }, (_, index) => `d${index}`);
    const { key } = await waiting(
      ...departments.map((subject): ClockChange => ({
        op: 'start',
        kind: 'department_answer',
        subject,
        dueAt: after(30),
      })),
    );
    await newPolicy({
      ...NEXT,
      severities: {
        ...NEXT.severities,
        normal: { ...NEXT.severities.normal, departmentAnswer: 10 * MINUTE },
      },
    });

    await runAll();

    expect(await jobs(record.pool, 'recompute-clocks')).toHaveLength(2);
    expect(await dueOf(key)).toEqual(Array.from({ length: 25 }, () => [after(10), 2]));
  });

  it('keep their ladder once they have rung, and the time a person set', async () => {
    const rung = await waiting();
    await store.change(rung.key, () => ({
      change: { history: [], clocks: [{ op: 'again', clockId: rung.clockId, dueAt: after(99) }] },
      answer: null,
    }));
    const own = await waiting({ op: 'start', kind: 'first_response', dueAt: after(77), setBy: 'person' });
    await newPolicy(NEXT);

    await runAll();

    expect(await dueOf(rung.key)).toEqual([[after(99), 2]]);
    expect(await dueOf(own.key)).toEqual([[after(77), 1]]);
  });

  it('wait for a program that has read the policy, and for nobody once there is another one', async () => {
    const { key } = await waiting();
    await newPolicy(NEXT);
    policy = BEFORE;
    await expect(run({ generation: 1, after: 0 })).rejects.toMatchObject({ code: 'NOT_YET' });
    await newPolicy(policyOf(5));
    await run({ generation: 1, after: 0 });
    expect(await dueOf(key)).toEqual([[after(30), 1]]);

    await runAll();
    expect(await dueOf(key)).toEqual([[after(5), 2]]);
  });
});
