import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change, ClockChange } from '../../src/cases/change.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, fresh, jobFor, jobs, message, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });

const start = (minutes: number) =>
  by({ clocks: [{ op: 'start', kind: 'first_response', dueAt: after(minutes) }] });

describe('clocks', () => {
  it('has one running clock of a kind: starting anew replaces it, and its job finds nothing', async () => {
    const { key } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    const first = (await store.change(key, start(5)))?.file.clocks[0];
    const second = (await store.change(key, start(9)))?.file.clocks;

    expect(second).toHaveLength(1);
    expect(second?.[0]?.dueAt).toEqual(after(9));
    expect(await store.clock(first?.clockId ?? 0, 1)).toBeNull();
    expect(await store.clock(second?.[0]?.clockId ?? 0, 1)).toEqual({ clock: second?.[0], key });
  });

  it('asks to be rung at the moment it is due', async () => {
    const { key } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    const clock = (await store.change(key, start(5)))?.file.clocks[0];

    expect(await jobFor(record.pool, 'ring-clock', 'clockId', clock?.clockId ?? 0)).toMatchObject({
      data: { clockId: clock?.clockId, generation: 1 },
      runAt: after(5),
    });
  });

  it('goes one step up when it is to ring again, and forgets the older job', async () => {
    const { key } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    const clockId = (await store.change(key, start(5)))?.file.clocks[0]?.clockId ?? 0;

    const moved = await store.change(key, by({ clocks: [{ op: 'again', clockId, dueAt: after(30) }] }));

    expect(moved?.file.clocks).toMatchObject([
      { clockId, kind: 'first_response', dueAt: after(30), generation: 2, step: 1, restedGeneration: 0 },
    ]);
    expect(await store.clock(clockId, 1)).toBeNull();
    expect(await store.clock(clockId, 2)).not.toBeNull();
    const rung = (await jobs(record.pool, 'ring-clock')).filter(({ data }) => data['clockId'] === clockId);
    expect(rung.map(({ runAt }) => runAt)).toEqual([after(5), after(30)]);
  });

  it('begins its ladder anew when it is moved because somebody acted, and not when times change', async () => {
    const { key } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    const clockId = (await store.change(key, start(5)))?.file.clocks[0]?.clockId ?? 0;
    await store.change(key, by({ clocks: [{ op: 'again', clockId, dueAt: after(30) }] }));
    const move = async (rest?: true) => {
      const times = { dueAt: after(40), deadline: after(40) };
      const clocks: ClockChange[] = [{ op: 'move', clockId, ...times, ...(rest && { rest }) }];
      return (await store.change(key, by({ clocks })))?.file.clocks[0];
    };

    expect(await move()).toMatchObject({ step: 1, generation: 3, restedGeneration: 0 });
    expect(await move(true)).toMatchObject({ step: 0, generation: 4, restedGeneration: 4, isPutOff: true });
  });

  it('is silent once stopped, and other cases cannot move it', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }));
    const other = await opened(store, message({ workspaceId }));
    const clockId = (await store.change(key, start(5)))?.file.clocks[0]?.clockId ?? 0;

    await store.change(other.key, by({ clocks: [{ op: 'again', clockId, dueAt: after(99) }] }));
    expect((await store.read(key))?.clocks[0]?.dueAt).toEqual(after(5));
    await store.change(key, by({ clocks: [{ op: 'stop', kind: 'first_response' }] }));

    expect((await store.read(key))?.clocks).toEqual([]);
    expect(await store.clock(clockId, 1)).toBeNull();
  });
});
