import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maySee, type Standing } from '../../src/cases/access.ts';
import { AUDIENCES, type Audience } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import type { Role } from '../../src/policy/schema.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { candidate, deliveryIdOf, deliveryTo, fresh, jobs, message, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });
const out = (...people: string[]) =>
  people.map((userId) => ({ userId, reason: 'accused' as const, by: 'lena' }));

describe('people a case is kept from', () => {
  it('are kept with their reason, in order, and let in again', async () => {
    const { key, file } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    expect(file.excluded).toEqual([]);

    await store.change(key, by({ exclude: out('victor', 'mia') }));
    await store.change(key, by({ exclude: [{ userId: 'victor', reason: 'conflict', by: null }] }));
    expect((await store.read(key))?.excluded).toEqual([
      { userId: 'victor', reason: 'conflict' },
      { userId: 'mia', reason: 'accused' },
    ]);
    expect((await store.guard(key))?.excluded).toEqual(
      expect.arrayContaining([{ userId: 'victor' }, { userId: 'mia' }]),
    );

    await store.change(key, by({ include: ['victor'] }));
    expect((await store.read(key))?.excluded).toEqual([{ userId: 'mia', reason: 'accused' }]);
  });

  it('are asked for by workspace and number together', async () => {
    const { file } = await opened(store, message({ workspaceId: fresh('slack:T') }));
    const { workspaceId, number } = file.case;
    expect(await store.guard({ workspaceId, number })).toEqual({
      case: { workspaceId, member: { userId: 'member' }, audience: 'staff' },
      departments: [],
      excluded: [],
      cc: [],
    });
    expect(await store.guard({ workspaceId: fresh('slack:T'), number })).toBeNull();
    expect(await store.guard({ workspaceId, number: 999_999_999 })).toBeNull();
  });

  it('see every posted word of it go: cards, what was said in channels, and what was said to them', async () => {
    const workspaceId = fresh('slack:T');
    const dm = (userId: string) => ({ type: 'dm' as const, workspaceId, userId });
    const notice = { type: 'notice' as const, title: 'x', blocks: [] };
    const { key, file } = await opened(store, message({ workspaceId }), {
      history: [],
      deliveries: [
        deliveryTo(workspaceId, 'card'),
        deliveryTo(workspaceId, 'said', notice),
        { key: 'to-victor', place: dm('victor'), body: notice },
        { key: 'to-lena', place: dm('lena'), body: notice },
      ],
    });
    for (const name of ['card', 'said', 'to-victor', 'to-lena'])
      await store.deliver(
        await deliveryIdOf(record.pool, workspaceId, name),
        async () => ({ posted: { workspaceId, channelId: 'D', messageId: fresh('p') } }),
        () => null,
      );
    const stale = async () => (await store.staleCards(file.case.caseId)).map(({ deliveryId }) => deliveryId);
    const idOf = (name: string) => deliveryIdOf(record.pool, workspaceId, name);

    await store.change(key, by({}));
    expect(await stale()).toEqual([await idOf('card')]);
    const asked = (await jobs(record.pool, 'refresh-cards')).length;
    await store.change(key, by({ exclude: out('victor') }));
    expect(await stale()).toEqual([await idOf('card'), await idOf('said'), await idOf('to-victor')]);
    expect((await jobs(record.pool, 'refresh-cards')).length).toBe(asked + 1);
  });

  it('are not the only ones of whom the record knows no better: what only leads see follows everywhere', async () => {
    const workspaceId = fresh('slack:T');
    const notice = { type: 'notice' as const, title: 'x', blocks: [] };
    const place = { type: 'dm' as const, workspaceId, userId: 'mia' };
    const { key, file } = await opened(store, message({ workspaceId }), {
      history: [],
      deliveries: [deliveryTo(workspaceId, 'said', notice), { key: 'to-mia', place, body: notice }],
    });
    for (const name of ['said', 'to-mia'])
      await store.deliver(
        await deliveryIdOf(record.pool, workspaceId, name),
        async () => ({ posted: { workspaceId, channelId: 'D', messageId: fresh('p') } }),
        () => null,
      );
    await store.change(key, by({}));
    expect(await store.staleCards(file.case.caseId)).toEqual([]);
    await store.change(key, by({ set: { audience: 'leads' } }));
    expect(await store.staleCards(file.case.caseId)).toHaveLength(2);
  });

  it('have words that were on their way when they were kept out taken back', async () => {
    const workspaceId = fresh('slack:T');
    const { key } = await opened(store, message({ workspaceId }), {
      history: [],
      deliveries: [deliveryTo(workspaceId, 'said', { type: 'notice', title: 'x', blocks: [] })],
    });
    const asked = (await jobs(record.pool, 'refresh-cards')).length;
    await store.deliver(
      await deliveryIdOf(record.pool, workspaceId, 'said'),
      async () => {
        await store.change(key, by({ exclude: out('victor') }));
        return { posted: { workspaceId, channelId: 'C', messageId: fresh('p') } };
      },
      () => null,
    );
    expect((await jobs(record.pool, 'refresh-cards')).length).toBe(asked + 1);
  });
});

