import { add, take, takeOne } from './outbox.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Outbox, OutboxRow } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, START } from './record.ts';

let record: TestRecord;
let store: Store;
let outbox: Outbox;

beforeEach(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
  outbox = createOutbox(record.pool, { now: () => START });
});
afterEach(() => record.drop());

describe('dispatching', () => {
  it('hands out rows up to the horizon, the earliest first, each once', async () => {
    await add(store, 1, 30, 10, 20);

    const [first, second] = [await take(outbox, after(20)), await take(outbox, after(20))];

    expect(first.map(({ kind, runAt }) => [kind, runAt])).toEqual([
      ['deliver', START],
      // Each case is compared with others.
      ['link-topic', START],
      ['link-topic', START],
      ['link-topic', START],
      ['ring-clock', after(10)],
      ['ring-clock', after(20)],
    ]);
    expect(first[4]).toEqual({
      outboxId: expect.any(Number),
      workspaceId: expect.stringMatching(/^slack:T/),
      kind: 'ring-clock',
      data: { clockId: expect.any(Number), generation: 1 },
      runAt: after(10),
      generation: 1,
    });
    expect(second).toEqual([]);
    expect(await take(outbox, after(30))).toHaveLength(1);
  });

  it('hands out no more than asked for', async () => {
    await add(store, 5);

    expect(await take(outbox, START, 3)).toHaveLength(3);
    expect(await take(outbox, START, 3)).toHaveLength(2);
  });

  it('leaves rows waiting when the queue refuses them', async () => {
    await add(store, 2);

    await expect(
      outbox.dispatch(START, 10, async () => {
        throw new RangeError('no queue');
      }),
    ).rejects.toThrow(RangeError);

    expect(await take(outbox, START)).toHaveLength(2);
  });

  it.each(['null', '[1, 2]', '{"clockId": {"of": ["another", "shape"]}}'])(
    'hands out a row with the data %s as one without any, and the others as they are',
    async (data) => {
      await add(store, 1);
      await record.pool.query(
        "insert into hearback.outbox (kind, data, run_at, added_at) values ('ring-clock', $1::jsonb, $2, $2)",
        [data, START],
      );

      const taken = await take(outbox, START);

      expect(taken.map((row) => row.kind).toSorted()).toEqual(['deliver', 'ring-clock']);
      expect(taken.find(({ kind }) => kind === 'ring-clock')?.data).toEqual({});
    },
  );

  it('hands out rows of every community in turn, however many one of them has waiting', async () => {
    await add(store, 30);
    await add(store, 2);
    const communities = new Map<string, number>();
    const dispatch = () =>
      outbox.dispatch(START, 10, async (rows) => {
        for (const { workspaceId } of rows)
          communities.set(workspaceId, (communities.get(workspaceId) ?? 0) + 1);
      });

    expect(await dispatch()).toEqual({ moved: 10, isMore: true });
    expect([...communities.values()]).toEqual([8, 2]);
    while ((await dispatch()).isMore);
    expect([...communities.values()]).toEqual([30, 2]);
    const underWay = [...communities].map(([workspaceId, count]) => ({
      workspaceId,
      kind: 'deliver',
      count,
    }));
    expect(await outbox.underWay(START)).toEqual(expect.arrayContaining(underWay));
    expect(await outbox.underWay(after(-1))).toEqual([]);
  });

  it('says that there are more where one community has more than its share', async () => {
    for (const count of [30, 1, 1, 1, 1]) await add(store, count);
    const moved: number[] = [];
    for (let isMore = true; isMore;) {
      const sent = await outbox.dispatch(START, 10, async () => {});
      moved.push(sent.moved);
      ({ isMore } = sent);
    }
    expect(moved).toEqual([10, 10, 10, 4]);
  });

  it('gives rows another process is handing out to nobody else', async () => {
    await add(store, 4);
    const other = createOutbox(record.connect(), { now: () => START });
    const inner: OutboxRow[] = [];

    await outbox.dispatch(START, 2, async () => {
      await other.dispatch(START, 10, async (rows) => {
        inner.push(...rows);
      });
    });

    expect(inner).toHaveLength(2);
    expect(await take(outbox, START)).toEqual([]);
  });
});

describe('a row', () => {
  it('is open until it is done', async () => {
    await add(store, 1);
    const [row] = await take(outbox, START);
    const { outboxId = 0 } = row ?? {};

    expect(await outbox.open(outboxId, 1)).toEqual(row);
    expect(await outbox.open(outboxId, 2)).toBeNull();
    await outbox.done(outboxId);
    await outbox.done(outboxId);

    expect(await outbox.open(outboxId, 1)).toBeNull();
    expect(await outbox.undone(after(60), 10)).toEqual([]);
  });

  it('is dispatched anew under a new generation when it is postponed', async () => {
    await add(store, 1);
    const outboxId = await takeOne(outbox);

    await outbox.postpone(outboxId, after(5));

    expect(await take(outbox, after(4))).toEqual([]);
    expect(await take(outbox, after(5))).toMatchObject([{ outboxId, generation: 2, runAt: after(5) }]);
    expect(await outbox.open(outboxId, 1)).toBeNull();
    expect(await outbox.open(outboxId, 2)).not.toBeNull();
  });

  it('is not dispatched again by postponing it after it was done', async () => {
    await add(store, 1);
    const outboxId = await takeOne(outbox);
    await outbox.done(outboxId);

    await outbox.postpone(outboxId, START);

    expect(await take(outbox, after(5))).toEqual([]);
  });

  it('stays given up with its reason until somebody replays it', async () => {
    await add(store, 1);
    const outboxId = await takeOne(outbox);

    await outbox.fail(outboxId, { code: 'PERMISSION_MISSING', message: 'invite the bot' });

    expect(await outbox.open(outboxId, 1)).toBeNull();
    expect(await outbox.undone(after(60), 10)).toEqual([]);
    expect(await outbox.backlog()).toEqual({ waiting: 0, dead: 1, oldestWaitingS: 0 });
    const kept = await record.pool.query('select failure_code, failure_message from hearback.outbox');
    expect(kept.rows).toEqual([{ failure_code: 'PERMISSION_MISSING', failure_message: 'invite the bot' }]);

    await outbox.postpone(outboxId, START);
    expect(await take(outbox, START)).toMatchObject([{ outboxId, generation: 2 }]);
    expect((await outbox.backlog()).dead).toBe(0);
  });

  it('counts as done when its effect came after it had been given up', async () => {
    await add(store, 1);
    const outboxId = await takeOne(outbox);
    await outbox.fail(outboxId, { code: 'X', message: 'x' });
    await outbox.done(outboxId);
    await outbox.fail(outboxId, { code: 'X', message: 'x' });

    expect(await outbox.backlog()).toEqual({ waiting: 0, dead: 0, oldestWaitingS: 0 });
  });

  it('is undone when it was dispatched and due, and nothing came of it', async () => {
    await add(store, 2, 10);
    await take(outbox, START, 1);
    const [later] = (await take(outbox, after(10))).filter(({ kind }) => kind === 'ring-clock');

    expect((await outbox.undone(after(5), 10)).map(({ kind }) => kind).toSorted()).toEqual([
      'deliver',
      'deliver',
      'link-topic',
    ]);
    expect(await outbox.undone(after(5), 1)).toHaveLength(1);
    expect(await outbox.undone(START, 10)).toEqual([]);
    expect(await outbox.undone(after(11), 10)).toContainEqual(later);
  });
});
