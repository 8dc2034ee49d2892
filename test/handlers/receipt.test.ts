import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Content } from '../../src/chat/card.ts';
import type { Place } from '../../src/chat/ref.ts';
import { PermissionMissing } from '../../src/errors.ts';
import { deliver } from '../../src/handlers/deliver.ts';
import type { Context } from '../../src/handlers/handler.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { createStore } from '../../src/store/create-store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy as usual, workspace } from '../support/factories.ts';
import { after, candidate, fresh, message } from '../store/record.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

describe('a receipt that cannot be put on a message', () => {
  it('is told to whoever flagged it, were they of no staff, once, and without a word of what was said', async () => {
    const here: WorkspacePolicy = { ...workspace, id: fresh('slack:T') };
    const store = createStore(record.pool, { now: () => after(0) });
    const posted: { place: Place; content: Content }[] = [];
    const chat = {
      // A volunteer, who may flag and works on no cases.
      fetchPerson: async () => ({ isMember: true, isBot: false, groups: [] }),
      react: async () => {
        throw new PermissionMissing('slack', 'Invite the bot to the channel.', null);
      },
      split: (blocks: unknown) => [blocks],
      awaitTurn: async () => undefined,
      awaitTurnToUpdate: async () => undefined,
      post: async (place: Place, content: Content) => {
        posted.push({ place, content });
        return { workspaceId: here.id, channelId: 'D1', messageId: `p${posted.length}` };
      },
    };
    const context = {
      store,
      once: store,
      policy: (): Policy => ({ ...usual, workspaces: [here] }),
      chat: () => chat,
      topics: { ofCase: async () => null },
      now: () => after(0),
      log: pino({ level: 'silent' }),
      // What is not asked for here.
    } as unknown as Context;

    const source = message({ workspaceId: here.id, text: 'SECRET words' });
    const place = { type: 'channel' as const, workspaceId: here.id, channelId: 'C1' };
    await store.open(candidate(source), () => ({
      change: {
        history: [],
        deliveries: [
          {
            key: 'receipt',
            place,
            body: { type: 'receipt', message: source.ref, emoji: '👀', present: true, reporterId: 'U0VERA' },
          },
        ],
      },
      answer: null,
    }));
    const due = async () =>
      (
        await record.pool.query<{ id: number }>(
          'select delivery_id as id from hearback.delivery where workspace_id = $1 order by delivery_id',
          [here.id],
        )
      ).rows.map(({ id }) => id);
    for (const _ of [1, 2]) for (const deliveryId of await due()) await deliver.run({ deliveryId }, context);

    expect(posted).toHaveLength(1);
    expect(posted[0]!.place).toEqual({ type: 'dm', workspaceId: here.id, userId: 'U0VERA' });
    const words = JSON.stringify(posted[0]!.content);
    expect(words).toContain('Thank you, it is recorded.');
    expect(words).toContain('Invite the bot');
    expect(words).not.toMatch(/SECRET/);
  });
});
