import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import type { DeliveryBody } from '../../src/cases/delivery.ts';
import { createDeadLetters } from '../../src/store/dead-letters.ts';
import type { DeadLetters, LetterId } from '../../src/store/dead-letters-port.ts';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Outbox } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { none, rowOf, waiting } from './delivery.ts';
import {
  after,
  deliveryIdOf,
  deliveryTo,
  fresh,
  jobFor,
  jobs,
  message,
  opened,
  reaction,
  START,
} from './record.ts';

let record: TestRecord;
let store: Store;
let outbox: Outbox;
let letters: DeadLetters;

beforeAll(async () => {
  record = await testRecord();
  const now = () => START;
  store = createStore(record.pool, { now });
  outbox = createOutbox(record.pool, { now });
  letters = createDeadLetters(record.pool, { now });
});
afterAll(() => record.drop());

const WHY = { code: 'PERMISSION_MISSING', message: 'slack: invite the bot.' };
const CLOSED = { code: 'PERSON_UNREACHABLE', message: 'slack: direct messages are closed (x).' };
const REMINDER: DeliveryBody = { type: 'reminder', clock: 'update_due', step: 0, personId: 'anna' };

/** A flag whose job was given up, three times tried. */
async function deadFlag() {
  const workspaceId = fresh('slack:T');
  await store.takeIn(reaction('reaction_added', workspaceId, 'm1', START));
  const job = (await jobs(record.pool, 'record-flag')).at(-1)!;
  await outbox.fail(job.outboxId, { ...WHY, tries: 3 });
  return {
    workspaceId,
    id: { type: 'job', number: job.outboxId } satisfies LetterId,
    outboxId: job.outboxId,
  };
}

/** An answer to a member who takes no direct messages. */
async function deadReply() {
  const workspaceId = fresh('slack:T');
  const place = { type: 'dm' as const, workspaceId, userId: 'member' };
  const { key, file } = await opened(store, message({ workspaceId }), {
    history: [],
    replies: [{ markdown: 'secret words', authorId: 'anna', place, send: true }],
  });
  const replyId = file.replies[0]!.replyId;
  const deliveryId = await deliveryIdOf(record.pool, workspaceId, `reply-${replyId}`);
  await store.failDelivery(deliveryId, CLOSED, [
    deliveryTo(workspaceId, `instead-${deliveryId}`, { type: 'notice', title: 'Not received', blocks: [] }),
  ]);
  return {
    workspaceId,
    key,
    replyId,
    deliveryId,
    place,
    id: { type: 'delivery', number: deliveryId } satisfies LetterId,
  };
}

async function deadDelivery(body: DeliveryBody) {
  const made = await waiting(store, record.pool, body);
  await store.failDelivery(made.deliveryId, CLOSED, [
    deliveryTo(made.workspaceId, `instead-${made.deliveryId}`, body),
  ]);
  const insteadId = await deliveryIdOf(record.pool, made.workspaceId, `instead-${made.deliveryId}`);
  return { ...made, insteadId, id: { type: 'delivery', number: made.deliveryId } satisfies LetterId };
}

const change = (key: { workspaceId: string; caseId: number }, wanted: Change) =>
  store.change(key, () => ({ change: wanted, answer: null }));
const openJobs = async (deliveryId: number) =>
  (await jobs(record.pool, 'deliver')).filter(
    ({ data, isDone }) => data['deliveryId'] === deliveryId && !isDone,
  );

