import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/case.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Delivery, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, deliveryIdOf, deliveryTo, fresh, jobFor, jobs, message, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const none = () => null;

/** A case with one delivery waiting. */
async function waiting(body = deliveryTo('', '').body) {
  const workspaceId = fresh('slack:T');
  const { key } = await opened(store, message({ workspaceId }), {
    history: [],
    deliveries: [deliveryTo(workspaceId, 'card', body)],
  });
  const deliveryId = await deliveryIdOf(record.pool, workspaceId, 'card');
  const { outboxId: job } = await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId);
  const posted = { workspaceId, channelId: 'triage', messageId: 'posted' };
  return { workspaceId, key, deliveryId, job, posted };
}

async function rowOf(deliveryId: number) {
  const found = await record.pool.query<{
    state: string;
    attempts: number;
    posted_message: string | null;
    shown_version: number;
    failure_code: string | null;
  }>(
    'select state, attempts, posted_message, shown_version, failure_code from hearback.delivery where delivery_id = $1',
    [deliveryId],
  );
  return found.rows[0];
}

async function refreshes(caseId: number): Promise<number> {
  return (await jobs(record.pool, 'refresh-cards')).filter(({ data }) => data['caseId'] === caseId).length;
}

describe('delivering', () => {
  it('puts the attempt on record before it sends, and what came of it after', async () => {
    const { workspaceId, key, deliveryId, job, posted } = await waiting();
    let seen: { delivery: Delivery; onRecord: unknown; isRetry: boolean; number: number | undefined } | null =
      null;

    const sent = await store.once({ job }).deliver(
      deliveryId,
      async (delivery, file, isRetry) => {
        seen = { delivery, isRetry, number: file?.case.number, onRecord: await rowOf(deliveryId) };
        return { posted };
      },
      (file, delivery) => ({
        history: [
          {
            action: 'posted',
            actorId: null,
            detail: { at: delivery.posted?.messageId ?? '', state: file.case.state },
          },
        ],
      }),
    );

    expect(sent).toBe(true);
    expect(seen).toMatchObject({
      delivery: {
        deliveryId,
        workspaceId,
        caseId: key.caseId,
        state: 'sending',
        firstTriedAt: START,
        posted: null,
        body: { type: 'triage' },
      },
      onRecord: { state: 'sending', attempts: 1 },
      isRetry: false,
      number: 1,
    });
    expect(await rowOf(deliveryId)).toMatchObject({
      state: 'sent',
      posted_message: 'posted',
      shown_version: 1,
    });
    expect(await store.history(key, 1)).toEqual([
      { action: 'posted', actorId: null, detail: { at: 'posted', state: 'new' }, at: START },
    ]);
    expect((await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId)).isDone).toBe(true);
  });

  it('gives every delivery a mark of its own that a platform accepts, the same for every attempt', async () => {
    const [one, two] = [await waiting(), await waiting()];
    const marks: string[] = [];
    const failing = async ({ mark }: Delivery): Promise<never> => {
      marks.push(mark);
      throw new RangeError('no');
    };
    await expect(store.deliver(one.deliveryId, failing, none)).rejects.toThrow(RangeError);
    await expect(store.deliver(one.deliveryId, failing, none)).rejects.toThrow(RangeError);
    await expect(store.deliver(two.deliveryId, failing, none)).rejects.toThrow(RangeError);

    expect(marks[0]).toMatch(/^[A-Za-z0-9_-]{1,25}$/);
    expect(marks[1]).toBe(marks[0]);
    expect(marks[2]).not.toBe(marks[0]);
  });

  it('sends nothing a second time', async () => {
    const { deliveryId, job, posted } = await waiting();
    let sends = 0;
    const send = async () => {
      sends += 1;
      return { posted };
    };

    expect(await store.once({ job }).deliver(deliveryId, send, none)).toBe(true);
    expect(await store.once({ job }).deliver(deliveryId, send, none)).toBe(false);
    expect(await store.deliver(deliveryId, send, none)).toBe(false);

    expect(sends).toBe(1);
  });

  it('does not let two send it at the same time: the second is told to come back', async () => {
    const { deliveryId, posted } = await waiting();
    const other = createStore(record.connect(), { now: () => START });
    let second: unknown = null;

    await store.deliver(
      deliveryId,
      async () => {
        second = await other
          .deliver(deliveryId, async () => ({ posted }), none)
          .catch((error: unknown) => error);
        return { posted };
      },
      none,
    );

    expect(second).toMatchObject({ code: 'NOT_YET', retry: { afterMs: expect.any(Number) } });
  });

  it('leaves a failed attempt to the next one, which knows that it is not the first', async () => {
    const { key, deliveryId, job, posted } = await waiting();
    const failing = store.once({ job }).deliver(
      deliveryId,
      async () => {
        throw new RangeError('no');
      },
      none,
    );
    await expect(failing).rejects.toThrow(RangeError);
    expect(await rowOf(deliveryId)).toMatchObject({ state: 'sending', attempts: 1 });
    expect((await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId)).isDone).toBe(false);

    let retried: boolean | null = null;
    const later = createStore(record.pool, { now: () => after(9) });
    await later.deliver(
      deliveryId,
      async (delivery, _, isRetry) => {
        retried = isRetry;
        expect(delivery.firstTriedAt).toEqual(START);
        return { posted };
      },
      none,
    );

    expect(retried).toBe(true);
    expect((await store.read(key))?.case.version).toBe(1);
  });

  it('can be delivered again, as a retry, when the connection is killed while it is being sent', async () => {
    const { deliveryId, job, posted } = await waiting();
    const killed = store.once({ job }).deliver(
      deliveryId,
      async () => {
        await record.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
        );
        return { posted };
      },
      () => ({ history: [{ action: 'posted', actorId: null }] }),
    );
    await expect(killed).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retry: 'backoff' });
    expect(await rowOf(deliveryId)).toMatchObject({ state: 'sending', attempts: 1, posted_message: null });

    const retries: boolean[] = [];
    const again = await store.once({ job }).deliver(
      deliveryId,
      async (_delivery, _file, isRetry) => {
        retries.push(isRetry);
        return { posted };
      },
      none,
    );

    expect({ again, retries }).toEqual({ again: true, retries: [true] });
    expect(await rowOf(deliveryId)).toMatchObject({ state: 'sent', attempts: 2, posted_message: 'posted' });
  });

  it('does not keep anybody from working on the case while it is being sent', async () => {
    const { key, deliveryId, posted } = await waiting();

    await store.deliver(
      deliveryId,
      async () => {
        await store.change(key, () => ({
          change: { set: { handlerId: 'anna' }, history: [] },
          answer: null,
        }));
        return { posted };
      },
      none,
    );

    expect((await store.read(key))?.case.handlerId).toBe('anna');
    expect(await refreshes(key.caseId)).toBeGreaterThan(0);
    expect((await store.staleCards(key.caseId)).map((card) => card.deliveryId)).toEqual([deliveryId]);
  });

  it('sends words that belong to no case', async () => {
    const workspaceId = fresh('slack:T');
    const notice = deliveryTo(workspaceId, 'warning', {
      type: 'notice',
      title: 'Look',
      blocks: [
        {
          type: 'paragraph',
          children: [
            { type: 'bold', children: [{ type: 'time', at: START }] },
            { type: 'link', url: 'https://x.example', children: [{ type: 'break' }] },
          ],
        },
        { type: 'list', ordered: true, items: [[{ type: 'person', userId: 'U', ping: true }]] },
      ],
    });
    await store.say(workspaceId, notice);
    await store.say(workspaceId, notice);
    const deliveryId = await deliveryIdOf(record.pool, workspaceId, 'warning');
    await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId);
    const files: unknown[] = [];

    await store.deliver(
      deliveryId,
      async (delivery, file) => {
        files.push(file);
        expect(delivery.body).toEqual(notice.body);
        return { posted: null };
      },
      () => {
        throw new Error('there is no case to decide about');
      },
    );

    expect(files).toEqual([null]);
    expect(await rowOf(deliveryId)).toMatchObject({ state: 'sent', posted_message: null });
  });

  it('says words for the case they are said for, and no other workspace can', async () => {
    const { workspaceId, key } = await waiting();
    const other = fresh('slack:T');
    await store.say(
      workspaceId,
      deliveryTo(workspaceId, 'words', { type: 'notice', title: 'x', blocks: [] }),
      key.caseId,
    );
    await store.say(
      other,
      deliveryTo(other, 'words', { type: 'notice', title: 'x', blocks: [] }),
      key.caseId,
    );

    const found = await record.pool.query(
      'select case_id from hearback.delivery where key = $1 and workspace_id = any($2) order by delivery_id',
      ['words', [workspaceId, other]],
    );
    expect(found.rows).toEqual([{ case_id: key.caseId }, { case_id: null }]);
  });

  it('does nothing for a delivery that does not exist', async () => {
    expect(await store.deliver(2 ** 30, async () => ({ posted: null }), none)).toBe(false);
  });
});

