import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Context } from '../../src/handlers/handler.ts';
import { tidy } from '../../src/handlers/tidy.ts';
import { createStore } from '../../src/store/create-store.ts';
import { after, fresh, message, opened, START } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';

const DAY = 86_400_000;

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

const policyOf = (id: string, closed: number | null) => ({
  retention: { closed, files: null },
  workspaces: [{ id }],
});

async function tidied(isOnePolicy: boolean, ...policies: ReturnType<typeof policyOf>[]): Promise<string[]> {
  const store = createStore(record.pool, { now: () => after(31 * 24 * 60) });
  const log = pino({ level: 'silent' });
  const context = { store, policies: () => policies, isOnePolicy: () => isOnePolicy, log };
  await tidy.run({}, context as unknown as Context);
  const { rows } = await record.pool.query<{ id: string }>(
    'select workspace_id as id from hearback.cases order by case_id',
  );
  return rows.map(({ id }) => id);
}

it('cases are removed by the policy of their own community, and stay where no file of a folder has it', async () => {
  const store = createStore(record.pool, { now: () => START });
  const [gone, kept, unnamed] = [fresh('slack:T'), fresh('slack:T'), fresh('slack:T')];
  for (const workspaceId of [gone, kept, unnamed])
    await opened(store, message({ workspaceId }), {
      history: [{ action: 'resolved', actorId: 'm' }],
      set: { state: 'solved', closedAt: START },
    });
  await record.pool.query('update hearback.outbox set done_at = $1', [START]);

  expect(await tidied(false, policyOf(gone, 30 * DAY), policyOf(kept, null))).toEqual([kept, unnamed]);
  expect(await tidied(false, policyOf(gone, 30 * DAY))).toEqual([kept, unnamed]);
  expect(await tidied(true, policyOf(gone, 30 * DAY))).toEqual([]);
});
