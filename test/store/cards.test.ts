import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/case.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { deliveryIdOf, deliveryTo, fresh, jobFor, jobs, message, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const none = () => null;

/** A case with one delivery waiting. */
async function waiting(body = deliveryTo('', '').body) {
  const workspaceId = fresh('slack:T');
  const { key } = await opened(store, message({ workspaceId }), {
    history: [],
    deliveries: [deliveryTo(workspaceId, 'card', body)],
  });
  const deliveryId = await deliveryIdOf(record.pool, workspaceId, 'card');
  const { outboxId: job } = await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId);
  const posted = { workspaceId, channelId: 'triage', messageId: 'posted' };
  return { workspaceId, key, deliveryId, job, posted };
}

async function refreshes(caseId: number): Promise<number> {
  return (await jobs(record.pool, 'refresh-cards')).filter(({ data }) => data['caseId'] === caseId).length;
}

describe('cards that follow their case', () => {
  const claim: Change = { history: [{ action: 'claimed', actorId: 'anna' }], set: { handlerId: 'anna' } };

  it('asks for one refresh a change once a card is posted, and for none before', async () => {
    const { key, deliveryId, posted } = await waiting();
    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await refreshes(key.caseId)).toBe(0);
    await store.deliver(deliveryId, async () => ({ posted }), none);
    expect(await refreshes(key.caseId)).toBe(0);

    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await refreshes(key.caseId)).toBe(1);
    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await refreshes(key.caseId)).toBe(2);
  });

  it('finds the cards that show an older version, until they are marked as showing the newest', async () => {
    const { key, deliveryId, posted } = await waiting({ type: 'escalation', department: 'qa', cc: false });
    await store.deliver(deliveryId, async () => ({ posted }), none);
    expect(await store.staleCards(key.caseId)).toEqual([]);

    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await store.staleCards(key.caseId)).toMatchObject([
      { deliveryId, posted, shownVersion: 1, body: { type: 'escalation' } },
    ]);
    await store.markShown(deliveryId, 2);
    expect(await store.staleCards(key.caseId)).toEqual([]);

    await store.markShown(deliveryId, 1);
    expect(await store.staleCards(key.caseId)).toEqual([]);
  });

  it('leaves notices and receipts as they are', async () => {
    const { key, deliveryId, posted } = await waiting({ type: 'notice', title: 'x', blocks: [] });
    await store.deliver(deliveryId, async () => ({ posted }), none);

    await store.change(key, () => ({ change: claim, answer: null }));

    expect(await refreshes(key.caseId)).toBe(0);
    expect(await store.staleCards(key.caseId)).toEqual([]);
  });
});