describe('giving up on a delivery', () => {
  it('keeps the reason, sends nothing any more and says something else instead', async () => {
    const { workspaceId, deliveryId, job } = await waiting({
      type: 'reminder',
      clock: 'follow_up',
      step: 0,
      personId: 'anna',
    });
    const instead = [deliveryTo(workspaceId, 'instead', { type: 'notice', title: 'DMs closed', blocks: [] })];

    await store
      .once({ job })
      .failDelivery(deliveryId, { code: 'PERSON_UNREACHABLE', message: 'closed' }, instead);
    await store.once({ job }).failDelivery(deliveryId, { code: 'OTHER', message: 'x' }, instead);

    expect(await rowOf(deliveryId)).toMatchObject({ state: 'failed', failure_code: 'PERSON_UNREACHABLE' });
    expect(await store.deliver(deliveryId, async () => ({ posted: null }), none)).toBe(false);
    const insteadId = await deliveryIdOf(record.pool, workspaceId, 'instead');
    await jobFor(record.pool, 'deliver', 'deliveryId', insteadId);
    expect((await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId)).isDone).toBe(true);
  });

  it('never fails what was sent', async () => {
    const { deliveryId, posted } = await waiting();
    await store.deliver(deliveryId, async () => ({ posted }), none);

    await store.failDelivery(deliveryId, { code: 'X', message: 'x' }, []);

    expect((await rowOf(deliveryId))?.state).toBe('sent');
  });

  it('shows a reply as failed, and sends it after all when somebody queues it again', async () => {
    const workspaceId = fresh('slack:T');
    const place = { type: 'dm' as const, workspaceId, userId: 'member' };
    const { key, file } = await opened(store, message({ workspaceId }), {
      history: [],
      replies: [{ markdown: 'Hi', authorId: 'anna', place, send: true }],
    });
    const replyId = file.replies[0]?.replyId ?? 0;
    const deliveryId = await deliveryIdOf(record.pool, workspaceId, `reply-${replyId}`);
    await expect(
      store.deliver(
        deliveryId,
        async () => {
          throw new RangeError('no');
        },
        none,
      ),
    ).rejects.toThrow(RangeError);

    await store.failDelivery(deliveryId, { code: 'PERSON_UNREACHABLE', message: 'closed' }, []);
    expect(await store.read(key)).toMatchObject({ case: { version: 2 }, replies: [{ state: 'failed' }] });
    expect(await store.history(key, 1)).toMatchObject([
      { action: 'reply_failed', detail: { code: 'PERSON_UNREACHABLE' } },
    ]);

    const queue: Change = { history: [], replyStates: [{ replyId, state: 'queued' }] };
    await store.change(key, () => ({ change: queue, answer: null }));
    expect(
      (await jobs(record.pool, 'deliver')).filter(({ data }) => data['deliveryId'] === deliveryId),
    ).toHaveLength(2);
    const sent = await store.deliver(
      deliveryId,
      async (_delivery, _file, isRetry) => {
        expect(isRetry).toBe(true);
        return { posted: null };
      },
      () => ({ history: [], replyStates: [{ replyId, state: 'sent' }] }),
    );

    expect(sent).toBe(true);
    expect((await store.read(key))?.replies[0]?.state).toBe('sent');
  });
});

