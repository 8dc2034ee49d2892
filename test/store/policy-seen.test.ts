import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, fresh, jobs, message, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;
beforeAll(async () => {
  record = await testRecord();
});
beforeEach(async () => {
  await record.pool.query('truncate hearback.policy_seen, hearback.outbox, hearback.cases cascade');
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const asked = async () => (await jobs(record.pool, 'recompute-clocks')).map(({ data }) => data);

describe('the policy that clocks follow', () => {
  it('is no news the first time, nor while it stays the same', async () => {
    await store.policyInForce('one');
    await store.policyInForce('one');

    expect(await asked()).toEqual([]);
  });

  it('is news once for each change, however many programs read it', async () => {
    await store.policyInForce('one');
    await Promise.all([store.policyInForce('two'), store.policyInForce('two'), store.policyInForce('two')]);
    expect(await asked()).toEqual([{ generation: 1, after: 0 }]);
    await store.policyInForce('one');

    expect(await asked()).toEqual([
      { generation: 1, after: 0 },
      { generation: 2, after: 0 },
    ]);
  });

  it('is carried out by whoever has read it, and not once there is another', async () => {
    await store.policyInForce('one');
    await store.policyInForce('two');

    expect(await store.policyWanted(1, 'two')).toBe('yes');
    expect(await store.policyWanted(1, 'one')).toBe('other');
    await store.policyInForce('three');
    expect(await store.policyWanted(1, 'two')).toBe('over');
  });

  it('is for running clocks it set and that have not rung, a few at a time', async () => {
    const { key } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    const changed = await store.change(key, () => ({
      change: {
        history: [],
        clocks: [
          { op: 'start', kind: 'first_response', dueAt: after(1) },
          { op: 'start', kind: 'resolution', dueAt: after(2) },
          { op: 'start', kind: 'update_due', dueAt: after(3) },
          { op: 'start', kind: 'department_answer', subject: 'qa', dueAt: after(4) },
          { op: 'start', kind: 'wake', dueAt: after(5), setBy: 'person' },
          { op: 'stop', kind: 'resolution' },
        ],
      },
      answer: null,
    }));
    const [first, promise, qa] = changed!.file.clocks.map(({ clockId }) => clockId);
    await store.change(key, () => ({
      change: { history: [], clocks: [{ op: 'rest', clockId: promise!, dueAt: after(9) }] },
      answer: null,
    }));

    expect(await store.policyClocks(0, 1)).toEqual([{ clockId: first, key }]);
    expect(await store.policyClocks(first!, 10)).toEqual([{ clockId: qa, key }]);
  });
});
