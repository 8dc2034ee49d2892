import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Consent } from '../../src/cases/case.ts';
import { CONSENT_STEP } from '../../src/cases/consent.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { noSeal } from '../../src/store/seal.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import {
  after,
  candidate,
  deliveryIdOf,
  fresh,
  jobs,
  message,
  nothing,
  opened,
  postedMessage,
  START,
} from './record.ts';

let record: TestRecord;
let store: Store;
let time = START;
beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => time });
});
afterAll(() => record.drop());

const none = { history: [] };
const helpThread = { channelId: 'helpers', messageId: 'post' };

/** A case whose question for consent, or post to the helpers, has been sent. */
async function sent(steps: string[], purpose: 'answer' | 'community' = 'answer') {
  const workspaceId = fresh('slack:W');
  const place = { type: 'channel' as const, workspaceId, channelId: 'helpers' };
  const source = message({ workspaceId, text: 'Well done' });
  const { file, key } = await opened(store, source, {
    ...none,
    replies: [
      {
        markdown: 'May we? Well done',
        authorId: null,
        place,
        steps,
        purpose,
        consentFor: 'support',
        send: true,
      },
    ],
  });
  const deliveryId = await deliveryIdOf(record.pool, workspaceId, `reply-${file.replies[0]!.replyId}`);
  const posted = { workspaceId, channelId: 'helpers', messageId: 'post' };
  await store.deliver(
    deliveryId,
    async () => ({ posted }),
    () => ({ ...none, replyStates: [{ replyId: file.replies[0]!.replyId, state: 'sent' }] }),
  );
  return { workspaceId, key, source };
}

describe('consent', () => {
  it('is kept once, and the message with the question is drawn again until it shows it', async () => {
    const { key } = await sent(['praise', CONSENT_STEP]);
    const stale = async () => (await store.staleCards(key.caseId)).map(({ body }) => body.type);
    await store.change(key, () => ({ change: { ...none, notes: [] }, answer: null }));
    expect(await stale()).toEqual([]);

    const say = (said: Consent) =>
      store.change(key, ({ replies }) => ({
        change: { ...none, consent: { replyId: replies[0]!.replyId, said } },
        answer: null,
      }));
    await say('given');
    const [card] = await store.staleCards(key.caseId);
    expect(card?.body.type).toBe('reply');
    const { case: found, replies } = (await store.read(key))!;
    expect(replies).toMatchObject([{ consent: 'given', consentFor: 'support' }]);

    await store.markShown(card!.deliveryId, found.version);
    await say('refused');
    expect((await store.read(key))!.replies).toMatchObject([{ consent: 'given' }]);
    expect(await stale()).toEqual([]);
  });

  it('ends with an erasure, and the post to the helpers loses their words', async () => {
    const { workspaceId, key } = await sent(['ask-community'], 'community');
    await store.change(key, ({ replies }) => ({
      change: {
        ...none,
        consent: { replyId: replies[0]!.replyId, said: 'given' },
        help: helpThread,
        praise: [{ userId: 'U1', by: null }],
      },
      answer: null,
    }));
    const privacy = createPrivacy(record.pool, { now: () => time, seal: noSeal });
    await privacy.erase({ workspaceId, userId: 'member' }, { askedBy: 'operator', actorId: null });
    const file = (await store.read(key))!;
    expect(file).toMatchObject({ replies: [{ consent: null }], help: null, praised: [] });
    expect(file.replies[0]!.markdown).toBe('…');
    expect((await store.staleCards(key.caseId)).map(({ body }) => body.type)).toEqual(['reply']);
  });
});

