import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseFile } from '../../src/cases/case.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { candidate, deliveryTo, fresh, jobFor, jobs, message, nothing, reaction, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

describe('opening once', () => {
  it('opens one case however often its job is run, and the second run changes nothing', async () => {
    const workspaceId = fresh('slack:T');
    await store.takeIn(reaction('reaction_added', workspaceId, 'm', START));
    const [flag] = (await jobs(record.pool, 'record-flag')).slice(-1);
    const job = flag?.outboxId ?? 0;
    const source = message({ workspaceId, messageId: 'm' });
    const decide = (_: CaseFile, isNew: boolean) => ({
      change: {
        history: [{ action: isNew ? 'opened' : 'flagged_again', actorId: 'reporter' }],
        deliveries: [deliveryTo(workspaceId, 'card')],
      },
      answer: isNew,
    });

    const first = await store.once({ job }).open(candidate(source), decide);
    const second = await store.once({ job }).open(candidate(source, { reporters: ['nobody'] }), decide);

    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(second.file).toEqual(first.file);
    expect(await store.history({ workspaceId, number: 1 }, 10)).toHaveLength(1);
    expect(
      (await jobFor(record.pool, 'record-flag', 'intakeId', Number(flag?.data['intakeId']))).isDone,
    ).toBe(true);
  });

  it('opens one case of a form that is sent twice, though it has no message', async () => {
    const workspaceId = fresh('slack:T');
    const told = {
      ...candidate(message({ workspaceId })),
      source: null,
      thread: null,
      permalink: null,
      origin: 'mail',
      messages: [],
    };
    const once = { interaction: 'form-1', workspaceId };

    const [first, second] = await Promise.all([
      store.once(once).open(told, nothing),
      store.once(once).open(told, nothing),
    ]);

    expect(second.file.case.caseId).toBe(first.file.case.caseId);
    expect([first.isNew, second.isNew].filter(Boolean)).toEqual([true]);
    expect(await store.list(workspaceId, { states: ['new'], eyes: 'program', limit: 10 })).toHaveLength(1);
  });

  it('changes nothing by any further call of a job that was done before', async () => {
    const workspaceId = fresh('slack:T');
    await store.takeIn(reaction('reaction_added', workspaceId, 'm', START));
    const job = (await jobs(record.pool, 'record-flag')).at(-1)?.outboxId ?? 0;
    const source = message({ workspaceId });
    await store.once({ job }).open(candidate(source), nothing);
    const again = store.once({ job });

    await again.open(candidate(source), nothing);
    await again.change({ workspaceId, number: 1 }, () => ({
      change: { history: [], notes: [{ authorId: 'a', text: 'b' }] },
      answer: null,
    }));

    expect((await store.read({ workspaceId, number: 1 }))?.noteCount).toBe(0);
  });

  it('still carries the job after a call that failed', async () => {
    const workspaceId = fresh('slack:T');
    await store.takeIn(reaction('reaction_added', workspaceId, 'm', START));
    const job = (await jobs(record.pool, 'record-flag')).at(-1)?.outboxId ?? 0;
    const once = store.once({ job });

    const failed = once.open(candidate(message({ workspaceId })), () => {
      throw new RangeError('no');
    });
    await expect(failed).rejects.toThrow(RangeError);
    await once.open(candidate(message({ workspaceId })), nothing);

    expect((await jobs(record.pool, 'record-flag')).at(-1)?.isDone).toBe(true);
  });
});