describe('what was given up', () => {
  it('is told with what it was to do, how often it was tried and why it stopped', async () => {
    const { id, workspaceId } = await deadFlag();

    expect(await letters.find(id)).toEqual({
      id,
      state: 'given_up',
      kind: 'record-flag',
      says: null,
      workspaceId,
      caseNumber: null,
      place: { type: 'channel', workspaceId, channelId: 'C1' },
      askedAt: START,
      dueAt: expect.any(Date),
      attempts: 3,
      givenUpAt: START,
      ...WHY,
      instead: null,
      droppedAt: null,
      dropReason: null,
    });
    expect(await letters.list({ state: 'given_up', limit: 100 })).toContainEqual(await letters.find(id));
    expect(await letters.list({ state: 'given_up', kind: 'copy-file', limit: 100 })).toEqual([]);
    expect(await letters.list({ state: 'given_up', code: 'TARGET_GONE', limit: 100 })).toEqual([]);
  });

  it('is told with its case and place when it was words, and never with the words', async () => {
    const { id, place } = await deadReply();

    const found = await letters.find(id);

    expect(found).toMatchObject({
      state: 'given_up',
      kind: 'deliver',
      says: 'reply',
      caseNumber: 1,
      place,
      code: 'PERSON_UNREACHABLE',
      instead: 'on_its_way',
    });
    expect(
      JSON.stringify(await letters.list({ state: 'given_up', kind: 'deliver', limit: 100 })),
    ).not.toContain('secret');
  });

  it.each(['ring-clock', 'copy-file', 'refresh-cards'])(
    'of the kind %s is told with its case',
    async (kind) => {
      const workspaceId = fresh('slack:T');
      const file = { fileId: 'F1', name: 'a.png', mime: 'image/png', size: 1, url: 'https://x.example' };
      const { key } = await opened(store, message({ workspaceId, files: [file] }), {
        history: [],
        clocks: [{ op: 'start', kind: 'update_due', dueAt: after(-10) }],
        deliveries: [deliveryTo(workspaceId, 'card')],
      });
      const card = await deliveryIdOf(record.pool, workspaceId, 'card');
      await store.deliver(
        card,
        async () => ({ posted: { workspaceId, channelId: 'triage', messageId: 'p' } }),
        none,
      );
      await change(key, { history: [] });
      const { outboxId } = (await jobs(record.pool, kind)).at(-1)!;
      await outbox.fail(outboxId, WHY);

      expect(await letters.find({ type: 'job', number: outboxId })).toMatchObject({
        kind,
        workspaceId,
        caseNumber: 1,
      });
    },
  );

  it('is late as well when something keeps it from being done again and again', async () => {
    const { job } = await waiting(store, record.pool);
    const later = createDeadLetters(record.pool, { now: () => after(3) });

    await outbox.postpone(job, after(2.5), WHY);
    expect(await letters.find({ type: 'job', number: job })).toMatchObject({ state: 'scheduled', ...WHY });
    await outbox.postpone(job, after(3.5), WHY);

    expect(await later.list({ state: 'late', limit: 100 })).toContainEqual(
      expect.objectContaining({ id: { type: 'job', number: job }, code: WHY.code, attempts: 2 }),
    );
    expect((await later.counts()).find(({ kind }) => kind === 'deliver')?.late).toBeGreaterThan(0);
  });
});

describe('replaying', () => {
  it('lets a job go on exactly once, also when two ask at once', async () => {
    const { id, outboxId } = await deadFlag();
    const other = createDeadLetters(record.connect(), { now: () => START });

    const answers = await Promise.all([
      letters.replay(id),
      other.replay(id),
      letters.replay(id),
      other.replay(id),
    ]);

    expect(answers.map(String).toSorted()).toEqual(['not_given_up', 'not_given_up', 'not_given_up', 'null']);
    expect(await outbox.open(outboxId, 2)).toMatchObject({ outboxId, generation: 2 });
    expect(await letters.find(id)).toMatchObject({ state: 'waiting', code: null, attempts: 3 });
  });

  it('sends an answer after all, and says so in the history and the audit log of its case', async () => {
    const { id, deliveryId, key, replyId, workspaceId } = await deadReply();
    const other = createDeadLetters(record.connect(), { now: () => START });
    const before = (await openJobs(deliveryId)).length;

    const answers = await Promise.all([letters.replay(id), other.replay(id)]);

    expect(answers.map(String).toSorted()).toEqual(['not_given_up', 'null']);
    expect(await openJobs(deliveryId)).toHaveLength(before + 1);
    expect(await rowOf(record.pool, deliveryId)).toMatchObject({ state: 'pending', failure_code: null });
    expect((await store.read(key))?.replies).toMatchObject([{ replyId, state: 'queued' }]);
    expect(await store.history(key, 1)).toMatchObject([{ action: 'reply_queued_again', actorId: null }]);
    const audit = await record.pool.query('select action from hearback.audit where workspace_id = $1', [
      workspaceId,
    ]);
    expect(audit.rows).toContainEqual({ action: 'job_replayed' });
  });

  it('never answers a member who has been answered another way since', async () => {
    const { id, key, place } = await deadReply();
    await change(key, {
      history: [],
      replies: [{ markdown: 'other words', authorId: 'bo', place, send: true }],
    });

    expect(await letters.replay(id)).toBe('answered_since');
    expect((await letters.find(id))?.state).toBe('given_up');
  });

  it.each(['closed', 'dismissed'] as const)('never answers in a case that is %s', async (state) => {
    const { id, key } = await deadReply();
    await change(key, { history: [], set: { state } });

    expect(await letters.replay(id)).toBe('case_closed');
  });

  it('does not send an answer that was discarded', async () => {
    const { id, key, replyId } = await deadReply();
    await change(key, { history: [], replyStates: [{ replyId, state: 'discarded' }] });

    expect(await letters.replay(id)).toBe('reply_changed');
  });

  it('does not remind again when the reminder came through another way', async () => {
    const { id, insteadId } = await deadDelivery(REMINDER);

    expect(await letters.replay(id)).toBe('said_instead');
    await store.deliver(insteadId, async () => ({ posted: null }), none);
    expect(await letters.replay(id)).toBe('said_instead');
    expect((await letters.find(id))?.instead).toBe('said');
  });

  it('says either of the two, but not both, when neither came through', async () => {
    const { id, insteadId } = await deadDelivery(REMINDER);
    await store.failDelivery(insteadId, WHY, []);

    expect((await letters.find(id))?.instead).toBeNull();
    expect(await letters.replay(id)).toBeNull();
    expect(await letters.replay({ type: 'delivery', number: insteadId })).toBe('said_instead');
  });

  it('leaves alone what was not given up, and what does not exist', async () => {
    const { job, deliveryId } = await waiting(store, record.pool);

    expect(await letters.replay({ type: 'job', number: job })).toBe('not_given_up');
    expect(await letters.replay({ type: 'delivery', number: deliveryId })).toBe('not_given_up');
    expect(await letters.replay({ type: 'job', number: 999_999_999 })).toBe('unknown');
  });
});

