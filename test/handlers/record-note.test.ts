import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Context } from '../../src/handlers/handler.ts';
import { recordNote } from '../../src/handlers/record-note.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { HANDLER, policy as usual, workspace } from '../support/factories.ts';
import { after, deliveryIdOf, fresh, jobs, message, opened, postedMessage } from '../store/record.ts';

let record: TestRecord;
let store: Store;
beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => after(5) });
});
afterAll(() => record.drop());

/** A case that QA is waited for, with its card in a channel; and what comes of words below that. */
async function waitedFor(cc: boolean) {
  const here: WorkspacePolicy = { ...workspace, id: fresh('slack:T') };
  const channelId = cc ? 'C0COPY' : here.departments['qa']!.channel;
  const source = message({ workspaceId: here.id });
  const { key } = await opened(store, source, {
    history: [],
    set: { handlerId: HANDLER, state: 'waiting_on_team' },
    departments: ['qa'],
    clocks: [
      { op: 'start', kind: 'department_answer', subject: 'qa', dueAt: after(60), deadline: after(60) },
    ],
    deliveries: [
      {
        key: 'card',
        place: { type: 'channel', workspaceId: here.id, channelId },
        body: { type: 'escalation', department: 'qa', cc },
      },
    ],
  });
  const card = { workspaceId: here.id, channelId, messageId: fresh('card') };
  await store.deliver(
    await deliveryIdOf(record.pool, here.id, 'card'),
    async () => ({ posted: card }),
    () => null,
  );
  const context = {
    store,
    once: store,
    policy: (): Policy => ({ ...usual, workspaces: [here] }),
    people: { of: async () => new Map() },
    chat: () => ({
      fetchPerson: async (_workspaceId: string, userId: string) => ({
        userId,
        isMember: true,
        isBot: false,
        groups: here.roles.handler.groups,
      }),
    }),
    now: () => after(5),
    log: pino({ level: 'silent' }),
    // What is not asked for here.
  } as unknown as Context;
  const said = message({
    workspaceId: here.id,
    channelId,
    userId: 'quinn',
    text: 'It is the cache',
    threadRoot: { channelId, messageId: card.messageId },
  });
  await store.takeIn(postedMessage(said));
  const { intakeId } = (await jobs(record.pool, 'record-note')).at(-1)!.data as { intakeId: number };
  const outcome = async () => ({
    notes: (await store.notes(key, 9)).map(({ authorId, text }) => `${authorId}: ${text}`),
    steps: (await store.history(key, 9)).map(({ action }) => action),
    waited: (await store.read(key))!.clocks.length,
    told: (
      await record.pool.query(
        `select place ->> 'userId' as who from hearback.delivery where workspace_id = $1 and body ->> 'type' = 'notice'`,
        [here.id],
      )
    ).rows,
  });
  return { context, intakeId, outcome };
}

it('keeps the words as one note and tells the handler once, however often it is run', async () => {
  const { context, intakeId, outcome } = await waitedFor(false);

  await recordNote.run({ intakeId }, context);
  await recordNote.run({ intakeId }, context);

  expect(await outcome()).toEqual({
    notes: ['quinn: It is the cache'],
    steps: ['noted'],
    waited: 0,
    told: [{ who: HANDLER }],
  });
});

it('keeps what is said below a copy, and goes on waiting for the department', async () => {
  const { context, intakeId, outcome } = await waitedFor(true);

  await recordNote.run({ intakeId }, context);

  expect(await outcome()).toEqual({
    notes: ['quinn: It is the cache'],
    steps: ['noted'],
    waited: 1,
    told: [],
  });
});
