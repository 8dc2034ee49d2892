import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Standing } from '../../src/cases/access.ts';
import { EVERYBODY_IN } from '../../src/cases/attendance.ts';
import type { Change } from '../../src/cases/change.ts';
import { rate, sayNotYet, saySolved, type Verdicts } from '../../src/cases/closing.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { createSatisfaction } from '../../src/store/satisfaction.ts';
import { noSeal } from '../../src/store/seal.ts';
import type { CaseKey, Store } from '../../src/store/store.ts';
import { policy, workspace } from '../support/factories.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, deliveryIdOf, fresh, message, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;
let time = START;
beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => time });
});
afterAll(() => record.drop());

const none = { history: [] };
const changed = (key: CaseKey, change: Change) => store.change(key, () => ({ change, answer: null }));

/** A solved case whose member has been asked whether it is. */
async function asked(workspaceId = fresh('slack:W'), change: Partial<Change> = {}) {
  const place = { type: 'thread' as const, workspaceId, channelId: 'C1', messageId: 'm' };
  const { file, key } = await opened(store, message({ workspaceId }), {
    ...none,
    set: { state: 'solved', closedAt: time },
    replies: [{ markdown: 'Is it solved?', authorId: null, place, purpose: 'closing', send: true }],
    ...change,
  });
  const { replyId } = file.replies[0]!;
  const deliveryId = await deliveryIdOf(record.pool, workspaceId, `reply-${replyId}`);
  await store.deliver(
    deliveryId,
    async () => ({ posted: { workspaceId, channelId: 'C1', messageId: `p${replyId}` } }),
    () => ({ ...none, replyStates: [{ replyId, state: 'sent' }] }),
  );
  return { workspaceId, key, replyId };
}
const read = async (key: CaseKey) => (await store.read(key))!;
const stale = async ({ caseId }: { caseId: number }) =>
  (await store.staleCards(caseId)).map(({ body }) => body.type);
const isTaken = (verdict: Verdicts) => typeof verdict !== 'string';
/** Decided under the case's lock, as commands do. */
const say = async (key: CaseKey, decide: (file: Awaited<ReturnType<typeof read>>) => Verdicts) =>
  (await store.change(key, (file) => {
    const verdict = decide(file);
    return { change: typeof verdict === 'string' ? null : verdict, answer: isTaken(verdict) };
  }))!.answer;

