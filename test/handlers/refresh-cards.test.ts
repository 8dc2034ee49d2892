import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { MessageRef } from '../../src/chat/ref.ts';
import { type AppError, PlatformUnavailable, RateLimited } from '../../src/errors.ts';
import { deliver } from '../../src/handlers/deliver.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { refreshCards } from '../../src/handlers/refresh-cards.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy, workspace } from '../support/factories.ts';
import { candidate, fresh, message, nothing } from '../store/record.ts';

// A case has changed and its card is to be drawn again: with real rows, and a platform that has no room.

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

describe('a card that is drawn again', () => {
  const full = new RateLimited('the platform', 30_000, null);
  const down = new PlatformUnavailable('Slack', 'The card could not be drawn.', null);

  it.each([
    { name: 'has its turn', inTheWay: null, read: 1, updated: 1, thrown: null },
    { name: 'has no turn: its case is not read for it', inTheWay: full, read: 0, updated: 0, thrown: full },
    {
      name: 'meets what else is in the way when it is drawn',
      inTheWay: down,
      read: 1,
      updated: 1,
      thrown: null,
    },
  ])('$name', async ({ inTheWay, read, updated, thrown }) => {
    const { caseId, context, seen } = await shown(inTheWay);
    const run = refreshCards.run({ caseId }, context).catch((error: unknown) => error);
    expect((await run) ?? null).toBe(thrown);
    expect(seen).toEqual({ read, updated });
  });
});

it('is left as it is when hearback.yaml has its community no more, and no platform is asked', async () => {
  const { caseId, context, seen } = await shown(null);
  const chat = () => {
    throw new Error('there is no such platform any more');
  };
  const gone = { ...context, chat, policy: () => ({ ...policy, workspaces: [] }) };
  await expect(refreshCards.run({ caseId }, gone)).rejects.toThrow('changes faster');
  expect(seen).toEqual({ read: 0, updated: 0 });
});

/** A case with a card that shows it as it was before it changed. @param inTheWay of the turn to draw it again */
async function shown(inTheWay: AppError | null) {
  const here = { ...workspace, id: fresh('slack:T') };
  const store = createStore(record.pool, { now: () => new Date() });
  const seen = { read: 0, updated: 0 };
  const chat = {
    awaitTurn: async () => undefined,
    awaitTurnToUpdate: () => (inTheWay ? Promise.reject(inTheWay) : Promise.resolve()),
    fetchChannel: async () => ({ isPrivate: true, name: 'internal' }),
    split: (blocks: unknown) => [blocks],
    post: async (): Promise<MessageRef> => ({ workspaceId: here.id, channelId: 'C1', messageId: fresh('p') }),
    update: async () => void (seen.updated += 1),
  };
  const counted: Store = {
    ...store,
    read: (key) => {
      seen.read += 1;
      return store.read(key);
    },
  };
  const context = {
    store: counted,
    once: store,
    policy: () => ({ ...policy, workspaces: [here] }),
    topics: { ofCase: async () => null },
    compose: createComposer(loadTemplates('templates')),
    people: { of: async () => new Map() },
    chat: () => chat,
    now: () => new Date(),
    log: pino({ level: 'silent' }),
    // What neither handler asks for here.
  } as unknown as Context;
  const { file } = await store.open(candidate(message({ workspaceId: here.id })), nothing);
  const { caseId } = file.case;
  const place = { type: 'channel' as const, workspaceId: here.id, channelId: here.triage };
  await store.say(here.id, { key: fresh('card'), place, body: { type: 'triage' } }, caseId);
  const { rows } = await record.pool.query<{ deliveryId: number }>(
    'select delivery_id as "deliveryId" from hearback.delivery where case_id = $1',
    [caseId],
  );
  for (const { deliveryId } of rows) await deliver.run({ deliveryId }, context);
  await store.change({ workspaceId: here.id, caseId }, () => ({
    change: { history: [], set: { severity: 'urgent' } },
    answer: null,
  }));
  seen.read = 0;
  return { caseId, context, seen };
}
