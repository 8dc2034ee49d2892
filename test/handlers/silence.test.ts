import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Clock } from '../../src/cases/case.ts';
import { wrote } from '../../src/cases/conversation.ts';
import { startSilence } from '../../src/cases/silence.ts';
import type { Content } from '../../src/chat/card.ts';
import type { MessageRef } from '../../src/chat/ref.ts';
import { OutcomeUnknown } from '../../src/errors.ts';
import { deliver } from '../../src/handlers/deliver.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { ringClock } from '../../src/handlers/ring-clock.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { CaseKey, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy as usual, workspace } from '../support/factories.ts';
import { after, deliveryIdOf, jobs, message, opened, START } from '../store/record.ts';

// A silent member, with a clock that is told the time: each question once, whatever is run how often.

const HOUR_MS = 3_600_000;
const { hours: _hours, ...always } = workspace;
const policy: Policy = {
  ...usual,
  silence: { nudges: [HOUR_MS, HOUR_MS], close: HOUR_MS, confirm: HOUR_MS },
  workspaces: [always],
};

let record: TestRecord;
let store: Store;
let minutes = 0;
let posted: Content[];
let isAnswerLost = false;
beforeAll(async () => {
  record = await testRecord();
});
beforeEach(() => {
  minutes = 0;
  posted = [];
  store = createStore(record.pool, { now: () => after(minutes) });
});
afterAll(() => record.drop());

const chat = {
  fetchPerson: async (_workspaceId: string, userId: string) => ({
    userId,
    isMember: true,
    isBot: false,
    groups: [],
  }),
  awaitTurn: async () => undefined,
  split: (blocks: unknown) => [blocks],
  post: async (_place: unknown, content: Content): Promise<MessageRef> => {
    posted.push(content);
    if (isAnswerLost) throw new OutcomeUnknown('slack', null);
    return { workspaceId: workspace.id, channelId: 'D1', messageId: `p${posted.length}` };
  },
  findPosted: async () => ({ workspaceId: workspace.id, channelId: 'D1', messageId: `p${posted.length}` }),
  postedAt: () => after(9),
};
const context = (once: Store): Context =>
  ({
    store,
    once,
    policy: () => policy,
    people: { of: async () => new Map(), set: async () => undefined },
    topics: { ofCase: async () => null },
    compose: createComposer(loadTemplates('templates')),
    chat: () => chat,
    now: () => after(minutes),
    log: pino({ level: 'silent' }),
    // What neither handler asks for here.
  }) as unknown as Context;

/** A case in which the member was asked something. */
async function asked(): Promise<CaseKey> {
  const { key } = await opened(store, message({ workspaceId: workspace.id, channelId: 'C0PRODUCT' }));
  await store.change(key, (file) => {
    const waiting = { ...file, case: { ...file.case, state: 'waiting_on_member' as const } };
    return {
      change: {
        history: [],
        set: { state: 'waiting_on_member' },
        clocks: [startSilence(waiting, policy, START)],
      },
      answer: null,
    };
  });
  return key;
}

const silence = async (key: CaseKey) =>
  (await store.read(key))!.clocks.find(({ kind }) => kind === 'silence');
const ring = ({ clockId, generation }: Clock) => ringClock.run({ clockId, generation }, context(store));
const nudges = async (key: CaseKey) =>
  (await store.read(key))!.replies
    .filter(({ purpose }) => purpose === 'nudge')
    .map(({ steps, state }) => [...steps, state]);

describe('a silent member', () => {
  it('is asked twice and the case closed, each once, also when two workers ring it, and it rings again from another queue', async () => {
    const key = await asked();
    for (const expected of [1, 2, 2]) {
      minutes += 61;
      const clock = (await silence(key))!;
      await Promise.all([ring(clock), ring(clock)]);
      await ring(clock);
      expect(await nudges(key)).toHaveLength(expected);
      for (const { replyId } of (await store.read(key))!.replies) {
        const deliveryId = await deliveryIdOf(record.pool, workspace.id, `reply-${replyId}`);
        for (const _ of [1, 2]) await deliver.run({ deliveryId }, context(store));
      }
    }
    expect((await store.read(key))!.case.state).toBe('closed_unconfirmed');
    expect(await nudges(key)).toEqual([
      ['nudge', 'sent'],
      ['nudge-last', 'sent'],
    ]);
    expect(posted).toHaveLength(2);
    expect(await silence(key)).toBeUndefined();
  });

  it('who answers while the question waits for its turn does not get it any more', async () => {
    const key = await asked();
    minutes += 61;
    await ring((await silence(key))!);
    const said = { ...message({ workspaceId: workspace.id, channelId: 'D1' }), postedAt: after(minutes) };
    await store.addMessage(key, { role: 'member', snapshot: said }, (file) => ({
      change: wrote(file, said, always, policy, after(minutes), { isDirect: true }),
      answer: null,
    }));
    const [nudge] = (await store.read(key))!.replies;
    const deliveryId = await deliveryIdOf(record.pool, workspace.id, `reply-${nudge!.replyId}`);
    for (const _ of [1, 2]) await deliver.run({ deliveryId }, context(store));

    expect(posted).toEqual([]);
    expect(await nudges(key)).toEqual([['nudge', 'discarded']]);
    expect((await store.read(key))!.case.state).toBe('open');
  });

  it('has a clock whose job is asked for with each of its moments', async () => {
    const key = await asked();
    const { clockId } = (await silence(key))!;
    const due = (await jobs(record.pool, 'ring-clock')).filter(({ data }) => data['clockId'] === clockId);
    expect(due.map(({ runAt }) => runAt)).toEqual([after(60)]);
  });
});

describe('an answer that arrived in time', () => {
  it('keeps its promise, though that was found out too late', async () => {
    const { key } = await opened(store, message({ workspaceId: workspace.id, channelId: 'C0PRODUCT' }));
    const place = { type: 'dm' as const, workspaceId: workspace.id, userId: 'U0ALMA' };
    await store.change(key, () => ({
      change: {
        history: [],
        clocks: [{ op: 'start', kind: 'update_due', dueAt: after(8), deadline: after(10) }],
        replies: [{ markdown: 'Still on it.', authorId: 'U0MIA', place, send: true }],
      },
      answer: null,
    }));
    const { replyId } = (await store.read(key))!.replies.at(-1)!;
    const deliveryId = await deliveryIdOf(record.pool, workspace.id, `reply-${replyId}`);
    const run = () => deliver.run({ deliveryId }, context(store));

    minutes = 9;
    isAnswerLost = true;
    await expect(run()).rejects.toThrow(OutcomeUnknown);
    minutes = 30;
    isAnswerLost = false;
    for (const _ of [1, 2]) await run();

    expect(posted).toHaveLength(1);
    const due = { from: after(9), before: after(11), eyes: 'program' as const };
    expect(await store.promises(workspace.id, due)).toEqual({ kept: 1, broken: 0 });
  });
});