describe('cards that follow their case', () => {
  const claim: Change = { history: [{ action: 'claimed', actorId: 'anna' }], set: { handlerId: 'anna' } };

  it('asks for one refresh a change once a card is posted, and for none before', async () => {
    const { key, deliveryId, posted } = await waiting();
    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await refreshes(key.caseId)).toBe(0);
    await store.deliver(deliveryId, async () => ({ posted }), none);
    expect(await refreshes(key.caseId)).toBe(0);

    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await refreshes(key.caseId)).toBe(1);
    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await refreshes(key.caseId)).toBe(2);
  });

  it('finds the cards that show an older version, until they are marked as showing the newest', async () => {
    const { key, deliveryId, posted } = await waiting({ type: 'escalation', department: 'qa', cc: false });
    await store.deliver(deliveryId, async () => ({ posted }), none);
    expect(await store.staleCards(key.caseId)).toEqual([]);

    await store.change(key, () => ({ change: claim, answer: null }));
    expect(await store.staleCards(key.caseId)).toMatchObject([
      { deliveryId, posted, shownVersion: 1, body: { type: 'escalation' } },
    ]);
    await store.markShown(deliveryId, 2);
    expect(await store.staleCards(key.caseId)).toEqual([]);

    await store.markShown(deliveryId, 1);
    expect(await store.staleCards(key.caseId)).toEqual([]);
  });

  it('leaves notices and receipts as they are', async () => {
    const { key, deliveryId, posted } = await waiting({ type: 'notice', title: 'x', blocks: [] });
    await store.deliver(deliveryId, async () => ({ posted }), none);

    await store.change(key, () => ({ change: claim, answer: null }));

    expect(await refreshes(key.caseId)).toBe(0);
    expect(await store.staleCards(key.caseId)).toEqual([]);
  });
});
