import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { createStore } from '../../src/store/create-store.ts';
import { noSeal } from '../../src/store/seal.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { deliveryIdOf, fresh, jobs, message, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;
let other: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
  other = createStore(record.connect(), { now: () => START });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });
const did = (action: string, actorId: string | null = 'mia', detail?: Record<string, string>) => ({
  action,
  actorId,
  ...(detail && { detail }),
});
const aCase = () => opened(store, message({ workspaceId: fresh('slack:T') }));

const dm = async (workspaceId: string) =>
  (
    await record.pool.query<{ id: number; to: string }>(
      `select delivery_id as id, place ->> 'userId' as to from hearback.delivery where workspace_id = $1 and body ->> 'type' = 'followed' order by 1`,
      [workspaceId],
    )
  ).rows;
/** Does what the queue would. */
const tellAll = async (workspaceId: string, on = store) => {
  const open = (await jobs(record.pool, 'tell-follower')).filter(
    ({ data, isDone }) => data['workspaceId'] === workspaceId && !isDone,
  );
  for (const { outboxId, data } of open)
    await on.once({ job: outboxId }).gatherNews(workspaceId, String(data['tag']));
};

describe('the level of a case', () => {
  it('goes up with its first department, once, with who did it, when and why', async () => {
    const { key, file } = await aCase();
    expect([file.case.level, file.raised]).toEqual([1, []]);
    await store.change(
      key,
      by({ departments: ['qa'], history: [did('routed', 'mia', { department: 'qa' })] }),
    );
    await store.change(key, by({ departments: ['support'], history: [did('routed', 'lena')] }));
    const after = await store.read(key);
    expect(after?.case.level).toBe(2);
    expect(after?.raised).toEqual([{ level: 2, why: 'department', reason: '', by: 'mia', at: START }]);
    expect((await store.history(key, 9)).map(({ detail }) => detail?.['level'])).toEqual(['L2', undefined]);
  });

  it('is raised by one of two who do it at once, as the record says to the other', async () => {
    const { key } = await aCase();
    const raise = (on: Store, who: string) =>
      on.change(key, (file) => ({
        change:
          file.case.level === 1
            ? { history: [did('escalated', who)], raise: { level: 2, why: 'person', reason: who, by: who } }
            : null,
        answer: file.raised.map((each) => each.by).join(' '),
      }));
    const said = await Promise.all([raise(store, 'mia'), raise(other, 'lena')]);
    const after = await store.read(key);
    expect(after?.raised).toHaveLength(1);
    expect(new Set(said.map((each) => each?.answer))).toEqual(new Set(['', after?.raised[0]?.by]));
    await store.change(key, by({ set: { level: 1 } }));
    expect((await store.read(key))?.case.level).toBe(2);
  });
});

describe('whoever follows a case', () => {
  it('hears of what others do, several cases in one message, and of each thing once', async () => {
    const { key } = await aCase();
    const { workspaceId } = key;
    const second = await opened(store, message({ workspaceId }));
    for (const each of [key, second.key])
      await store.change(each, by({ follow: { add: ['olga', 'mia'] }, history: [did('followed', 'olga')] }));
    expect(await jobs(record.pool, 'tell-follower')).toEqual([]);

    await store.change(key, by({ history: [did('claimed'), did('reminded', null), did('noted', 'olga')] }));
    await store.change(second.key, by({ history: [did('snoozed')] }));
    await tellAll(workspaceId);
    await tellAll(workspaceId);
    const sent = await dm(workspaceId);
    expect(sent.map(({ to }) => to).toSorted()).toEqual(['mia', 'olga']);
    const steps = async (person: string) =>
      (await store.newsIn(sent.find(({ to }) => to === person)!.id)).map(({ caseId, steps: all }) => [
        caseId,
        all.map(({ action }) => action),
      ]);
    expect(await steps('olga')).toEqual([
      [key.caseId, ['claimed']],
      [second.key.caseId, ['snoozed']],
    ]);
    expect(await steps('mia')).toEqual([[key.caseId, ['noted']]]);

    await store.change(key, by({ history: [did('routed')] }));
    await tellAll(workspaceId, other);
    expect((await dm(workspaceId)).filter(({ to }) => to === 'olga')).toHaveLength(2);
  });

  it('hears it where they are, when they asked from another workspace', async () => {
    const { key } = await aCase();
    await store.change(key, by({ follow: { add: ['discord:9/123'] } }));
    await store.change(key, by({ history: [did('claimed')] }));
    await tellAll(key.workspaceId);
    const { rows } = await record.pool.query<{ place: unknown }>(
      `select place from hearback.delivery where workspace_id = $1 and body ->> 'type' = 'followed'`,
      [key.workspaceId],
    );
    expect(rows).toEqual([{ place: { type: 'dm', workspaceId: 'discord:9', userId: '123' } }]);
  });

  it('hears nothing more once they do not, not even of what was waiting', async () => {
    const { key } = await aCase();
    await store.change(key, by({ follow: { add: ['olga'] } }));
    await store.change(key, by({ history: [did('claimed')] }));
    await store.change(key, by({ follow: { remove: ['olga'] } }));
    await tellAll(key.workspaceId);
    expect(await dm(key.workspaceId)).toEqual([]);
    expect((await store.read(key))?.followers).toEqual([]);
  });

  it('has what they were told drawn again when they are kept out, also when that was on its way', async () => {
    const { key } = await aCase();
    const { workspaceId, caseId } = key;
    await store.change(key, by({ follow: { add: ['olga'] } }));
    await store.change(key, by({ history: [did('claimed')] }));
    await tellAll(workspaceId);
    const [{ id } = { id: 0 }] = await dm(workspaceId);
    const exclude = [{ userId: 'olga', reason: 'conflict' as const, by: 'lena' }];
    const asked = (await jobs(record.pool, 'refresh-cards')).length;
    await store.deliver(
      id,
      async () => {
        await store.change(key, by({ exclude }));
        return { posted: { workspaceId, channelId: 'D1', messageId: fresh('p') } };
      },
      () => null,
    );
    expect((await jobs(record.pool, 'refresh-cards')).length).toBeGreaterThan(asked);
    expect((await store.staleCards(caseId)).map(({ deliveryId }) => deliveryId)).toEqual([id]);
    const version = (await store.read(key))!.case.version;
    await store.markShown(id, version, caseId);
    expect(await store.staleCards(caseId)).toEqual([]);
  });
});