describe('lists', () => {
  const PEOPLE = ['anna', 'bo', 'cleo'];
  const DEPARTMENTS = ['qa', 'support'];
  const some = (values: string[]) => fc.subarray(values);
  const person = fc.record({
    userId: fc.constantFrom(...PEOPLE),
    roles: fc.subarray<Role>(['flagger', 'moderator', 'handler', 'lead', 'management', 'admin']),
    departments: some(DEPARTMENTS),
    colleagues: fc.oneof(fc.constant('uncounted' as const), some(PEOPLE)),
    fellowLeads: fc.oneof(fc.constant('uncounted' as const), some(PEOPLE)),
  });

  it('and earlier cases hold exactly what maySee says, whoever asks', async () => {
    const workspaceId = fresh('slack:T');
    const open = async (
      member: string,
      departments: string[],
      excluded: string[],
      audience: Audience,
      readers: string[] = [],
    ) => {
      await store.open(
        candidate(message({ workspaceId, userId: member }), { audience }),
        by({
          departments,
          exclude: out(...excluded),
          cc: {
            add: [{ workspaceId, channelId: 'C1' }, ...readers.map((userId) => ({ userId }))],
            by: 'lena',
          },
        }),
      );
    };
    for (const member of ['anna', 'member'])
      for (const departments of [[], ['qa']])
        for (const excluded of [[], ['bo']])
          for (const readers of [['anna'], ['bo', 'cleo'], [`${workspaceId}/anna`], ['discord:1/anna']])
            for (const audience of AUDIENCES) await open(member, departments, excluded, audience, readers);
    for (const member of ['anna', 'member'])
      for (const departments of [[], ['qa'], ['support', 'qa']])
        for (const excluded of [[], ['anna'], ['bo'], ['bo', 'cleo'], PEOPLE])
          for (const audience of AUDIENCES) await open(member, departments, excluded, audience);
    const all = await store.list(workspaceId, { states: ['new'], eyes: 'program', limit: 199 });
    const files = await Promise.all(all.map(({ number }) => store.read({ workspaceId, number })));
    const last = Math.max(...all.map(({ caseId }) => caseId)) + 1;

    await fc.assert(
      fc.asyncProperty(person, async ({ userId, roles, departments, colleagues, fellowLeads }) => {
        const others = (those: typeof colleagues) =>
          those === 'uncounted' ? those : those.filter((one) => one !== userId);
        const eyes: Standing = {
          workspaceId,
          userId,
          roles: new Set(roles),
          departments: new Set(departments),
          colleagues: others(colleagues),
          fellowLeads: others(fellowLeads),
        };
        const seen = files.flatMap((file) => (file && maySee(eyes, file) ? [file.case] : []));
        const numbers = (cases: readonly { number: number }[]) =>
          cases.map(({ number }) => number).toSorted((a, b) => a - b);

        expect(numbers(await store.list(workspaceId, { states: ['new'], eyes, limit: 199 }))).toEqual(
          numbers(seen),
        );
        expect(numbers((await store.earlierCases(workspaceId, 'anna', last, eyes)).latest)).toEqual(
          numbers(seen.filter(({ member }) => member.userId === 'anna')),
        );
      }),
      { numRuns: 150 },
    );
    expect(all).toHaveLength(124);
  });

  it('for a channel leave out every case that keeps anybody out, or that only leads see', async () => {
    const workspaceId = fresh('slack:T');
    const free = await opened(store, message({ workspaceId }));
    await opened(store, message({ workspaceId }), { history: [], exclude: out('victor') });
    await opened(store, message({ workspaceId }), { history: [], set: { audience: 'leads' } });
    const next = await opened(store, message({ workspaceId }));

    expect(await store.earlierCases(workspaceId, 'member', next.file.case.caseId, 'channel')).toEqual({
      latest: [free.file.case],
      count: 1,
    });
  });

  it('of somebody who wrote very often are counted all, and only the latest hundred read', async () => {
    const workspaceId = fresh('slack:T');
    const first = await opened(store, message({ workspaceId }));
    // Without what follows every case: only how many there are counts here.
    await record.pool.query(
      `set session_replication_role = replica;
       insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, quote, language, language_from, opened_at)
       select workspace_id, 1000 + n, 'closed', severity, kind, member_id, member_name, quote, language, language_from, opened_at
       from hearback.cases, generate_series(1, 149) n where case_id = ${first.file.case.caseId};
       set session_replication_role = default`,
    );
    const next = await opened(store, message({ workspaceId }));

    const { latest, count } = await store.earlierCases(
      workspaceId,
      'member',
      next.file.case.caseId,
      'channel',
    );
    expect([latest.length, latest[0]?.number, count]).toEqual([100, 1149, 150]);
  });
});
