import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Eyes, Standing } from '../../src/cases/access.ts';
import type { Change } from '../../src/cases/change.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, fresh, message, START, candidate } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });

const standing: Omit<Standing, 'workspaceId' | 'departments'> = {
  userId: 'quinn',
  roles: new Set(),
  colleagues: 'uncounted',
  fellowLeads: 'uncounted',
};

describe('listing cases', () => {
  it('puts the most urgent first, then the oldest, and filters by state, handler and department', async () => {
    const workspaceId = fresh('slack:T');
    const add = async (
      severity: 'low' | 'normal' | 'high' | 'urgent',
      minutes: number,
      change: Partial<Change> = {},
    ) => {
      const source = message({ workspaceId });
      const { file } = await store.open(
        candidate(source, { severity, openedAt: after(minutes) }),
        by(change),
      );
      return file.case.number;
    };
    const low = await add('low', 0);
    const late = await add('urgent', 9, { departments: ['qa'] });
    const normal = await add('normal', 1, { set: { handlerId: 'anna' } });
    const early = await add('urgent', 2, { set: { handlerId: 'anna', state: 'open' } });
    const high = await add('high', 0, { set: { state: 'closed' } });
    const numbers = async (filter: Omit<Parameters<Store['list']>[1], 'eyes'>, eyes: Eyes = 'program') =>
      (await store.list(workspaceId, { ...filter, eyes })).map(({ number }) => number);

    expect(await numbers({ states: ['new', 'open'], limit: 9 })).toEqual([early, late, normal, low]);
    expect(await numbers({ states: ['new', 'open'], limit: 2 })).toEqual([early, late]);
    expect(await numbers({ states: ['closed'], limit: 9 })).toEqual([high]);
    expect(await numbers({ states: ['new', 'open'], handlerId: 'anna', limit: 9 })).toEqual([early, normal]);
    const quinn = { ...standing, workspaceId, departments: new Set(['qa']) };
    expect(await numbers({ states: ['new', 'open'], limit: 9 }, quinn)).toEqual([late]);
  });
});
