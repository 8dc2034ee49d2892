import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Card, Content } from '../../src/chat/card.ts';
import type { MessageRef, Place } from '../../src/chat/ref.ts';
import { RateLimited } from '../../src/errors.ts';
import { deliver } from '../../src/handlers/deliver.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { refreshDigest } from '../../src/handlers/refresh-digest.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createDigests } from '../../src/store/digests.ts';
import type { Digests } from '../../src/store/digests-port.ts';
import { erase } from '../../src/store/erase.ts';
import type { CaseKey, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy as usual, workspace } from '../support/factories.ts';
import { after, candidate, fresh, jobs, message, nothing, START } from '../store/record.ts';

// What was posted of many cases, and a case that is for fewer people since: with real rows, and a platform that remembers.

const WEEK = 7 * 24 * 60;
const { hours: _hours, ...always } = workspace;
const [department, { channel: OF_DEPARTMENT }] = Object.entries(workspace.departments)[0]!;
const everyMonday = { on: { days: [0], weeks: 1, weekOf: null }, at: 540 };
const DIGESTS = [
  { ...everyMonday, name: 'All' },
  { ...everyMonday, name: 'Theirs', channel: OF_DEPARTMENT, departments: [department] },
];

let record: TestRecord;
let store: Store;
let digests: Digests;
let here: WorkspacePolicy;
let posted: Content[];
let updated: Content[];
beforeAll(async () => {
  record = await testRecord();
});
beforeEach(() => {
  const now = () => after(WEEK + 60);
  store = createStore(record.pool, { now });
  digests = createDigests(record.pool, { now });
  here = { ...always, id: fresh('slack:T'), digests: DIGESTS };
  posted = [];
  updated = [];
});
afterAll(() => record.drop());

const chat = {
  fetchPerson: async () => ({
    isMember: true,
    isBot: false,
    groups: workspace.roles.moderator.groups,
    timeZone: 'UTC',
  }),
  fetchChannel: async () => ({ isPrivate: true, name: 'internal' }),
  split: (blocks: unknown) => [blocks],
  awaitTurn: async () => undefined,
  awaitTurnToUpdate: async () => undefined,
  post: async (_place: Place, content: Content): Promise<MessageRef> => {
    posted.push(content);
    return { workspaceId: here.id, channelId: 'D1', messageId: `p${posted.length}` };
  },
  update: async (_message: MessageRef, content: Content) => {
    updated.push(content);
  },
};
const context = (over: Partial<Context> = {}): Context =>
  ({
    store,
    once: store,
    digests,
    policy: (): Policy => ({ ...usual, workspaces: [here] }),
    people: { of: async () => new Map() },
    chat: () => chat,
    drawChart: async () => Buffer.from('png'),
    now: () => after(WEEK + 60),
    log: pino({ level: 'silent' }),
    ...over,
    // What neither handler asks for here.
  }) as unknown as Context;

/** A case of somebody on the staff that is overdue, opened so many minutes after the beginning. */
async function overdue(
  minutes: number,
  handlerId: string | null = 'U0NEW',
): Promise<CaseKey & { caseId: number }> {
  const snapshot = message({ workspaceId: here.id, userId: 'alma' });
  const { file } = await store.open(candidate(snapshot, { openedAt: after(minutes), handlerId }), nothing);
  const key = { workspaceId: here.id, caseId: file.case.caseId };
  await store.change(key, () => ({
    change: {
      history: [],
      departments: [department],
      clocks: [{ op: 'start', kind: 'first_response', dueAt: after(10), deadline: after(10) }],
    },
    answer: null,
  }));
  return key;
}

async function askDigest(key: string, channelId: string): Promise<number> {
  const place = { type: 'channel' as const, workspaceId: here.id, channelId };
  await digests.ask({ workspaceId: here.id, key, place }, null);
  const period = { from: START, to: after(WEEK), day: after(WEEK).toISOString().slice(0, 10) };
  await createDigests(record.pool, { now: () => after(WEEK + 61) }).ask(
    { workspaceId: here.id, key, place },
    { ...period, to: after(WEEK + 61) },
  );
  return deliveryOf('digest');
}

async function askToDo(): Promise<number> {
  await digests.askToDo(here.id, 'U0NEW', '2026-11-27', true);
  return deliveryOf('to_do');
}

async function deliveryOf(type: 'digest' | 'to_do'): Promise<number> {
  const { rows } = await record.pool.query<{ id: number }>(
    `select delivery_id as id from hearback.delivery where workspace_id = $1 and body ->> 'type' = $2`,
    [here.id, type],
  );
  return rows[0]!.id;
}

const keepOut = (key: CaseKey, userId = 'U0NEW') =>
  store.change(key, () => ({
    change: { history: [], exclude: [{ userId, reason: 'accused', by: null }] },
    answer: null,
  }));
const asked = async (deliveryId: number) =>
  (await jobs(record.pool, 'refresh-digest')).filter(({ data }) => data['deliveryId'] === deliveryId);
