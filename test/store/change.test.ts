import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import { NotPossible } from '../../src/errors.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, fresh, jobFor, message, nothing, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });

/** A case with a clock, and the job that rings it. */
async function withClock() {
  const workspaceId = fresh('slack:T');
  const { key, file } = await opened(store, message({ workspaceId }), {
    history: [],
    clocks: [{ op: 'start', kind: 'update_due', dueAt: START }],
  });
  const { outboxId: job } = await jobFor(record.pool, 'ring-clock', 'clockId', file.clocks[0]?.clockId ?? 0);
  return { key, job };
}

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

    expect(outcomes.filter((outcome) => outcome?.repeated)).toHaveLength(2);
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
    const { key, job } = await withClock();

    await store.once({ job }).change(key, nothing);
    const again = await store.once({ job }).change(key, by({ set: { state: 'solved' } }));

    expect(again).toMatchObject({ repeated: true, file: { case: { state: 'new', version: 1 } } });
  });

  it('lets two runs of a job at once have one effect', async () => {
    const { key, job } = await withClock();

    await Promise.all(
      Array.from({ length: 4 }, () =>
        store.once({ job }).change(key, by({ notes: [{ authorId: 'a', text: 'b' }] })),
      ),
    );

    expect((await store.read(key))?.noteCount).toBe(1);
  });
});
