import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RateLimited } from '../../src/errors.ts';
import { lockFile } from '../../src/store/cases.ts';
import { createStore } from '../../src/store/create-store.ts';
import { addDeliveries } from '../../src/store/deliveries.ts';
import type { Delivery, Store } from '../../src/store/store.ts';
import { atomically } from '../../src/store/work.ts';
import { eventually } from '../support/eventually.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { deliveryIdOf, deliveryTo, fresh, jobFor, START } from './record.ts';
import { none, refreshes, rowOf, waiting } from './delivery.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

describe('delivering', () => {
  it('puts the attempt on record before it sends, and what came of it after', async () => {
    const { workspaceId, key, deliveryId, job, posted } = await waiting(store, record.pool);
    let seen: { delivery: Delivery; onRecord: unknown; isRetry: boolean; number: number | undefined } | null =
      null;

    const sent = await store.once({ job }).deliver(
      deliveryId,
      async (delivery, file, isRetry) => {
        seen = {
          delivery,
          isRetry,
          number: file?.case.number,
          onRecord: await rowOf(record.pool, deliveryId),
        };
        return { posted };
      },
      (file, delivery) => ({
        history: [
          {
            action: 'posted',
            actorId: null,
            detail: { at: delivery.posted?.messageId ?? '', state: file.case.state },
          },
        ],
      }),
    );

    expect(sent).toBe(true);
    expect(seen).toMatchObject({
      delivery: {
        deliveryId,
        workspaceId,
        caseId: key.caseId,
        state: 'sending',
        firstTriedAt: START,
        posted: null,
        body: { type: 'triage' },
      },
      onRecord: { state: 'sending', attempts: 1 },
      isRetry: false,
      number: 1,
    });
    expect(await rowOf(record.pool, deliveryId)).toMatchObject({
      state: 'sent',
      posted_message: 'posted',
      shown_version: 1,
    });
    expect(await store.history(key, 1)).toEqual([
      { action: 'posted', actorId: null, detail: { at: 'posted', state: 'new' }, at: START },
    ]);
    expect((await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId)).isDone).toBe(true);
  });

  it('tries nothing while it is not ready, and is ready before the attempt is on record', async () => {
    const { deliveryId, job, posted } = await waiting(store, record.pool);
    const before = await rowOf(record.pool, deliveryId);
    const sent: unknown[] = [];
    const asked: unknown[] = [];
    const once = () =>
      store.once({ job }).deliver(
        deliveryId,
        async (delivery) => {
          sent.push(delivery.deliveryId);
          return { posted };
        },
        none,
        async (delivery) => {
          asked.push([delivery.deliveryId, (await rowOf(record.pool, deliveryId))?.attempts]);
          if (asked.length === 1) throw new RateLimited('The platform', 5, null);
        },
      );

    await expect(once()).rejects.toThrow(RateLimited);
    expect(sent).toEqual([]);
    expect(await rowOf(record.pool, deliveryId)).toEqual(before);

    expect(await once()).toBe(true);
    expect(sent).toEqual([deliveryId]);
    expect(asked).toEqual([
      [deliveryId, 0],
      [deliveryId, 0],
    ]);
  });

  it('is not waited for by whoever holds the case and asks for the same thing once more', async () => {
    const { workspaceId, key, deliveryId, posted } = await waiting(store, record.pool);
    const again = deliveryTo(workspaceId, 'card', { type: 'triage' });
    let sending: Promise<boolean> | undefined;

    const added = await atomically({ pool: record.pool, now: () => START }, async (work) => {
      await lockFile(work.sql, key);
      sending = store.deliver(deliveryId, async () => ({ posted }), none);
      // It has been sent, and now waits for the case to take note of it.
      await eventually(async () => {
        const { rowCount } = await record.pool.query(
          "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%hearback.cases%' and datname = current_database()",
        );
        return rowCount === 1;
      });
      return addDeliveries(work, { workspaceId, caseId: key.caseId }, [again]);
    });

    expect([added, await sending]).toEqual([0, true]);
  });

  it('does not keep anybody from working on the case while it is being sent', async () => {
    const { key, deliveryId, posted } = await waiting(store, record.pool);

    await store.deliver(
      deliveryId,
      async () => {
        await store.change(key, () => ({
          change: { set: { handlerId: 'anna' }, history: [] },
          answer: null,
        }));
        return { posted };
      },
      none,
    );

    expect((await store.read(key))?.case.handlerId).toBe('anna');
    expect(await refreshes(record.pool, key.caseId)).toBe(1);
    expect((await store.staleCards(key.caseId)).map((card) => card.deliveryId)).toEqual([deliveryId]);
  });

  it('sends words that belong to no case', async () => {
    const workspaceId = fresh('slack:T');
    const notice = deliveryTo(workspaceId, 'warning', {
      type: 'notice',
      title: 'Look',
      blocks: [
        {
          type: 'paragraph',
          children: [
            { type: 'bold', children: [{ type: 'time', at: START }] },
            { type: 'link', url: 'https://x.example', children: [{ type: 'break' }] },
          ],
        },
        { type: 'list', ordered: true, items: [[{ type: 'person', userId: 'U', ping: true }]] },
      ],
    });
    await store.say(workspaceId, notice);
    await store.say(workspaceId, notice);
    const deliveryId = await deliveryIdOf(record.pool, workspaceId, 'warning');
    await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId);
    const files: unknown[] = [];

    await store.deliver(
      deliveryId,
      async (delivery, file) => {
        files.push(file);
        expect(delivery.body).toEqual(notice.body);
        return { posted: null };
      },
      () => {
        throw new Error('there is no case to decide about');
      },
    );

    expect(files).toEqual([null]);
    expect(await rowOf(record.pool, deliveryId)).toMatchObject({ state: 'sent', posted_message: null });
  });

  it('says words for the case they are said for, and no other workspace can', async () => {
    const { workspaceId, key } = await waiting(store, record.pool);
    const other = fresh('slack:T');
    await store.say(
      workspaceId,
      deliveryTo(workspaceId, 'words', { type: 'notice', title: 'x', blocks: [] }),
      key.caseId,
    );
    await store.say(
      other,
      deliveryTo(other, 'words', { type: 'notice', title: 'x', blocks: [] }),
      key.caseId,
    );

    const found = await record.pool.query(
      'select case_id from hearback.delivery where key = $1 and workspace_id = any($2) order by delivery_id',
      ['words', [workspaceId, other]],
    );
    expect(found.rows).toEqual([{ case_id: key.caseId }, { case_id: null }]);
  });

  it('does nothing for a delivery that does not exist', async () => {
    expect(await store.deliver(2 ** 30, async () => ({ posted: null }), none)).toBe(false);
  });
});
