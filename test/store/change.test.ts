import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/case.ts';
import { NotPossible } from '../../src/errors.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import {
  after,
  candidate,
  deliveryIdOf,
  deliveryTo,
  fresh,
  jobFor,
  jobs,
  message,
  nothing,
  opened,
  START,
} from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });

describe('changing a case', () => {
  it('carries out everything a rule decided and raises the version by one', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }), { history: [], departments: ['qa'] });

    const changed = await store.change(key, (file) => ({
      change: {
        set: {
          state: 'waiting_on_team',
          severity: 'urgent',
          kind: 'defect',
          handlerId: 'anna',
          snoozedUntil: after(5),
          language: 'da',
          quote: 'New words',
          closedAt: after(9),
        },
        history: [
          { action: 'claimed', actorId: 'anna' },
          { action: 'routed', actorId: null, detail: { department: 'support' } },
        ],
        reporters: ['second', 'reporter'],
        removeReporters: [],
        departments: ['support', 'qa'],
        notes: [{ authorId: 'anna', text: 'Looks real' }],
      },
      answer: file.case.version,
    }));

    expect(changed?.answer).toBe(1);
    expect(changed?.repeated).toBe(false);
    expect(changed?.file).toMatchObject({
      case: {
        version: 2,
        state: 'waiting_on_team',
        severity: 'urgent',
        kind: 'defect',
        handlerId: 'anna',
        snoozedUntil: after(5),
        language: 'da',
        quote: 'New words',
        closedAt: after(9),
      },
      reporters: ['reporter', 'second'],
      departments: ['qa', 'support'],
      noteCount: 1,
    });
    expect((await store.history(key, 1)).map(({ action }) => action)).toEqual(['routed']);
    expect((await store.history(key, 9)).map(({ action }) => action)).toEqual(['claimed', 'routed']);
  });

  it('sets a value back to nothing, and takes reporters away', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }), {
      history: [],
      set: { handlerId: 'anna', snoozedUntil: after(5) },
    });

    const changed = await store.change(
      key,
      by({ set: { handlerId: null, snoozedUntil: null }, removeReporters: ['reporter'] }),
    );

    expect(changed?.file).toMatchObject({ case: { handlerId: null, snoozedUntil: null }, reporters: [] });
  });

  it('changes nothing when the rule refuses, and tells the caller why', async () => {
    const workspaceId = fresh('slack:T');
    const { key, file } = await opened(store, message({ workspaceId }));

    const refused = store.once({ interaction: 'click', workspaceId }).change(key, () => {
      throw new NotPossible('Reopen it first.');
    });

    await expect(refused).rejects.toMatchObject({ code: 'NOT_POSSIBLE', message: 'Reopen it first.' });
    expect(await store.read(key)).toEqual(file);
    expect((await store.once({ interaction: 'click', workspaceId }).change(key, nothing))?.repeated).toBe(
      false,
    );
  });

  it('writes nothing when there is nothing to change', async () => {
    const { key, file } = await opened(store, message({ workspaceId: fresh('slack:T') }));

    const same = await store.change(key, () => ({ change: null, answer: 'seen' }));

    expect(same).toEqual({ file, answer: 'seen', repeated: false });
  });

  it('lets only one of two people claim at once', async () => {
    const { key } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    const claim = (person: string) =>
      store.change(key, (file) => {
        if (file.case.handlerId) throw new NotPossible('Taken.');
        return {
          change: { set: { handlerId: person }, history: [{ action: 'claimed', actorId: person }] },
          answer: null,
        };
      });

    const outcomes = await Promise.allSettled([claim('anna'), claim('bo'), claim('cy'), claim('di')]);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await store.history(key, 9)).toHaveLength(1);
  });

  it('does nothing twice for a repeated click, and says that it was one', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }));
    const note = () =>
      store
        .once({ interaction: 'click', workspaceId })
        .change(key, by({ notes: [{ authorId: 'anna', text: 'Hm' }] }));

    const outcomes = await Promise.all([note(), note(), note()]);

    expect(outcomes.map((outcome) => outcome?.repeated).toSorted()).toEqual([false, true, true]);
    expect((await store.read(key))?.noteCount).toBe(1);
  });

  it('takes the same click of another workspace for another one', async () => {
    const [one, two] = [fresh('slack:T'), fresh('slack:T')];
    const first = await opened(store, message({ workspaceId: one }));
    const second = await opened(store, message({ workspaceId: two }));

    await store.once({ interaction: 'click', workspaceId: one }).change(first.key, nothing);

    expect(
      await store.once({ interaction: 'click', workspaceId: two }).change(second.key, nothing),
    ).toMatchObject({ repeated: false });
  });

  it('changes nothing when its job was done before, and marks it done when nothing was to change', async () => {
    const workspaceId = fresh('slack:T');
    const { key, file } = await opened(store, message({ workspaceId }), {
      history: [],
      clocks: [{ op: 'start', kind: 'follow_up', dueAt: START }],
    });
    const { outboxId: job } = await jobFor(
      record.pool,
      'ring-clock',
      'clockId',
      file.clocks[0]?.clockId ?? 0,
    );

    await store.once({ job }).change(key, nothing);
    const again = await store.once({ job }).change(key, by({ set: { state: 'solved' } }));

    expect(again).toMatchObject({ repeated: true, file: { case: { state: 'new', version: 1 } } });
  });

  it('lets two runs of a job at once have one effect', async () => {
    const workspaceId = fresh('slack:T');
    const { key, file } = await opened(store, message({ workspaceId }), {
      history: [],
      clocks: [{ op: 'start', kind: 'follow_up', dueAt: START }],
    });
    const { outboxId: job } = await jobFor(
      record.pool,
      'ring-clock',
      'clockId',
      file.clocks[0]?.clockId ?? 0,
    );

    await Promise.all(
      Array.from({ length: 4 }, () =>
        store.once({ job }).change(key, by({ notes: [{ authorId: 'a', text: 'b' }] })),
      ),
    );

    expect((await store.read(key))?.noteCount).toBe(1);
  });
});

