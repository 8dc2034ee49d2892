import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { START } from './record.ts';
import { none, refreshes, waiting } from './delivery.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

describe('cards that follow their case', () => {
  const claim: Change = { history: [{ action: 'claimed', actorId: 'anna' }], set: { handlerId: 'anna' } };

  it('asks for one refresh a change once a card is posted, and for none before', async () => {
    const { key, deliveryId, posted } = await waiting(store, record.pool);
    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await refreshes(record.pool, key.caseId)).toBe(0);
    await store.deliver(deliveryId, async () => ({ posted }), none);
    expect(await refreshes(record.pool, key.caseId)).toBe(0);

    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await refreshes(record.pool, key.caseId)).toBe(1);
    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await refreshes(record.pool, key.caseId)).toBe(2);
  });

  it('finds the cards that show an older version, until they are marked as showing the newest', async () => {
    const { key, deliveryId, posted } = await waiting(store, record.pool, {
      type: 'escalation',
      department: 'qa',
      cc: false,
    });
    await store.deliver(deliveryId, async () => ({ posted }), none);
    expect(await store.staleCards(key.caseId)).toEqual([]);

    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await store.staleCards(key.caseId)).toMatchObject([
      { deliveryId, posted, shownVersion: 1, body: { type: 'escalation' } },
    ]);
    await store.markShown(deliveryId, 2);
    expect(await store.staleCards(key.caseId)).toEqual([]);

    // A slower refresh has just drawn the older version over it.
    await store.markShown(deliveryId, 1);
    expect(await store.staleCards(key.caseId)).toMatchObject([{ deliveryId, shownVersion: 1 }]);
  });

  it('leaves notices and receipts as they are', async () => {
    const { key, deliveryId, posted } = await waiting(store, record.pool, {
      type: 'notice',
      title: 'x',
      blocks: [],
    });
    await store.deliver(deliveryId, async () => ({ posted }), none);

    await store.change(key, () => ({ change: claim, answer: null }));

    expect(await refreshes(record.pool, key.caseId)).toBe(0);
    expect(await store.staleCards(key.caseId)).toEqual([]);
  });
});
