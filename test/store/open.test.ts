import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { asked } from '../support/factories.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, message, nothing, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

describe('opening a case', () => {
  it('keeps everything the flagged message and the rule brought', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({ workspaceId, threadRoot: { channelId: 'C1', messageId: 'root' } });

    const { file, isNew, answer } = await store.open(
      candidate(source, { handlerId: 'anna', severity: 'high' }),
      (current, first) => ({
        change: {
          history: [{ action: 'opened', actorId: 'reporter', detail: { kind: 'feedback' } }],
          departments: ['qa', 'support'],
          notes: [{ authorId: 'reporter', text: 'third time' }],
          clocks: [{ op: 'start', kind: 'first_response', dueAt: after(60) }],
          replies: [
            {
              markdown: 'Sorry!',
              authorId: null,
              place: { type: 'dm', workspaceId, userId: 'member' },
              send: false,
            },
          ],
        },
        answer: { first, reporters: current.reporters },
      }),
    );

    expect(answer).toEqual({ first: true, reporters: ['reporter'] });
    expect(isNew).toBe(true);
    expect(file).toEqual({
      case: {
        caseId: file.case.caseId,
        workspaceId,
        number: 1,
        state: 'new',
        severity: 'high',
        kind: 'feedback',
        member: { userId: 'member', name: 'name of member' },
        source: source.ref,
        thread: { channelId: 'C1', messageId: 'root' },
        permalink: source.permalink,
        quote: 'It is broken.',
        origin: null,
        handlerId: 'anna',
        snoozedUntil: null,
        snoozedForMember: false,
        language: 'en',
        languageFrom: 'workspace',
        audience: 'staff',
        level: 2,
        version: 1,
        openedAt: START,
        closedAt: null,
      },
      reporters: ['reporter'],
      excluded: [],
      departments: ['qa', 'support'],
      departmentWork: [asked('qa'), asked('support')],
      raised: [{ level: 2, why: 'department', reason: '', by: null, at: START }],
      cc: [],
      followers: [],
      closeRequests: [],
      clocks: [
        {
          clockId: expect.any(Number),
          kind: 'first_response',
          subject: '',
          startedAt: START,
          deadline: after(60),
          setBy: 'policy',
          isPutOff: false,
          dueAt: after(60),
          generation: 1,
          restedGeneration: 0,
          step: 0,
        },
      ],
      replies: [
        {
          replyId: expect.any(Number),
          state: 'draft',
          markdown: 'Sorry!',
          authorId: null,
          place: { type: 'dm', workspaceId, userId: 'member' },
          purpose: 'answer',
          language: null,
          steps: [],
          asks: [],
          giftId: null,
          consentFor: null,
          consent: null,
          waits: false,
          queuedAt: null,
          promises: null,
        },
      ],
      ticks: [],
      recommendation: null,
      gifts: [],
      praised: [],
      help: null,
      isOptedOut: false,
      noteCount: 1,
      fileCount: 0,
      issues: [],
      lastFileId: null,
    });
    expect(await store.read({ workspaceId, number: 1 })).toEqual(file);
    expect(await store.history({ workspaceId, number: 1 }, 10)).toEqual([
      { action: 'opened', actorId: 'reporter', detail: { kind: 'feedback' }, at: START },
    ]);
    expect(await store.notes({ workspaceId, number: 1 }, 10)).toEqual([
      { authorId: 'reporter', text: 'third time', at: START },
    ]);
  });

  it('makes one case with every reporter when twenty people flag the same message at once', async () => {
    const workspaceId = fresh('slack:T');
    await opened(store, message({ workspaceId }));
    const source = message({ workspaceId });
    const reporters = Array.from({ length: 20 }, (_, index) => `reporter-${index}`);
    const others = createStore(record.connect(), { now: () => START });

    const outcomes = await Promise.all(
      reporters.map((reporter, index) =>
        (index % 2 ? store : others).open(candidate(source, { reporters: [reporter] }), nothing),
      ),
    );

    expect(new Set(outcomes.map(({ file }) => file.case.caseId)).size).toBe(1);
    expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1);
    const file = await store.read({ workspaceId, number: 2 });
    expect(file?.reporters.toSorted()).toEqual(reporters.toSorted());
    expect(await store.read({ workspaceId, number: 3 })).toBeNull();
  });

  it('numbers cases per workspace without gaps, also when they are opened at once and some openings fail', async () => {
    const [workspaceId, other] = [fresh('slack:T'), fresh('slack:T')];
    const refused = async () => {
      await expect(
        store.open(candidate(message({ workspaceId })), () => {
          throw new RangeError('no');
        }),
      ).rejects.toThrow(RangeError);
    };

    await Promise.all([
      ...Array.from({ length: 8 }, () => opened(store, message({ workspaceId }))),
      ...Array.from({ length: 3 }, refused),
      opened(store, message({ workspaceId: other })),
    ]);

    const numbers = (await store.list(workspaceId, { states: ['new'], eyes: 'program', limit: 50 })).map(
      ({ number }) => number,
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await store.read({ workspaceId: other, number: 1 })).not.toBeNull();
  });

  it('makes one case of a thread whose messages are flagged at once', async () => {
    const workspaceId = fresh('slack:T');
    await opened(store, message({ workspaceId }));
    const root = message({ workspaceId, messageId: 'root' });
    const thread = { channelId: 'C1', messageId: 'root' };
    const answers = Array.from({ length: 5 }, () => message({ workspaceId, threadRoot: thread }));

    await Promise.all([root, ...answers].map((source) => store.open(candidate(source), nothing)));

    expect(await store.list(workspaceId, { states: ['new'], eyes: 'program', limit: 50 })).toHaveLength(2);
  });

  it('keeps feedback without a message, each its own case', async () => {
    const workspaceId = fresh('slack:T');
    const told = {
      ...candidate(message({ workspaceId })),
      source: null,
      thread: null,
      permalink: null,
      origin: 'phone',
      messages: [],
    };

    const first = await store.open(told, nothing);
    const second = await store.open(told, nothing);

    expect(first.file.case).toMatchObject({
      number: 1,
      source: null,
      thread: null,
      permalink: null,
      origin: 'phone',
    });
    expect(second.file.case.number).toBe(2);
  });

  it('gives a member their earlier cases, and nobody those of people without an id', async () => {
    const workspaceId = fresh('slack:T');
    const one = await opened(store, message({ workspaceId }));
    const two = await opened(store, message({ workspaceId }));
    await opened(store, message({ workspaceId, userId: 'another' }));
    const nameless = await store.open(
      { ...candidate(message({ workspaceId })), member: { userId: '', name: 'A caller' } },
      nothing,
    );
    const next = await store.open(
      { ...candidate(message({ workspaceId })), member: { userId: '', name: 'Another' } },
      nothing,
    );

    expect(await store.earlierCases(workspaceId, 'member', two.key.caseId, 'program')).toEqual({
      latest: [one.file.case],
      count: 1,
    });
    expect(nameless.isNew && next.isNew).toBe(true);
    expect(await store.earlierCases(workspaceId, '', next.file.case.caseId, 'program')).toEqual({
      latest: [],
      count: 0,
    });
  });
});