describe('two workspaces', () => {
  it('never see each other', async () => {
    const [mine, theirs] = [fresh('slack:T'), fresh('discord:G')];
    const source = message({ workspaceId: theirs, channelId: 'C1', messageId: 'same' });
    const { key, file } = await opened(store, source, {
      history: [{ action: 'opened', actorId: null }],
      notes: [{ authorId: 'x', text: 'secret' }],
    });
    const { caseId } = file.case;

    expect(await store.read({ workspaceId: mine, caseId })).toBeNull();
    expect(await store.read({ workspaceId: mine, number: 1 })).toBeNull();
    expect(await store.change({ workspaceId: mine, caseId }, by({ set: { state: 'closed' } }))).toBeNull();
    expect(await store.history({ workspaceId: mine, caseId }, 9)).toEqual([]);
    expect(await store.notes({ workspaceId: mine, caseId }, 9)).toEqual([]);
    expect(
      await store.addMessage(
        { workspaceId: mine, caseId },
        { role: 'thread', snapshot: message({ workspaceId: mine }) },
        nothing,
      ),
    ).toBeNull();
    expect(await store.caseOfMessage(mine, source.ref, { channelId: 'C1', messageId: 'same' })).toBeNull();
    expect(await store.addVersion({ ...source.ref, workspaceId: mine }, { text: 'x', at: START })).toBeNull();
    expect(await store.list(mine, { states: ['new'], limit: 9 })).toEqual([]);
    expect(await store.earlierCases(mine, 'member', caseId + 1)).toEqual([]);
    const own = await store.open(candidate(message({ workspaceId: mine, messageId: 'same' })), nothing);
    expect({ isNew: own.isNew, number: own.file.case.number }).toEqual({ isNew: true, number: 1 });
    expect(await store.read(key)).toEqual(file);
  });

  it('never post in each other', async () => {
    const [mine, theirs] = [fresh('slack:T'), fresh('slack:T')];
    const { key } = await opened(store, message({ workspaceId: mine }));

    await expect(store.change(key, by({ deliveries: [deliveryTo(theirs, 'card')] }))).rejects.toMatchObject({
      code: 'WOULD_LEAK',
    });
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 40])(
    'knows no case %p, and does not fail over it',
    async (number) => {
      expect(await store.read({ workspaceId: 'slack:T', number })).toBeNull();
      expect(await store.change({ workspaceId: 'slack:T', caseId: number }, nothing)).toBeNull();
    },
  );
});