const redraw = async (deliveryId: number) => {
  for (const _ of [1, 2]) await refreshDigest.run({ deliveryId }, context());
};
const cardOf = (content: Content | undefined): Card => {
  if (content?.type !== 'card') throw new Error('no card');
  return content.card;
};
const wordsOf = (content: Content | undefined) => JSON.stringify(cardOf(content));

describe('a list of the day', () => {
  it.each(['kept out', 'leads only', 'erased'])('goes on without a case that is %s', async (how) => {
    const key = await overdue(1);
    const deliveryId = await askToDo();
    await deliver.run({ deliveryId }, context());
    expect(wordsOf(posted[0])).toContain('FB-1');
    expect(await asked(deliveryId)).toEqual([]);

    if (how === 'kept out') await keepOut(key);
    if (how === 'leads only')
      await store.change(key, () => ({ change: { history: [], set: { audience: 'leads' } }, answer: null }));
    if (how === 'erased')
      await erase(
        { pool: record.pool, now: () => after(WEEK + 61) },
        { workspaceId: here.id, userId: 'alma' },
        { askedBy: 'operator', actorId: null },
        true,
      );

    expect(await asked(deliveryId)).toHaveLength(1);
    await redraw(deliveryId);
    expect(updated).toHaveLength(2);
    expect(wordsOf(updated[0])).not.toContain('FB-1');
  });

  it('goes on without one nobody has taken that is not for its reader any more', async () => {
    here = { ...here, handler: 'U0NEW' };
    const key = await overdue(1, null);
    const deliveryId = await askToDo();
    await deliver.run({ deliveryId }, context());
    expect(wordsOf(posted[0])).toMatch(/yours to look at.*FB-1/);
    await keepOut(key);
    expect(await asked(deliveryId)).toHaveLength(1);
    await redraw(deliveryId);
    expect(wordsOf(updated[0])).not.toContain('FB-1');
  });

  it('is drawn once more when a case was taken from its reader while it was being drawn', async () => {
    const key = await overdue(1);
    const deliveryId = await askToDo();
    const toDo: Digests['toDo'] = async (...who) => {
      const found = await digests.toDo(...who);
      await keepOut(key);
      return found;
    };
    await deliver.run({ deliveryId }, context({ digests: { ...digests, toDo } }));
    expect(wordsOf(posted[0])).toContain('FB-1');
    expect(await asked(deliveryId)).toHaveLength(1);
    await redraw(deliveryId);
    expect(wordsOf(updated[0])).not.toContain('FB-1');
  });
});

describe('a digest', () => {
  it('is drawn once more when a case was taken from it while it was being drawn', async () => {
    const key = await overdue(-200 * 24 * 60);
    const deliveryId = await askDigest('All', here.triage);
    const facts: Digests['facts'] = async (question) => {
      const found = await digests.facts(question);
      await keepOut(key);
      expect(await asked(deliveryId)).toEqual([]);
      return found;
    };
    await deliver.run({ deliveryId }, context({ digests: { ...digests, facts } }));
    expect(wordsOf(posted[0])).toContain('FB-1');

    expect(await asked(deliveryId)).toHaveLength(1);
    await redraw(deliveryId);
    expect(wordsOf(updated[0])).not.toContain('FB-1');
  });

  it('that has no turn to be drawn again is not read for it', async () => {
    await overdue(1);
    const deliveryId = await askDigest('All', here.triage);
    await deliver.run({ deliveryId }, context());
    const full = new RateLimited('the platform', 30_000, null);
    const busy = { ...chat, awaitTurnToUpdate: () => Promise.reject(full) };
    const facts = () => Promise.reject(new Error('read for nothing'));
    const unread = { chat: () => busy, digests: { ...digests, facts } } as unknown as Partial<Context>;
    await expect(refreshDigest.run({ deliveryId }, context(unread))).rejects.toBe(full);
    expect(updated).toEqual([]);
  });

  it('that hearback.yaml has no more, or elsewhere, is withdrawn', async () => {
    const key = await overdue(1);
    const deliveryId = await askDigest('All', here.triage);
    await deliver.run({ deliveryId }, context());
    await keepOut(key);
    here = { ...here, digests: [{ ...DIGESTS[0]!, channel: OF_DEPARTMENT }] };
    await redraw(deliveryId);
    here = { ...here, digests: [] };
    await redraw(deliveryId);
    expect(updated).toHaveLength(4);
    for (const each of updated) {
      expect(wordsOf(each)).toContain('withdrawn');
      expect(wordsOf(each)).not.toContain('FB-1');
    }
  });

  it('has buttons of staff in a channel of staff, and none in one of a department', async () => {
    await overdue(1);
    const all = await askDigest('All', here.triage);
    await deliver.run({ deliveryId: all }, context());
    here = { ...here, id: fresh('slack:T') };
    await overdue(1);
    const theirs = await askDigest('Theirs', OF_DEPARTMENT);
    await deliver.run({ deliveryId: theirs }, context());
    expect(posted.map((each) => cardOf(each).actions.length)).toEqual([2, 0]);
    expect(wordsOf(posted[1])).toContain('FB-1');
  });
});
