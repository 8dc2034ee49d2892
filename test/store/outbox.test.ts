import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Outbox, OutboxRow } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, deliveryTo, fresh, jobs, message, nothing, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;
let outbox: Outbox;

beforeEach(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
  outbox = createOutbox(record.pool, { now: () => START });
});
afterEach(() => record.drop());

/** Adds `count` rows due at once, and one for each clock. */
async function add(count: number, ...clockMinutes: number[]): Promise<void> {
  const workspaceId = fresh('slack:T');
  for (let index = 0; index < count; index += 1)
    await store.say(workspaceId, deliveryTo(workspaceId, fresh('key'), { type: 'triage' }));
  for (const minutes of clockMinutes) {
    await opened(store, message({ workspaceId }), {
      history: [],
      clocks: [{ op: 'start', kind: 'follow_up', dueAt: after(minutes) }],
    });
  }
}

async function take(horizon: Date, limit = 1000): Promise<OutboxRow[]> {
  const taken: OutboxRow[] = [];
  const count = await outbox.dispatch(horizon, limit, async (rows) => {
    taken.push(...rows);
  });
  expect(count).toBe(taken.length);
  return taken;
}

describe('dispatching', () => {
  it('hands out rows up to the horizon, the earliest first, each once', async () => {
    await add(1, 30, 10, 20);

    const [first, second] = [await take(after(20)), await take(after(20))];

    expect(first.map(({ kind, runAt }) => [kind, runAt])).toEqual([
      ['deliver', START],
      ['ring-clock', after(10)],
      ['ring-clock', after(20)],
    ]);
    expect(first[1]).toEqual({
      outboxId: expect.any(Number),
      kind: 'ring-clock',
      data: { clockId: expect.any(Number), generation: 1 },
      runAt: after(10),
      generation: 1,
    });
    expect(second).toEqual([]);
    expect(await take(after(30))).toHaveLength(1);
  });

  it('hands out no more than asked for', async () => {
    await add(5);

    expect(await take(START, 3)).toHaveLength(3);
    expect(await take(START, 3)).toHaveLength(2);
  });

  it('leaves rows waiting when the queue refuses them', async () => {
    await add(2);

    await expect(
      outbox.dispatch(START, 10, async () => {
        throw new RangeError('no queue');
      }),
    ).rejects.toThrow(RangeError);

    expect(await take(START)).toHaveLength(2);
  });

  it('gives rows another process is handing out to nobody else', async () => {
    await add(4);
    const other = createOutbox(record.connect(), { now: () => START });
    const inner: OutboxRow[] = [];

    await outbox.dispatch(START, 2, async () => {
      await other.dispatch(START, 10, async (rows) => {
        inner.push(...rows);
      });
    });

    expect(inner).toHaveLength(2);
    expect(await take(START)).toEqual([]);
  });
});

describe('a row', () => {
  it('is open until it is done', async () => {
    await add(1);
    const [row] = await take(START);
    const { outboxId = 0 } = row ?? {};

    expect(await outbox.open(outboxId, 1)).toEqual(row);
    expect(await outbox.open(outboxId, 2)).toBeNull();
    await outbox.done(outboxId);
    await outbox.done(outboxId);

    expect(await outbox.open(outboxId, 1)).toBeNull();
    expect(await outbox.undone(after(60), 10)).toEqual([]);
  });

  it('is dispatched anew under a new generation when it is postponed', async () => {
    await add(1);
    const [{ outboxId = 0 } = {}] = await take(START);

    await outbox.postpone(outboxId, after(5));

    expect(await take(after(4))).toEqual([]);
    expect(await take(after(5))).toMatchObject([{ outboxId, generation: 2, runAt: after(5) }]);
    expect(await outbox.open(outboxId, 1)).toBeNull();
    expect(await outbox.open(outboxId, 2)).not.toBeNull();
  });

  it('is not dispatched again by postponing it after it was done', async () => {
    await add(1);
    const [{ outboxId = 0 } = {}] = await take(START);
    await outbox.done(outboxId);

    await outbox.postpone(outboxId, START);

    expect(await take(after(5))).toEqual([]);
  });

  it('stays given up with its reason until somebody replays it', async () => {
    await add(1);
    const [{ outboxId = 0 } = {}] = await take(START);

    await outbox.fail(outboxId, { code: 'PERMISSION_MISSING', message: 'invite the bot' });

    expect(await outbox.open(outboxId, 1)).toBeNull();
    expect(await outbox.undone(after(60), 10)).toEqual([]);
    expect(await outbox.backlog()).toEqual({ waiting: 0, dead: 1, oldestWaitingS: 0 });
    const kept = await record.pool.query('select failure_code, failure_message from hearback.outbox');
    expect(kept.rows).toEqual([{ failure_code: 'PERMISSION_MISSING', failure_message: 'invite the bot' }]);

    await outbox.postpone(outboxId, START);
    expect(await take(START)).toMatchObject([{ outboxId, generation: 2 }]);
    expect((await outbox.backlog()).dead).toBe(0);
  });

  it('counts as done when its effect came after it had been given up', async () => {
    await add(1);
    const [{ outboxId = 0 } = {}] = await take(START);
    await outbox.fail(outboxId, { code: 'X', message: 'x' });
    await outbox.done(outboxId);
    await outbox.fail(outboxId, { code: 'X', message: 'x' });

    expect(await outbox.backlog()).toEqual({ waiting: 0, dead: 0, oldestWaitingS: 0 });
  });

  it('is undone when it was dispatched and due, and nothing came of it', async () => {
    await add(2, 10);
    await take(START, 1);
    const [later] = (await take(after(10))).filter(({ kind }) => kind === 'ring-clock');

    expect(await outbox.undone(after(5), 10)).toHaveLength(2);
    expect(await outbox.undone(after(5), 1)).toHaveLength(1);
    expect(await outbox.undone(START, 10)).toEqual([]);
    expect(await outbox.undone(after(11), 10)).toContainEqual(later);
  });
});

