import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { NewIntake, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import {
  after,
  fresh,
  jobs,
  message,
  nothing,
  opened,
  postedMessage,
  reaction,
  START,
  takenIn,
} from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const taken = (intake: NewIntake) => takenIn(record.pool, store, intake);

function answered(workspaceId: string, root: string | null): NewIntake {
  return postedMessage(
    message({
      workspaceId,
      text: 'words',
      ...(root !== null && { threadRoot: { channelId: 'C1', messageId: root } }),
      files: [{ fileId: 'F', name: 'n', mime: 'm', size: 1, url: 'u' }],
    }),
  );
}

/** What became of a message of the channel a minute later. */
const changed = (workspaceId: string, messageId: string) => ({
  workspaceId,
  eventId: null,
  at: after(1),
  channelId: 'C1',
  messageId,
  parentChannelId: null,
});

function edited(workspaceId: string, messageId: string): NewIntake {
  const words = { kind: 'message_edited' as const, text: 'words', threadRoot: null };
  return {
    key: `edit/${messageId}`,
    meaning: 'edit',
    kind: null,
    event: { ...changed(workspaceId, messageId), ...words },
  };
}

function deleted(workspaceId: string, messageId: string): NewIntake {
  return {
    key: `delete/${messageId}`,
    meaning: 'delete',
    kind: null,
    event: { ...changed(workspaceId, messageId), kind: 'message_deleted' },
  };
}

describe('taking in', () => {
  it('stores a flag as it was, with one job, however often and from however many processes it comes', async () => {
    const workspaceId = fresh('slack:T');
    const flag = reaction('reaction_added', workspaceId, 'm', START, 'Ev1');
    const other = createStore(record.connect(), { now: () => START });
    const before = (await jobs(record.pool, 'record-flag')).length;

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? store : other).takeIn(flag)),
    );

    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const added = (await jobs(record.pool, 'record-flag')).slice(before);
    expect(added).toHaveLength(1);
    expect(await store.intake(Number(added[0]?.data['intakeId']))).toEqual({
      intakeId: expect.any(Number),
      meaning: 'flag',
      kind: 'feedback',
      event: flag.event,
    });
  });

  it('takes in many that come at once, each once, and none for another that the database refuses', async () => {
    const workspaceId = fresh('slack:T');
    const flags = Array.from({ length: 5 }, (_, index) =>
      reaction('reaction_added', workspaceId, `m${index}`, START, `Ev${index}`),
    );
    // Longer than any index takes, and too much of a mixture to be made shorter.
    const refused = { ...flags[0]!, key: randomBytes(8_000).toString('hex') };
    const before = (await jobs(record.pool, 'record-flag')).length;

    const outcomes = await Promise.allSettled(
      [...flags, refused, ...flags].map((flag) => store.takeIn(flag)),
    );

    const counted = outcomes.map((each) => (each.status === 'fulfilled' ? each.value : 'refused'));
    expect(counted.filter((each) => each === true)).toHaveLength(5);
    expect(counted.filter((each) => each === 'refused')).toHaveLength(1);
    expect((await jobs(record.pool, 'record-flag')).slice(before)).toHaveLength(5);
  });

  it('takes the same key of another workspace for another event', async () => {
    expect(await store.takeIn(reaction('reaction_added', fresh('slack:T'), 'm', START))).toBe(true);
    expect(await store.takeIn(reaction('reaction_added', fresh('slack:T'), 'm', START))).toBe(true);
  });

  it('takes in what is said in the thread of an open or solved case, and nothing else that is said', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId, messageId: 'root' }));

    expect(await store.takeIn(answered(workspaceId, 'root'))).toBe(true);
    expect(await store.takeIn(answered(workspaceId, 'elsewhere'))).toBe(false);
    expect(await store.takeIn(answered(workspaceId, null))).toBe(false);
    expect(await store.takeIn(answered(fresh('slack:T'), 'root'))).toBe(false);
    await store.change(key, () => ({ change: { set: { state: 'solved' }, history: [] }, answer: null }));
    expect(await store.takeIn(answered(workspaceId, 'root'))).toBe(true);
    await store.change(key, () => ({ change: { set: { state: 'dismissed' }, history: [] }, answer: null }));
    expect(await store.takeIn(answered(workspaceId, 'root'))).toBe(false);
  });

  it('takes in what is said under a message whose flag is still being recorded', async () => {
    const workspaceId = fresh('slack:T');
    expect(await store.takeIn(answered(workspaceId, 'root'))).toBe(false);
    await store.takeIn(reaction('reaction_added', workspaceId, 'root', START));

    expect(await store.takeIn(answered(workspaceId, 'root'))).toBe(true);
  });

  it('takes in edits and deletions of recorded messages and of those being recorded, and of no others', async () => {
    const workspaceId = fresh('slack:T');
    await opened(store, message({ workspaceId, messageId: 'recorded' }));
    await store.takeIn(reaction('reaction_added', workspaceId, 'flagged', START));

    expect(await store.takeIn(edited(workspaceId, 'recorded'))).toBe(true);
    expect(await store.takeIn(deleted(workspaceId, 'recorded'))).toBe(true);
    expect(await store.takeIn(edited(workspaceId, 'flagged'))).toBe(true);
    expect(await store.takeIn(edited(workspaceId, 'other'))).toBe(false);
    expect(await store.takeIn(deleted(workspaceId, 'other'))).toBe(false);
    expect(await store.takeIn(deleted(fresh('slack:T'), 'recorded'))).toBe(false);
  });

  it('gives back messages, edits and deletions as they came, dates included', async () => {
    const workspaceId = fresh('slack:T');
    await opened(store, message({ workspaceId, messageId: 'root' }));

    for (const intake of [
      answered(workspaceId, 'root'),
      edited(workspaceId, 'root'),
      deleted(workspaceId, 'root'),
    ]) {
      expect((await taken(intake)).event).toEqual(intake.event);
    }
  });

  it('forgets the words that came in once their job is done', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId, messageId: 'root' }));
    const said = await taken(answered(workspaceId, 'root'));
    const edit = await taken(edited(workspaceId, 'root'));
    const job = (kind: string) => jobs(record.pool, kind).then((found) => found.at(-1)?.outboxId ?? 0);

    await store
      .once({ job: await job('record-message') })
      .addMessage(key, { role: 'member', snapshot: message({ workspaceId }) }, nothing);
    await createOutbox(record.pool, { now: () => START }).done(await job('record-edit'));

    expect((await store.intake(said.intakeId))?.event).toMatchObject({
      kind: 'message_posted',
      message: { text: '', files: [] },
    });
    expect((await store.intake(edit.intakeId))?.event).toMatchObject({ kind: 'message_edited', text: '' });
    const left = await record.pool.query(
      `select 1 from hearback.intake where workspace_id = $1 and event::text like '%words%'`,
      [workspaceId],
    );
    expect(left.rows).toEqual([]);
  });

  it('knows no intake that was never taken in', async () => {
    expect(await store.intake(2 ** 30)).toBeNull();
  });
});

describe('asking for a look back', () => {
  it('asks once until the look has begun', async () => {
    const workspaceId = fresh('slack:T');
    const outbox = createOutbox(record.pool, { now: () => START });
    const asked = async () =>
      (await jobs(record.pool, 'catch-up')).filter(({ data }) => data['workspaceId'] === workspaceId).length;

    await store.askCatchUp(workspaceId);
    await store.askCatchUp(workspaceId);
    expect(await asked()).toBe(1);

    await outbox.dispatch(START, 1000, async () => undefined);
    await store.askCatchUp(workspaceId);
    expect(await asked()).toBe(2);
  });
});
