import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { candidate, fresh, message, nothing, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

describe('joining a case', () => {
  it('joins the open case of the thread, with the message as correspondence and its own reporter', async () => {
    const workspaceId = fresh('slack:T');
    const root = message({ workspaceId });
    const { key } = await opened(store, root);
    const inThread = message({
      workspaceId,
      userId: 'somebody',
      threadRoot: { channelId: 'C1', messageId: root.ref.messageId },
    });

    const { file, isNew } = await store.open(candidate(inThread, { reporters: ['second'] }), (_, first) => ({
      change: { history: [{ action: first ? 'opened' : 'flagged_again', actorId: 'second' }] },
      answer: null,
    }));

    expect({ isNew, caseId: file.case.caseId }).toEqual({ isNew: false, caseId: key.caseId });
    expect(file.reporters).toEqual(['reporter', 'second']);
    expect(file.case.version).toBe(2);
    const roles = await record.pool.query(
      'select role from hearback.case_message where case_id = $1 order by message_row_id',
      [key.caseId],
    );
    expect(roles.rows).toEqual([{ role: 'source' }, { role: 'thread' }]);
  });

  it('leaves an answer that is flagged while it is coming in to be recorded as the answer it is', async () => {
    const workspaceId = fresh('slack:T');
    const root = message({ workspaceId });
    const { key } = await opened(store, root);
    const answer = message({ workspaceId, threadRoot: { channelId: 'C1', messageId: root.ref.messageId } });
    const { ref } = answer;
    const event = {
      kind: 'message_posted' as const,
      ...ref,
      eventId: null,
      at: START,
      parentChannelId: null,
      message: answer,
      isDirect: false,
    };
    await store.takeIn({ key: ref.messageId, meaning: 'message', kind: null, event });

    expect((await store.open(candidate(answer), nothing)).file.case.caseId).toBe(key.caseId);

    expect(await store.addMessage(key, { role: 'member', snapshot: answer }, nothing)).not.toBeNull();
  });

  it('opens another case for a message in the thread of a closed one', async () => {
    const workspaceId = fresh('slack:T');
    const root = message({ workspaceId });
    const { key } = await opened(store, root);
    await store.change(key, () => ({
      change: { set: { state: 'dismissed', closedAt: START }, history: [] },
      answer: null,
    }));

    const { isNew, file } = await store.open(
      candidate(message({ workspaceId, threadRoot: { channelId: 'C1', messageId: root.ref.messageId } })),
      nothing,
    );

    expect({ isNew, number: file.case.number }).toEqual({ isNew: true, number: 2 });
  });

  it('finds the closed case of a message that is flagged again', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({ workspaceId });
    const { key } = await opened(store, source);
    await store.change(key, () => ({ change: { set: { state: 'closed' }, history: [] }, answer: null }));

    const { isNew, file } = await store.open(candidate(source, { reporters: ['second'] }), nothing);

    expect({ isNew, caseId: file.case.caseId, reporters: file.reporters }).toEqual({
      isNew: false,
      caseId: key.caseId,
      reporters: ['reporter', 'second'],
    });
  });

  it('opens a case of its own for a message that only stood around a flagged one', async () => {
    const workspaceId = fresh('slack:T');
    const [around, source] = [
      message({ workspaceId, userId: 'another', text: 'Mine too.' }),
      message({ workspaceId }),
    ];
    await store.open(
      candidate(source, {
        messages: [
          { role: 'context', snapshot: around },
          { role: 'source', snapshot: source },
        ],
      }),
      nothing,
    );

    const { isNew, file } = await store.open(candidate(around), nothing);

    expect({ isNew, quote: file.case.quote, number: file.case.number }).toEqual({
      isNew: true,
      quote: 'Mine too.',
      number: 2,
    });
  });
});