describe('letting go', () => {
  it('keeps the row with its reason, out of everybody’s sight', async () => {
    const { id } = await deadFlag();
    const { dead } = await outbox.backlog();

    expect(await letters.drop(id, 'a test message')).toBeNull();

    expect(await letters.find(id)).toMatchObject({
      state: 'dropped',
      droppedAt: START,
      dropReason: 'a test message',
      givenUpAt: START,
      ...WHY,
    });
    expect((await outbox.backlog()).dead).toBe(dead - 1);
    expect(await letters.list({ state: 'given_up', limit: 100 })).not.toContainEqual(
      expect.objectContaining({ id }),
    );
    expect(await letters.replay(id)).toBe('not_given_up');
    expect(await letters.drop(id, 'again')).toBe('not_given_up');
  });

  it('ends the words a job was to deliver, and shows an answer as not sent', async () => {
    const workspaceId = fresh('slack:T');
    const place = { type: 'dm' as const, workspaceId, userId: 'member' };
    const { key, file } = await opened(store, message({ workspaceId }), {
      history: [],
      replies: [{ markdown: 'Hi', authorId: 'anna', place, send: true }],
    });
    const deliveryId = await deliveryIdOf(record.pool, workspaceId, `reply-${file.replies[0]!.replyId}`);
    const { outboxId } = await jobFor(record.pool, 'deliver', 'deliveryId', deliveryId);
    await outbox.fail(outboxId, { code: 'TypeError', message: 'deliver failed unexpectedly.' });

    expect(await letters.drop({ type: 'job', number: outboxId }, 'answered by phone')).toBeNull();

    expect(await rowOf(record.pool, deliveryId)).toMatchObject({
      state: 'failed',
      failure_code: 'TypeError',
    });
    expect((await letters.find({ type: 'delivery', number: deliveryId }))?.state).toBe('dropped');
    expect((await store.read(key))?.replies[0]?.state).toBe('failed');
  });

  it('lets staff send an answer all the same', async () => {
    const { id, key, replyId, deliveryId } = await deadReply();
    await letters.drop(id, 'not needed');

    await change(key, { history: [], replyStates: [{ replyId, state: 'queued' }] });

    expect(await rowOf(record.pool, deliveryId)).toMatchObject({ state: 'pending' });
    expect((await letters.find(id))?.state).toBe('waiting');
  });

  it('refuses a reminder of a case that still has to be followed up', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }), {
      history: [],
      clocks: [{ op: 'start', kind: 'update_due', dueAt: START }],
    });
    const { outboxId } = (await jobs(record.pool, 'ring-clock')).at(-1)!;
    const id: LetterId = { type: 'job', number: outboxId };
    await outbox.fail(outboxId, WHY);

    expect(await letters.drop(id, 'no')).toBe('clock_runs');
    await change(key, { history: [], clocks: [{ op: 'stop', kind: 'update_due' }] });
    expect(await letters.drop(id, 'solved')).toBeNull();
  });

  it('empties the words that came in with a message that is not recorded', async () => {
    const workspaceId = fresh('slack:T');
    const snapshot = message({ workspaceId, text: 'secret words' });
    const { file } = await opened(store, message({ workspaceId, channelId: 'C1', messageId: 'root' }));
    const event = {
      kind: 'message_posted' as const,
      workspaceId,
      eventId: null,
      at: START,
      message: { ...snapshot, threadRoot: file.case.thread! },
      channelId: 'C1',
      messageId: snapshot.ref.messageId,
      parentChannelId: null,
    };
    await store.takeIn({ key: fresh('k'), meaning: 'message', kind: null, event: event as never });
    const { outboxId } = (await jobs(record.pool, 'record-message')).at(-1)!;
    await outbox.fail(outboxId, WHY);

    await letters.drop({ type: 'job', number: outboxId }, 'spam');

    const kept = await record.pool.query('select event from hearback.intake where workspace_id = $1', [
      workspaceId,
    ]);
    expect(JSON.stringify(kept.rows)).not.toContain('secret');
  });
});