describe('clocks', () => {
  const start = (minutes: number) =>
    by({ clocks: [{ op: 'start', kind: 'first_response', dueAt: after(minutes) }] });

  it('has one running clock of a kind: starting anew replaces it, and its job finds nothing', async () => {
    const { key } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    const first = (await store.change(key, start(5)))?.file.clocks[0];
    const second = (await store.change(key, start(9)))?.file.clocks;

    expect(second).toHaveLength(1);
    expect(second?.[0]?.dueAt).toEqual(after(9));
    expect(await store.clock(first?.clockId ?? 0, 1)).toBeNull();
    expect(await store.clock(second?.[0]?.clockId ?? 0, 1)).toEqual({ clock: second?.[0], key });
  });

  it('asks to be rung at the moment it is due', async () => {
    const { key } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    const clock = (await store.change(key, start(5)))?.file.clocks[0];

    expect(await jobFor(record.pool, 'ring-clock', 'clockId', clock?.clockId ?? 0)).toMatchObject({
      data: { clockId: clock?.clockId, generation: 1 },
      runAt: after(5),
    });
  });

  it('goes one step up when it is to ring again, and forgets the older job', async () => {
    const { key } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    const clockId = (await store.change(key, start(5)))?.file.clocks[0]?.clockId ?? 0;

    const moved = await store.change(key, by({ clocks: [{ op: 'again', clockId, dueAt: after(30) }] }));

    expect(moved?.file.clocks).toEqual([
      { clockId, kind: 'first_response', dueAt: after(30), generation: 2, step: 1 },
    ]);
    expect(await store.clock(clockId, 1)).toBeNull();
    expect(await store.clock(clockId, 2)).not.toBeNull();
    const rung = (await jobs(record.pool, 'ring-clock')).filter(({ data }) => data['clockId'] === clockId);
    expect(rung.map(({ runAt }) => runAt)).toEqual([after(5), after(30)]);
  });

  it('is silent once stopped, and other cases cannot move it', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }));
    const other = await opened(store, message({ workspaceId }));
    const clockId = (await store.change(key, start(5)))?.file.clocks[0]?.clockId ?? 0;

    await store.change(other.key, by({ clocks: [{ op: 'again', clockId, dueAt: after(99) }] }));
    expect((await store.read(key))?.clocks[0]?.dueAt).toEqual(after(5));
    await store.change(key, by({ clocks: [{ op: 'stop', kind: 'first_response' }] }));

    expect((await store.read(key))?.clocks).toEqual([]);
    expect(await store.clock(clockId, 1)).toBeNull();
  });
});

describe('replies', () => {
  it('keeps a draft until it is sent, then queues it once', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }));
    const place = { type: 'thread' as const, workspaceId, channelId: 'C1', messageId: 'root' };
    const draft = (
      await store.change(key, by({ replies: [{ markdown: 'Draft', authorId: 'anna', place, send: false }] }))
    )?.file.replies[0];
    const replyId = draft?.replyId ?? 0;
    expect(await store.read(key)).toMatchObject({ replies: [{ state: 'draft' }] });
    await expect(deliveryIdOf(record.pool, workspaceId, `reply-${replyId}`)).rejects.toThrow();

    const queue = by({ replyStates: [{ replyId, state: 'queued', markdown: 'Better' }] });
    await store.change(key, queue);
    await store.change(key, queue);

    expect((await store.read(key))?.replies).toEqual([
      { replyId, state: 'queued', markdown: 'Better', authorId: 'anna', place },
    ]);
    const deliveryId = await deliveryIdOf(record.pool, workspaceId, `reply-${replyId}`);
    expect(await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId)).toBeDefined();
  });

  it('queues a reply that is to be sent at once', async () => {
    const workspaceId = fresh('slack:T');
    const place = { type: 'dm' as const, workspaceId, userId: 'member' };
    const { file } = await opened(store, message({ workspaceId }), {
      history: [],
      replies: [{ markdown: 'Hello', authorId: null, place, send: true }],
    });

    const [reply] = file.replies;
    expect(reply?.state).toBe('queued');
    const found = await record.pool.query(
      'select body, place from hearback.delivery where workspace_id = $1',
      [workspaceId],
    );
    expect(found.rows).toEqual([{ body: { type: 'reply', replyId: reply?.replyId }, place }]);
  });

  it('shows a decision the newest fifty, newest last', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }));
    const place = { type: 'dm' as const, workspaceId, userId: 'member' };
    const replies = Array.from({ length: 53 }, (_, index) => ({
      markdown: `${index}`,
      authorId: null,
      place,
      send: false,
    }));

    const file = (await store.change(key, by({ replies })))?.file;

    expect(file?.replies.map(({ markdown }) => markdown)).toEqual(
      replies.slice(3).map(({ markdown }) => markdown),
    );
  });
});

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
    const numbers = async (filter: Parameters<Store['list']>[1]) =>
      (await store.list(workspaceId, filter)).map(({ number }) => number);

    expect(await numbers({ states: ['new', 'open'], limit: 9 })).toEqual([early, late, normal, low]);
    expect(await numbers({ states: ['new', 'open'], limit: 2 })).toEqual([early, late]);
    expect(await numbers({ states: ['closed'], limit: 9 })).toEqual([high]);
    expect(await numbers({ states: ['new', 'open'], handlerId: 'anna', limit: 9 })).toEqual([early, normal]);
    expect(await numbers({ states: ['new', 'open'], department: 'qa', limit: 9 })).toEqual([late]);
  });
});