describe('the question whether it is solved', () => {
  it('is answered once, and its message is drawn again with everything that follows', async () => {
    const { key, replyId } = await asked();
    expect((await read(key)).closeRequests).toEqual([
      { replyId, answer: null, rating: null, comment: null, isOver: false },
    ]);
    expect(await stale(key)).toEqual([]);

    await changed(key, { ...none, closing: { replyId, answer: 'solved' } });
    expect(await stale(key)).toEqual(['reply']);
    await changed(key, { ...none, closing: { replyId, answer: 'not_yet', reason: 'late' } });
    await changed(key, { ...none, closing: { replyId, rating: 4 } });
    await changed(key, { ...none, closing: { replyId, rating: 1 } });
    await changed(key, { ...none, closing: { replyId, comment: 'Kind' } });
    await changed(key, { ...none, closing: { replyId, comment: 'Rude' } });
    const { closeRequests, case: found } = await read(key);
    expect(closeRequests).toEqual([{ replyId, answer: 'solved', rating: 4, comment: 'Kind', isOver: false }]);

    const [card] = await store.staleCards(key.caseId);
    await store.markShown(card!.deliveryId, found.version);
    expect(await stale(key)).toEqual([]);
  });

  it('has one answer when both buttons are pressed at the same moment', async () => {
    const two = [record.pool, record.pool].map((pool) => createStore(pool, { now: () => time }));
    for (let round = 0; round < 5; round += 1) {
      const { key } = await asked();
      const answers = await Promise.all(
        [
          (file: Awaited<ReturnType<typeof read>>) => saySolved(file, null, time),
          (file: Awaited<ReturnType<typeof read>>) =>
            sayNotYet(file, null, 'No', {
              handlers: ['otto'],
              workspace,
              policy,
              attendance: EVERYBODY_IN,
              now: time,
            }),
        ].map(async (decide, index) => {
          const done = await two[index]!.change(key, (file) => {
            const verdict = decide(file);
            // What is told to whom is the rules' concern; these people are in no policy.
            return typeof verdict === 'string'
              ? { change: null, answer: verdict }
              : { change: { ...verdict, deliveries: [] }, answer: 'taken' };
          });
          return done!.answer;
        }),
      );
      expect(answers.toSorted()).toEqual(['settled', 'taken']);
      const { case: found, closeRequests } = await read(key);
      expect([found.state, closeRequests[0]!.answer]).toEqual(
        answers[0] === 'taken' ? ['closed', 'solved'] : ['reopened', 'not_yet'],
      );
    }
  });

  it('knows whether its member has asked not to be recorded, at the moment they answer', async () => {
    const { key, workspaceId } = await asked();
    const { userId } = (await read(key)).case.member;
    const privacy = createPrivacy(record.pool, { now: () => time, seal: noSeal });
    const isOptedOut = async () => (await read(key)).isOptedOut;
    expect(await isOptedOut()).toBe(false);
    await privacy.optOut({ workspaceId, userId }, userId);
    expect(await isOptedOut()).toBe(true);
    await privacy.optIn({ workspaceId, userId }, userId);
    expect(await isOptedOut()).toBe(false);
  });

  it('counts a click that the platform sends twice once', async () => {
    const { key, workspaceId } = await asked();
    await say(key, (file) => saySolved(file, null, time));
    const click = { interaction: fresh('i'), workspaceId };
    const press = () =>
      store.once(click).change(key, (file) => {
        const verdict = rate(file, null, '5');
        return { change: typeof verdict === 'string' ? null : verdict, answer: isTaken(verdict) };
      });
    expect(await press()).toMatchObject({ answer: true, repeated: false });
    expect(await press()).toMatchObject({ repeated: true });
    const { rows } = await record.pool.query(
      `select count(*)::int as times from hearback.history where case_id = $1 and action = 'rated'`,
      [key.caseId],
    );
    expect(rows).toEqual([{ times: 1 }]);
  });

  it('is over as soon as the case is taken up again, and its message says so', async () => {
    const { key, replyId } = await asked();
    await changed(key, { ...none, set: { state: 'reopened' } });
    expect((await read(key)).closeRequests).toMatchObject([{ replyId, isOver: true, answer: null }]);
    expect(await stale(key)).toEqual(['reply']);

    await changed(key, { ...none, set: { state: 'solved' } });
    expect(await say(key, (file) => saySolved(file, replyId, time))).toBe(false);
    expect((await read(key)).case.state).toBe('solved');
  });

  it('takes no rating but one from 1 to 5, whatever asks for it', async () => {
    const { key, replyId } = await asked();
    await changed(key, { ...none, closing: { replyId, answer: 'solved' } });
    for (const rating of [0, 6, 3.5, -1])
      await expect(
        record.pool.query(
          'update hearback.close_request set rating = $2, rated_at = now() where reply_id = $1',
          [replyId, rating],
        ),
      ).rejects.toThrow();
  });

  it('loses the words of whoever is erased, and keeps that somebody was satisfied', async () => {
    const { key, workspaceId, replyId } = await asked();
    await changed(key, { ...none, closing: { replyId, answer: 'solved' } });
    await changed(key, { ...none, closing: { replyId, rating: 2 } });
    await changed(key, { ...none, closing: { replyId, comment: 'SECRET' } });
    const privacy = createPrivacy(record.pool, { now: () => time, seal: noSeal });
    await privacy.erase({ workspaceId, userId: 'member' }, { askedBy: 'operator', actorId: null });
    const { closeRequests, case: found } = await read(key);
    expect(closeRequests).toMatchObject([{ answer: 'solved', rating: 2, comment: null }]);
    expect(found.state).toBe('closed');
    expect(await stale(key)).toEqual([]);
  });
});