describe('whoever reads a case along', () => {
  it('has their card follow the case, and taken back with them', async () => {
    const { key } = await aCase();
    const { workspaceId, caseId } = key;
    const cc = [{ userId: 'olga' }, { workspaceId, channelId: 'C2' }];
    const place = { type: 'channel' as const, workspaceId, channelId: 'C2' };
    await store.change(
      key,
      by({ cc: { add: cc, by: 'mia' }, deliveries: [{ key: 'copy', place, body: { type: 'copy' } }] }),
    );
    expect((await store.read(key))?.cc).toEqual(cc);
    expect((await store.guard(key))?.cc).toEqual(cc);
    expect([await store.readsAny(workspaceId, 'olga'), await store.readsAny('slack:TX', 'olga')]).toEqual([
      true,
      false,
    ]);
    const id = await deliveryIdOf(record.pool, workspaceId, 'copy');
    await store.deliver(
      id,
      async () => ({ posted: { workspaceId, channelId: 'C2', messageId: fresh('p') } }),
      () => null,
    );
    await store.change(key, by({ cc: { remove: cc, by: 'mia' } }));
    expect((await store.staleCards(caseId)).map(({ deliveryId }) => deliveryId)).toEqual([id]);
    expect((await store.read(key))?.cc).toEqual([]);
    // The same again is the same delivery.
    await store.change(
      key,
      by({ cc: { add: cc, by: 'mia' }, deliveries: [{ key: 'copy', place, body: { type: 'copy' } }] }),
    );
    expect(await deliveryIdOf(record.pool, workspaceId, 'copy')).toBe(id);
  });

  it('gets the card that never got there, once they are added again', async () => {
    const { key } = await aCase();
    const { workspaceId, caseId } = key;
    const cc = [{ workspaceId, channelId: 'C2' }];
    const place = { type: 'channel' as const, workspaceId, channelId: 'C2' };
    const add = () =>
      store.change(
        key,
        by({ cc: { add: cc, by: 'mia' }, deliveries: [{ key: 'copy', place, body: { type: 'copy' } }] }),
      );
    await add();
    const id = await deliveryIdOf(record.pool, workspaceId, 'copy');
    await store.change(key, by({ cc: { remove: cc, by: 'mia' } }));
    // Taken off before it was posted: nothing was said there.
    await store.deliver(
      id,
      async () => ({ posted: null }),
      () => null,
    );
    await add();
    const again = await deliveryIdOf(record.pool, workspaceId, 'copy');
    expect(again).not.toBe(id);
    const posts = (await jobs(record.pool, 'deliver')).filter(({ data }) => data['deliveryId'] === again);
    expect(posts).toMatchObject([{ isDone: false }]);
    expect((await store.read(key))?.case.caseId).toBe(caseId);
  });

  it('is forgotten when they are erased, and so are the words of whoever raised the case of an erased member', async () => {
    const { key } = await aCase();
    const { workspaceId } = key;
    await store.change(
      key,
      by({
        cc: { add: [{ userId: 'olga' }], by: 'mia' },
        follow: { add: ['olga'] },
        raise: { level: 3, why: 'person', reason: 'SECRET words', by: 'mia' },
        history: [did('escalated')],
      }),
    );
    await store.change(key, by({ history: [did('claimed')] }));
    const privacy = createPrivacy(record.pool, { now: () => START, seal: noSeal });
    await privacy.erase({ workspaceId, userId: 'olga' }, { askedBy: 'operator', actorId: null });
    expect(await store.read(key)).toMatchObject({
      cc: [],
      followers: [],
      raised: [{ by: 'mia', reason: 'SECRET words' }],
    });
    await privacy.erase({ workspaceId, userId: 'member' }, { askedBy: 'operator', actorId: null });
    expect((await store.read(key))?.raised).toMatchObject([{ level: 3, reason: '' }]);
    await tellAll(workspaceId);
    expect(await dm(workspaceId)).toEqual([]);
  });
});