describe('the words in the question to the helpers', () => {
  /** A question that is still to be posted. */
  async function queued() {
    const workspaceId = fresh('slack:W');
    const place = { type: 'channel' as const, workspaceId, channelId: 'helpers' };
    const source = message({ workspaceId, text: 'My password is plum' });
    const { file, key } = await opened(store, source, {
      ...none,
      replies: [
        { markdown: 'Can you help? plum', authorId: null, place, purpose: 'community', send: true },
        { markdown: 'We look into it.', authorId: null, place, send: true },
      ],
    });
    const [question, answer] = await Promise.all(
      file.replies.map(({ replyId }) => deliveryIdOf(record.pool, workspaceId, `reply-${replyId}`)),
    );
    return { key, source, question: question!, answer: answer! };
  }
  const deliver = async (deliveryId: number) => {
    let isTried = false;
    await store.deliver(
      deliveryId,
      async () => {
        isTried = true;
        return { posted: null };
      },
      () => null,
    );
    return isTried;
  };

  it('go when the member deletes their message, and stay when they edit it', async () => {
    const { key, source } = await sent(['ask-community'], 'community');
    await store.addVersion(source.ref, { text: 'Very well done', at: after(1) });
    expect(await store.staleCards(key.caseId)).toEqual([]);

    await store.addVersion(source.ref, { text: null, at: after(2) });

    const file = (await store.read(key))!;
    expect(file.replies).toMatchObject([{ markdown: '…', state: 'sent', purpose: 'community' }]);
    const [post, ...more] = await store.staleCards(key.caseId);
    expect([post?.body.type, more]).toEqual(['reply', []]);
    expect((await jobs(record.pool, 'refresh-cards')).map(({ data }) => data['caseId'])).toContain(
      key.caseId,
    );
    await store.markShown(post!.deliveryId, file.case.version);
    await store.addVersion(source.ref, { text: null, at: after(2) });
    expect(await store.staleCards(key.caseId)).toEqual([]);
  });

  it('are not sent when the message is deleted before; an answer to the member is', async () => {
    const { key, source, question, answer } = await queued();

    await store.addVersion(source.ref, { text: null, at: after(1) });

    expect((await store.read(key))!.replies).toMatchObject([
      { markdown: '…', state: 'discarded' },
      { markdown: 'We look into it.', state: 'queued' },
    ]);
    expect(await deliver(question)).toBe(false);
    expect(await deliver(answer)).toBe(true);
  });

  it('are waited for when they are being posted at that moment, and go then', async () => {
    const { key, source, question } = await queued();
    await store.deliver(
      question,
      async () => {
        await expect(store.addVersion(source.ref, { text: null, at: after(1) })).rejects.toMatchObject({
          code: 'NOT_YET',
        });
        return { posted: { ...source.ref, channelId: 'helpers' } };
      },
      () => null,
    );

    await store.addVersion(source.ref, { text: null, at: after(1) });

    expect((await store.read(key))!.replies[0]).toMatchObject({ markdown: '…', state: 'sent' });
    expect((await store.staleCards(key.caseId)).map(({ deliveryId }) => deliveryId)).toEqual([question]);
  });
});

describe('what is said below the question to the helpers', () => {
  it('belongs to the case while it listens, and is looked for from the moment it is known where that is', async () => {
    const { workspaceId, key } = await sent(['ask-community'], 'community');
    const said = message({ workspaceId, channelId: 'helpers', userId: 'helper', threadRoot: helpThread });
    const takeIn = () => store.takeIn(postedMessage(said));
    expect(await takeIn()).toBe(false);
    await store.change(key, () => ({ change: { ...none, help: helpThread }, answer: null }));
    expect(await takeIn()).toBe(true);
    expect((await store.caseOfMessage(workspaceId, said.ref, helpThread))?.case.caseId).toBe(key.caseId);
    expect(await store.listeningThreads(workspaceId, 0)).toContainEqual({ root: helpThread, since: START });
    const [scan] = await record.pool
      .query<{ id: number }>(`select scan_id::int as id from hearback.scan where workspace_id = $1`, [
        workspaceId,
      ])
      .then(({ rows }) => rows);
    expect(
      (await jobs(record.pool, 'scan-channel')).filter(({ data }) => data['scanId'] === scan!.id),
    ).toHaveLength(1);

    await store.addMessage(key, { role: 'thread', snapshot: said }, nothing);
    expect((await store.read(key))!.help).toEqual({ thread: helpThread, said: 1, link: said.permalink });
  });
});

describe('whom a case reached', () => {
  it('is kept in order, each once, however often it is said', async () => {
    const { key } = await opened(store, message({ workspaceId: fresh('slack:W') }));
    const praise = [
      { userId: 'U2', by: null },
      { userId: 'U1', by: 'mia' },
    ];
    for (let round = 0; round < 2; round += 1)
      await store.change(key, () => ({ change: { ...none, praise }, answer: null }));
    expect((await store.read(key))!.praised).toEqual(['U2', 'U1']);
  });

  it('and who solved it are counted by month, among the cases somebody may see', async () => {
    const workspaceId = fresh('slack:W');
    const credit = async (userId: string, at: string, excluded = false) => {
      time = new Date(at);
      const { file } = await store.open(candidate(message({ workspaceId })), () => ({
        change: {
          ...none,
          credit: { userId, by: 'mia' },
          ...(excluded && { exclude: [{ userId: 'x', reason: 'conflict' as const, by: null }] }),
        },
        answer: null,
      }));
      return file;
    };
    await credit('U1', '2026-11-30T23:30:00Z');
    await credit('U2', '2026-11-02T10:00:00Z');
    await credit('U2', '2026-11-03T10:00:00Z');
    await credit('U3', '2026-11-03T10:00:00Z', true);
    time = START;
    const of = (timeZone: string, month: string) =>
      store.helpers(workspaceId, { month, timeZone, eyes: 'channel', limit: 5 });
    expect(await of('UTC', '2026-11')).toEqual([
      { userId: 'U2', cases: 2 },
      { userId: 'U1', cases: 1 },
    ]);
    expect(await of('Europe/Copenhagen', '2026-11')).toEqual([{ userId: 'U2', cases: 2 }]);
    expect(await of('Europe/Copenhagen', '2026-12')).toEqual([{ userId: 'U1', cases: 1 }]);
  });
});