describe('how satisfied the members are', () => {
  const satisfaction = () => createSatisfaction(record.pool);
  const day = { from: after(0), until: after(24 * 60) };
  const eyes = (workspaceId: string, userId: string): Standing => ({
    workspaceId,
    userId,
    roles: new Set(['moderator']),
    departments: new Set(),
    colleagues: 'uncounted',
    fellowLeads: 'uncounted',
  });

  it('is counted by period, with the mean of what was given and nothing for what was not', async () => {
    const workspaceId = fresh('slack:W');
    time = after(-1);
    const early = await asked(workspaceId);
    time = after(0);
    const cases = [await asked(workspaceId), await asked(workspaceId), await asked(workspaceId)] as const;
    time = after(5);
    await changed(early.key, { ...none, closing: { replyId: early.replyId, answer: 'solved' } });
    await changed(early.key, { ...none, closing: { replyId: early.replyId, rating: 5 } });
    const [first, second] = cases;
    await changed(first.key, { ...none, closing: { replyId: first.replyId, answer: 'solved' } });
    await changed(first.key, { ...none, closing: { replyId: first.replyId, rating: 2 } });
    await changed(first.key, { ...none, closing: { replyId: first.replyId, comment: 'Slow' } });
    const no = { answer: 'not_yet' as const, reason: 'Crashes' };
    await changed(second.key, { ...none, closing: { replyId: second.replyId, ...no } });
    time = day.until;
    const [, , third] = cases;
    await changed(third.key, { ...none, closing: { replyId: third.replyId, answer: 'solved' } });
    time = START;

    expect(await satisfaction().sums(workspaceId, day, 'program')).toEqual({
      asked: 3,
      solved: 2,
      notYet: 1,
      ratings: 2,
      mean: 3.5,
    });
    const said = await satisfaction().comments(workspaceId, day, 'program', 10);
    expect(said.map(({ text, answer, rating }) => [text, answer, rating])).toEqual([
      ['Crashes', 'not_yet', null],
      ['Slow', 'solved', 2],
    ]);
    expect(await satisfaction().sums(fresh('slack:W'), day, 'program')).toMatchObject({
      asked: 0,
      mean: null,
    });
  });

  it('does not count a question that has not reached them', async () => {
    const { workspaceId, key, replyId } = await asked();
    await changed(key, { ...none, replyStates: [{ replyId, state: 'failed' }] });
    expect(await satisfaction().sums(workspaceId, day, 'program')).toMatchObject({ asked: 0 });
  });

  it('tells nobody of a case they are kept out of, not even by a number', async () => {
    const { workspaceId, key, replyId } = await asked(fresh('slack:W'), {
      exclude: [{ userId: 'otto', reason: 'previous_handler', by: null }],
    });
    await changed(key, { ...none, closing: { replyId, answer: 'solved' } });
    await changed(key, { ...none, closing: { replyId, rating: 1 } });
    await changed(key, { ...none, closing: { replyId, comment: 'SECRET' } });
    for (const seeing of [eyes(workspaceId, 'otto'), 'channel' as const]) {
      expect(await satisfaction().sums(workspaceId, day, seeing)).toEqual({
        asked: 0,
        solved: 0,
        notYet: 0,
        ratings: 0,
        mean: null,
      });
      expect(await satisfaction().comments(workspaceId, day, seeing, 10)).toEqual([]);
    }
    expect(await satisfaction().sums(workspaceId, day, eyes(workspaceId, 'nora'))).toMatchObject({ mean: 1 });
  });
});

it('a case goes up to the third level and no further', async () => {
  const { key } = await asked();
  await changed(key, { ...none, set: { level: 3 } });
  expect((await read(key)).case.level).toBe(3);
  await expect(
    record.pool.query('update hearback.cases set level = 4 where case_id = $1', [key.caseId]),
  ).rejects.toThrow();
});
