import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Context } from '../../src/handlers/handler.ts';
import { tellFollower } from '../../src/handlers/tell-follower.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy } from '../support/factories.ts';
import { fresh, jobs, message, opened, START } from '../store/record.ts';

let record: TestRecord;
let store: Store;
let now = START;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => now });
});
afterAll(() => record.drop());

it('waits for what happens shortly after, says all of it in one message, and run again says nothing more', async () => {
  const { key } = await opened(store, message({ workspaceId: fresh('slack:T') }));
  const did = (action: string, follow?: { add: string[] }) =>
    store.change(key, () => ({
      change: { history: [{ action, actorId: 'mia' }], ...(follow && { follow }) },
      answer: null,
    }));
  await did('opened', { add: ['olga'] });
  await did('claimed');
  const [job] = await jobs(record.pool, 'tell-follower');
  const run = async () => {
    const context = { store, once: store.once({ job: job!.outboxId }), policy: () => policy, now: () => now };
    await tellFollower.run(tellFollower.data.parse(job!.data), context as unknown as Context);
  };
  const messages = async () =>
    (
      await record.pool.query<{ id: number }>(
        `select delivery_id as id from hearback.delivery where body ->> 'type' = 'followed'`,
      )
    ).rows;

  await expect(run()).rejects.toMatchObject({ code: 'NOT_YET', retry: { afterMs: policy.ladder.together } });
  await did('noted');
  expect(await messages()).toEqual([]);
  expect(await jobs(record.pool, 'tell-follower')).toHaveLength(1);

  now = new Date(START.getTime() + policy.ladder.together);
  await run();
  await run();
  const [one, ...more] = await messages();
  expect(more).toEqual([]);
  const [news] = await store.newsIn(one!.id);
  expect(news?.steps.map(({ action }) => action)).toEqual(['claimed', 'noted']);
});
