import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPrivacy } from '../../src/store/privacy.ts';
import type { Privacy } from '../../src/store/privacy-port.ts';
import { createStore } from '../../src/store/create-store.ts';
import { noSeal } from '../../src/store/seal.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, message, nothing, opened, START, type MessageOptions } from './record.ts';

let record: TestRecord;
let store: Store;
let privacy: Privacy;

beforeAll(async () => {
  record = await testRecord();
  const now = () => START;
  store = createStore(record.pool, { now });
  privacy = createPrivacy(record.pool, { now, seal: noSeal });
});
afterAll(() => record.drop());

const mentioning = (mentions: string[], options: MessageOptions) => ({ ...message(options), mentions });
const operator = { askedBy: 'operator', actorId: null } as const;

describe('whom the flagged message of a case mentioned', () => {
  it('is known after it was edited and deleted, with who wrote it and in which thread', async () => {
    const workspaceId = fresh('slack:T');
    const threadRoot = { channelId: 'C1', messageId: fresh('root') };
    const source = mentioning(['lena', 'mia'], { workspaceId, threadRoot });
    const { key } = await opened(store, source);
    await store.addVersion(source.ref, { text: 'nobody is meant', at: after(1) });
    await store.addVersion(source.ref, { text: null, at: after(2) });

    const known = { author: { userId: 'member' }, mentions: ['lena', 'mia'], threadRoot };
    expect(await store.flaggedMessage(key)).toEqual(known);
    expect(await store.flaggedMessage({ ...key, workspaceId: fresh('slack:T') })).toBeNull();
  });

  it('grows when it is seen again, and never shrinks', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({ workspaceId });
    const { key } = await opened(store, source);
    expect((await store.flaggedMessage(key))?.mentions).toEqual([]);
    const again = async (mentions: string[]) => {
      await store.addMessage(key, { role: 'source', snapshot: { ...source, mentions } }, nothing);
      return (await store.flaggedMessage(key))?.mentions;
    };

    expect(await again(['lena'])).toEqual(['lena']);
    expect(await again(['mia', 'lena', 'otto'])).toEqual(['lena', 'mia', 'otto']);
    expect(await again([])).toEqual(['lena', 'mia', 'otto']);
  });

  it('is nothing for feedback without a message', async () => {
    const workspaceId = fresh('slack:T');
    const more = { source: null, thread: null, permalink: null, messages: [] };
    const { file } = await store.open(candidate(message({ workspaceId }), more), nothing);
    expect(await store.flaggedMessage({ workspaceId, caseId: file.case.caseId })).toBeNull();
  });

  it('does not hold up whoever is recording an edit of it', async () => {
    const workspaceId = fresh('slack:T');
    const source = message({ workspaceId });
    const { key } = await opened(store, source);
    const pool = record.connect();
    // Whoever waits fails, in place of waiting for good.
    pool.on('connect', (client) => void client.query("set lock_timeout = '1s'"));
    const editor = await record.pool.connect();
    try {
      await editor.query('begin');
      await editor.query('select from hearback.message where message_id = $1 for no key update', [
        source.ref.messageId,
      ]);
      const seen = { role: 'source' as const, snapshot: { ...source, mentions: ['lena'] } };
      expect(await createStore(pool, { now: () => START }).addMessage(key, seen, nothing)).toBeNull();
    } finally {
      await editor.query('rollback');
      editor.release();
    }
  });

  it('loses whoever is erased, and all of them when its author is', async () => {
    const workspaceId = fresh('slack:T');
    const source = mentioning(['lena', 'mia'], { workspaceId, userId: 'alma' });
    const { key } = await opened(store, source);
    const elsewhere = await opened(store, mentioning(['lena'], { workspaceId: fresh('slack:T') }));

    await privacy.erase({ workspaceId, userId: 'lena' }, operator);
    expect((await store.flaggedMessage(key))?.mentions).toEqual(['mia']);
    expect((await store.flaggedMessage(elsewhere.key))?.mentions).toEqual(['lena']);

    await privacy.erase({ workspaceId, userId: 'alma' }, operator);
    expect((await store.flaggedMessage(key))?.mentions).toEqual([]);
  });
});
