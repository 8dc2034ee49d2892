import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Context } from '../../src/handlers/handler.ts';
import { recordEdit } from '../../src/handlers/record-edit.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { NewIntake } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy as usual, workspace } from '../support/factories.ts';
import { after, fresh, message, opened, takenIn } from '../store/record.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

it('tells whoever is on duty, once, of an edit in a case that has ended', async () => {
  const here: WorkspacePolicy = {
    ...workspace,
    id: fresh('slack:T'),
    duty: { people: ['U0LENA'], every: 'week' },
  };
  const store = createStore(record.pool, { now: () => after(5) });
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
  const source = message({ workspaceId: here.id, text: 'It is broken.' });
  const { key } = await opened(store, source);
  await store.change(key, () => ({
    change: { set: { state: 'closed_unconfirmed', closedAt: after(1) }, history: [] },
    answer: null,
  }));
  const edit: NewIntake = {
    key: 'edit/1',
    meaning: 'edit',
    kind: null,
    event: {
      kind: 'message_edited',
      ...source.ref,
      eventId: null,
      at: after(2),
      parentChannelId: null,
      text: 'It is still broken.',
      threadRoot: null,
    },
  };
  const { intakeId } = await takenIn(record.pool, store, edit);

  await recordEdit.run({ intakeId }, context);
  await recordEdit.run({ intakeId }, context);

  const { rows } = await record.pool.query(
    `select place ->> 'userId' as who, body ->> 'title' as title from hearback.delivery where workspace_id = $1 and body ->> 'type' = 'notice'`,
    [here.id],
  );
  expect(rows).toEqual([{ who: 'U0LENA', title: 'The member has changed what they wrote' }]);
});