describe('clocks without a job', () => {
  it('are rung once they are due, and once only while a job for it is under way', async () => {
    await add(0, 10, 20);
    expect(await outbox.ringDueClocks(after(60))).toBe(0);
    await record.pool.query('delete from hearback.outbox');

    expect(await outbox.ringDueClocks(after(10))).toBe(1);
    expect(await outbox.ringDueClocks(after(10))).toBe(0);
    const [rung] = await jobs(record.pool, 'ring-clock');
    expect(rung).toMatchObject({ runAt: after(10), data: { generation: 1 } });

    await outbox.done(rung?.outboxId ?? 0);
    expect(await outbox.ringDueClocks(after(10))).toBe(1);
  });

  it('get one job when two processes look at once', async () => {
    await add(0, 10);
    await record.pool.query('delete from hearback.outbox');
    const other = createOutbox(record.connect(), { now: () => START });

    const counts = await Promise.all([
      outbox.ringDueClocks(after(10)),
      other.ringDueClocks(after(10)),
      outbox.ringDueClocks(after(10)),
    ]);

    expect(counts.toSorted()).toEqual([0, 0, 1]);
  });

  it('are not rung after they were stopped', async () => {
    await add(0, 10);
    await record.pool.query('delete from hearback.outbox');
    await record.pool.query(`update hearback.clock set state = 'stopped'`);

    expect(await outbox.ringDueClocks(after(10))).toBe(0);
  });
});

describe('waking the relay', () => {
  /** A bell that can be waited for. */
  function bell() {
    let ring = (): void => undefined;
    let rung = new Promise<void>((resolve) => {
      ring = resolve;
    });
    return {
      wake: () => ring(),
      async next() {
        await rung;
        rung = new Promise<void>((resolve) => {
          ring = resolve;
        });
      },
    };
  }

  it('happens when another process adds a row', async () => {
    const { wake, next } = bell();
    const stop = await outbox.onAdded(wake);
    const other = createStore(record.connect(), { now: () => START });

    await other.say('slack:T', deliveryTo('slack:T', 'a'));
    await next();
    await stop();
  });

  it('happens when a row is postponed', async () => {
    await add(1);
    const [{ outboxId = 0 } = {}] = await take(START);
    const { wake, next } = bell();
    const stop = await outbox.onAdded(wake);

    await outbox.postpone(outboxId, START);
    await next();
    await stop();
  });

  it('does not happen for what was rolled back, or when nothing was added', async () => {
    const { file, key } = await opened(store, message({ workspaceId: 'slack:T' }));
    let woken = 0;
    const { wake, next } = bell();
    const stop = await outbox.onAdded(() => {
      woken += 1;
      wake();
    });
    const failing = store.change(key, () => ({
      change: { history: [], deliveries: [deliveryTo('slack:T', 'a'), deliveryTo('slack:Other', 'b')] },
      answer: null,
    }));

    await expect(failing).rejects.toMatchObject({ code: 'WOULD_LEAK' });
    await store.change(key, nothing);
    await store.say('slack:T', deliveryTo('slack:T', 'last'));
    await next();

    expect(woken).toBe(1);
    expect(file.case.number).toBe(1);
    await stop();
  });

  it('goes on after the connection was lost, and happens then, since something may have been missed', async () => {
    const { wake, next } = bell();
    const stop = await outbox.onAdded(wake);

    await record.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
    );
    await next();
    await store.say('slack:T', deliveryTo('slack:T', 'a'));
    await next();
    await stop();
  });

  it('stops when asked, twice if need be, also while the connection is being made again', async () => {
    let woken = 0;
    const stop = await outbox.onAdded(() => {
      woken += 1;
    });
    await record.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
    );
    await stop();
    await stop();

    await store.say('slack:T', deliveryTo('slack:T', 'a'));
    const left = await record.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and query like 'listen %' and pid <> pg_backend_pid()`,
    );
    expect({ woken, listening: left.rows.length }).toEqual({ woken: 0, listening: 0 });
  });
});
